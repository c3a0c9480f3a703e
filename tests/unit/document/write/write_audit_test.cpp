// An audit's document, with pumps in it, and the same for people.
#include <catch2/catch_test_macros.hpp>

#include "core/cli/text_report.hpp"
#include "core/document/write/write_answer.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Basic at 10.00 and Team at 25.00 by the month, one seat each; Team's 15.00 more are free until the next payment.
test::Answer audit(std::string_view rules, std::string_view credits = "") {
  return test::Answer(audit_catalog(test::catalog_text(R"({"cycles":[{"id":"monthly","length":"P1M"}],"addons":null,"discounts":null,"plans":[
      {"id":"basic","rank":1,"prices":{"monthly":{"flat":"10.00"}},"seats":{"max":1})" + std::string(credits) + R"(},
      {"id":"team","rank":2,"prices":{"monthly":{"flat":"25.00"}},"seats":{"max":1}}],
    "policy":{"rules":{"longer_cycle":null,"shorter_cycle":null,"lateral":null,"add_addon":null,"remove_addon":null,
      "add_seats":null,"remove_seats":null,)" + std::string(rules) + "}}}")).text);
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

TEST_CASE("credits that are granted once more are printed with their number", "[document][write_audit]") {
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

std::string written(const Catalog& catalog, const Audit& audit) {
  TextBuffer text;
  DocumentWriter out(text, {catalog.currency.decimals, catalog.policy.proration.unit});
  out.open_object();
  write_audit_members(out, catalog, audit);
  out.close_object();
  return std::string(text.text());
}

AuditStep step(std::string_view at, ChangeKind kind, PartialTerms terms = {}) {
  AuditStep out;
  out.asked.at = test::day(at);
  out.asked.change.kind = kind;
  out.asked.change.terms = std::move(terms);
  return out;
}

// The sample: Basic 10.00, Team 35.00 with one seat; made by hand, no catalog holds this pump.
TEST_CASE("every kind of change is printed, as a request and as a sentence", "[document][write_audit]") {
  const auto catalog = test::catalog_with();
  Pump pump;
  pump.amount = test::usd("1.50");
  pump.course.start = test::subscription_to(*catalog, R"({"seats":1})");
  pump.course.held = {PlanIndex{1}, CycleIndex{1}, 3, {{AddonIndex{0}, 2}}};
  pump.course.until = test::day("2027-11-16");

  AuditStep seat = step("2026-11-14", ChangeKind::terms, {{}, 1, {}, {}});
  seat.asked.role = "owner";
  AuditStep all = step("2026-11-15", ChangeKind::terms, {PlanIndex{1}, 3, CycleIndex{1}, {{{AddonIndex{0}, 2}}}});
  all.asked.change.timing = Timing::now;
  all.totals.charged = test::usd("12.50");
  AuditStep none = step("2026-11-16", ChangeKind::terms, {{}, {}, {}, std::vector<AddonSeats>{}});
  none.when = Timing::period_end;
  none.totals.refunded = test::usd("1.00");
  none.totals.to_balance = test::usd("2.00");
  none.totals.from_balance = test::usd("3.00");
  pump.course.steps = {seat, all, none, step("2026-11-17", ChangeKind::cancel), step("2026-11-18", ChangeKind::resume)};

  const test::Answer answer(written(*catalog, {{pump}, {}}));
  const auto message = [&](int number) { return answer["/pumps/0/steps/" + std::to_string(number) + "/message"]; };
  CHECK(message(0) == "2026-11-14: 1 seat");
  CHECK(message(1) == "2026-11-15: Team, 3 seats, yearly, + Personal injury; 12.50 charged");
  CHECK(message(2) == "2026-11-16: no add-on, from the period's end; 1.00 refunded; 2.00 to the balance; 3.00 from the balance");
  CHECK(message(3) == "2026-11-17: cancel");
  CHECK(message(4) == "2026-11-18: take it back");
  const auto says = [&](std::string_view part) { return answer.text().find(part) != std::string::npos; };
  CHECK(says(R"("role":"owner","change":{"seats":1})"));
  CHECK(says(R"("change":{"plan":"team","seats":3,"cycle":"yearly","addons":[{"id":"pi","seats":2}],"timing":"now"})"));
  CHECK(says(R"("change":{"addons":[]})"));
  CHECK(says(R"("change":{"cancel":true})"));
  CHECK(says(R"("change":{"resume":true})"));
  CHECK(answer["/pumps/0/start/anchor_day"] == "1");
  CHECK(answer["/pumps/0/message"] ==
        "Beginning with Basic, 1 seat, monthly, 5 changes hold Team, 3 seats, yearly + Personal injury until 2027-11-16 for 0.00 USD: "
        "the cheapest direct way costs 0.00 USD.");
}

TEST_CASE("a cycle in days has no anchor day; a search that stopped says so", "[document][write_audit]") {
  const auto catalog = test::catalog_with(R"({"cycles":[{"id":"monthly","length":"P30D"},{"id":"yearly","length":"P1Y"}]})");
  Pump pump;
  pump.kind = PumpKind::more_back_than_paid;
  pump.course.start = test::subscription_to(*catalog, R"({"period":{"start":"2026-11-01","end":"2026-12-01"}})");
  Audit audit{{pump}, {}};
  audit.bounds.exhausted = false;
  const test::Answer answer(written(*catalog, audit));
  CHECK(answer["/pumps/0/start/anchor_day"] == "absent");
  CHECK(answer["/bounds/exhausted_bounds"] == "false");
  CHECK(answer["/bounds/not_searched"] == R"(["discounts","trial","balance","pending"])");
  CHECK(answer["/bounds/message"].find("Not searched: subscriptions that begin with discounts, a trial, a balance or pending lines.") !=
        std::string::npos);
  CHECK(answer["/bounds/message"].find("The search stopped at its limit") != std::string::npos);
}

}  // namespace
}  // namespace planshift
