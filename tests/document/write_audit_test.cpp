// An audit's document, with pumps in it, and the same for people.
#include <catch2/catch_test_macros.hpp>

#include "core/cli/text_report.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Basic at 10.00 and Team at 25.00 by the month, one seat each; Team's 15.00 more are free until the next payment.
test::Answer audit(std::string_view rules, std::string_view credits = "") {
  return test::Answer(audit_catalog(test::catalog_text(R"({"cycles":[{"id":"monthly","length":"P1M"}],"addons":null,"discounts":null,"plans":[
      {"id":"basic","rank":1,"prices":{"monthly":{"flat":"10.00"}},"seats":{"max":1})" + std::string(credits) + R"(},
      {"id":"team","rank":2,"prices":{"monthly":{"flat":"25.00"}},"seats":{"max":1}}],
    "policy":{"rules":{"longer_cycle":null,"shorter_cycle":null,"lateral":null,"add_addon":null,"remove_addon":null,
      "add_seats":null,"remove_seats":null,)" + std::string(rules) + "}}}")));
}

TEST_CASE("a pump stands with its steps, its amount and the direct way", "[document][write_audit]") {
  const test::Answer answer = audit(R"("upgrade":{"when":"now","charge":"none"},"downgrade":{"when":"period_end"})");
  CHECK(answer["/pumps/0/amount"] == "15.00");
  CHECK(answer["/pumps/0/steps/0/change"] != "absent");
  CHECK(answer["/pumps/0/direct"] != "null");
  const std::string text = text_report(answer.text());
  // 25.00, then Basic's 10.00; the direct way pays 25.00 twice.
  CHECK(text.find("for 35.00 USD: the cheapest direct way costs 50.00 USD.") != std::string::npos);
  CHECK(text.find("No way was found") == std::string::npos);
}

TEST_CASE("credits that are granted once more are told with their number", "[document][write_audit]") {
  const std::string_view anew = R"("upgrade":{"when":"now","cycle":"restart","unused":"credit","charge":"full"},
                                   "downgrade":{"when":"now","cycle":"restart","unused":"credit","charge":"full"})";
  const test::Answer answer = audit(anew, R"(,"credits":{"per_period":40,"name":"tasks"})");
  CHECK(answer["/pumps/0/credits"] == "40");
  CHECK(answer["/pumps/0/message"].find("tasks") != std::string::npos);
}

TEST_CASE("sound rules have no pump, and a catalog at fault is not searched", "[document][write_audit]") {
  CHECK(text_report(audit(R"("upgrade":{"when":"now"},"downgrade":null)").text()).find("No way was found") != std::string::npos);
  CHECK(audit(R"("upgrade":{"when":"soon"},"downgrade":null)").faults() == "value.choice@/policy/rules/upgrade/when");
}

}  // namespace
}  // namespace planshift
