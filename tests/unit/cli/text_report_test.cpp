// Answers for people. The whole page of text for the main answers, since layout is what it is about.
#include "core/cli/text_report.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string report(std::string_view request, std::string_view patch = "{}", std::string_view question = "preview") {
  return text_report(test::ask(request, patch, question).text());
}

// A row of a label and an amount, 80 characters wide.
std::string row(std::string_view label, std::string_view amount) {
  const std::size_t gap = 80 - label.size() - amount.size();
  return "  " + std::string(label) + std::string(gap, ' ') + std::string(amount) + "\n";
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("a preview: today, next, and what changes", "[cli][text_report]") {
  CHECK(report(R"({"change":{"plan":"team"}})", R"({"sources":[{"id":"faq"}],"policy":{"rules":{"upgrade":{"cite":["faq"]}}}})") ==
        "Today, 2026-11-16, USD\n" + row("Unused time on Basic, 3 seats: 15 of 30 days", "-15.00") +
            row("Team, 3 seats: 15 of 30 days", "32.50") + row("To pay", "17.50") + "\nNext payment on 2026-12-01, USD\n" +
            row("Team, 3 seats, monthly", "65.00") + row("To pay", "65.00") + "  - upgrade on 2026-11-16 (source: faq)\n");
}

TEST_CASE("refunds, balances and what is lost are printed if there are any", "[cli][text_report]") {
  const std::string refund = report(R"({"subscription":{"balance":"5.00"},"change":{"cycle":"yearly"}})",
                                    R"({"policy":{"rules":{"longer_cycle":{"unused":"refund"}}}})");
  CHECK(has(refund, row("Unused time on Basic, 3 seats: 15 of 30 days (refund)", "-15.00")));
  CHECK(has(refund, row("From the balance", "5.00")));
  CHECK(has(refund, row("Refunded", "15.00")));
  CHECK(has(refund, row("To pay", "295.00")));
  const std::string down = report(R"({"subscription":{"plan":"team"},"change":{"plan":"basic"}})");
  CHECK(has(down, row("To the balance", "17.50")));
  CHECK(has(down, row("To pay", "nothing")));
  CHECK(has(down, row("Balance afterwards", "17.50")));
  CHECK(!has(down, "Refunded"));
  const std::string lost = report(R"({"change":{"cancel":true}})", R"({"policy":{"rules":{"cancel":{"when":"now"}}}})");
  CHECK(has(lost, row("Paid time that is lost", "15.00")));
  CHECK(has(lost, "No next payment.\n"));
}

TEST_CASE("a refusal gives its reasons and nothing else", "[cli][text_report]") {
  CHECK(report(R"({"change":{"seats":3}})") == "This can't be done:\n  - This changes nothing.\n");
}

TEST_CASE("consequences, notices and credits", "[cli][text_report]") {
  const std::string text = report(R"({"subscription":{"balance":"5.00"},"change":{"cancel":true}})", R"({"cancellation":{"consequences":[
      {"code":"a","from":"effective","title":"Access ends"},{"code":"b","from":"request","after":"P90D","not_before":true,"title":"Deleted","detail":"Export first."},
      {"code":"c","title":"For good"}]}})");
  CHECK(has(text, "\nWhat follows\n  - Access ends: 2026-12-01\n  - Deleted: not before 2027-02-14. Export first.\n  - For good\n"));
  CHECK(has(text, "  - Note: 5.00 USD are left on the balance when the subscription ends.\n"));
  CHECK(has(report(R"({"subscription":{"credits_left":7},"change":{"cycle":"yearly"}})", R"({"plans":[{"id":"basic","rank":1,
      "prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"9.00"}},"credits":{"per_period":10,"name":"tasks"}}],"addons":null})"),
            "  - 0 tasks carried over, 10 granted on 2026-11-16\n"));
}

TEST_CASE("a quote with what other cycles save", "[cli][text_report]") {
  const std::string text = report(R"({"terms":{"plan":"team","cycle":"monthly","seats":3}})", "{}", "quote");
  CHECK(has(text, "First payment on 2026-11-16, USD\n"));
  CHECK(has(text, "Next payment on 2026-12-16, USD\n"));
  CHECK(has(text, "\nCost for 365 days\n"));
  CHECK(has(text, row("monthly", "779.48")));              // 65.00 × 365 / 30.436875
  CHECK(has(text, row("yearly, saves 129.91", "649.57")));  // 650.00 × 365 / 365.2425
  CHECK(has(report(R"({"terms":{"plan":"team","cycle":"yearly","seats":3}})", "{}", "quote"), row("monthly, dearer by 129.91", "779.48")));
}

TEST_CASE("options with their verdicts", "[cli][text_report]") {
  const std::string text = report("{}", R"({"policy":{"rules":{"upgrade":{"when":"period_end"},"longer_cycle":{"roles":["owner"]}}}})", "eligibility");
  CHECK(has(text, "basic, monthly: current\n"));
  CHECK(has(text, "basic, yearly: unavailable\n  - Only these roles may do this: owner.\n"));
  CHECK(has(text, "team, monthly: available, from the period's end\n"));
  CHECK(has(report("{}", "{}", "eligibility"), "team, monthly: available, at once\n"));
}

TEST_CASE("a forecast with its total, refusals and end", "[cli][text_report]") {
  const std::string text = report(R"({"until":"2027-01-01","events":[{"at":"2026-11-16","change":{"seats":2}},{"at":"2026-11-17","change":{"seats":2}},
      {"at":"2026-12-05","change":{"cancel":true}}]})", R"({"policy":{"rules":{"remove_seats":{"unused":"refund"}}}})", "forecast");
  CHECK(has(text, row("2026-11-16", "0.00")));
  CHECK(has(text, row("           refunded", "5.00")));
  CHECK(has(text, row("2026-12-01", "20.00")));
  CHECK(has(text, row("In all, USD", "15.00")));
  CHECK(has(text, "Refused on 2026-11-17:\n  - This changes nothing.\n"));
  CHECK(has(text, "Ends on 2027-01-01.\n"));
}

TEST_CASE("a forecast without an end, and a movement that rests on several sources", "[cli][text_report]") {
  CHECK(!has(report(R"({"until":"2026-12-01"})", "{}", "forecast"), "Ends on"));
  CHECK(has(report(R"({"change":{"plan":"team"}})", R"({"sources":[{"id":"a"},{"id":"b"}],"policy":{"rules":{"upgrade":{"cite":["a","b"]}}}})"),
            "(source: a, b)"));
}

TEST_CASE("a sweep, day by day", "[cli][text_report]") {
  const std::string lost = report(R"({"change":{"cycle":"yearly"},"from":"2026-11-16","to":"2026-11-16"})",
                                  R"({"policy":{"rules":{"longer_cycle":{"unused":"forfeit"}}}})", "sweep");
  CHECK(lost == row("2026-11-16, lost 15.00", "300.00"));
  CHECK(report(R"({"change":{"cycle":"yearly"},"from":"2026-11-16","to":"2026-11-16"})",
               R"({"policy":{"rules":{"longer_cycle":{"unused":"refund"}}}})", "sweep") == row("2026-11-16, refunded 15.00", "300.00"));
  CHECK(report(R"({"change":{"seats":3},"from":"2026-11-16","to":"2026-11-16"})", "{}", "sweep") == "2026-11-16: not possible\n");
}

TEST_CASE("errors and checks", "[cli][text_report]") {
  CHECK(report(R"({"change":{"plan":"gold"}})") ==
        "The request is at fault:\n  - /change/plan: There is no plan \"gold\" in this catalog. [request.plan.unknown]\n");
  CHECK(has(text_report(check_catalog("x").text), "The catalog is at fault:\n  - (the document): This is not JSON"));
  const std::string checked = text_report(check_catalog(test::catalog_text(R"({"policy":{"rules":{"cancel":null}}})")).text);
  CHECK(has(checked, "The catalog \"sample\" is sound.\n  - Warning at /policy/rules: cancel can occur"));
}

TEST_CASE("a label wider than the page keeps a space before its amount", "[cli][text_report]") {
  const std::string name(100, 'N');
  CHECK(has(report(R"({"subscription":{"pending":[{"label":")" + name + R"(","amount":"1.00"}]},"change":{"cycle":"yearly"}})"), "  " + name + " 1.00\n"));
}

TEST_CASE("what is no JSON is printed as it is", "[cli][text_report]") { CHECK(text_report("what?") == "what?\n"); }

}  // namespace
}  // namespace planshift
