#include "core/placement/cancellation.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string cancelled(std::string_view rule, std::string_view at, std::string_view change = R"({"cancel":true})",
                      std::string_view subscription = "{}") {
  const auto catalog = test::catalog_with(R"({"policy":{"rules":{"cancel":)" + std::string(rule) + "}}}");
  const Asked asked{test::day(at), std::nullopt, test::change_to(*catalog, change)};
  const Cancellation out = place_cancellation(*catalog, test::subscription_to(*catalog, subscription), asked);
  if (!out.when) return "never";
  return std::string(*out.when == Timing::now ? "now " : "later ") + test::printed(out.effective) +
         (out.notice_missed ? " missed" : "");
}

TEST_CASE("a cancellation takes effect now or at the period's end", "[placement][cancellation]") {
  CHECK(cancelled("{}", "2026-11-16") == "later 2026-12-01");
  CHECK(cancelled(R"({"when":"now"})", "2026-11-16") == "now 2026-11-16");
  CHECK(cancelled(R"({"when":"choice"})", "2026-11-16") == "now 2026-11-16");
  CHECK(cancelled(R"({"when":"choice","choice_default":"period_end"})", "2026-11-16") == "later 2026-12-01");
  CHECK(cancelled(R"({"when":"choice"})", "2026-11-16", R"({"cancel":true,"timing":"period_end"})") == "later 2026-12-01");
  CHECK(cancelled(R"({"when":"never"})", "2026-11-16") == "never");
  CHECK(cancelled("null", "2026-11-16") == "never");
}

TEST_CASE("asked after the notice it takes effect one period later", "[placement][cancellation]") {
  // Ten days before 1 December is 21 November: still in time.
  CHECK(cancelled(R"({"notice":"P10D"})", "2026-11-20") == "later 2026-12-01");
  CHECK(cancelled(R"({"notice":"P10D"})", "2026-11-21") == "later 2026-12-01");
  CHECK(cancelled(R"({"notice":"P10D"})", "2026-11-22") == "later 2027-01-01 missed");
  CHECK(cancelled(R"({"notice":"P0D"})", "2026-11-30") == "later 2026-12-01");
  CHECK(cancelled(R"({"notice":"P10D"})", "2026-11-22", R"({"cancel":true})", R"({"scheduled":{"cycle":"yearly"}})") ==
        "later 2027-12-01 missed");
  CHECK(cancelled(R"({"when":"choice","notice":"P10D"})", "2026-11-22") == "now 2026-11-22");
}

// A month with a commitment for a year that renews; the notice is 10 days.
std::string from_the_term(std::string_view at, std::string_view subscription, std::string_view renews = "true",
                          std::string_view rule = R"({"when":"term_end","notice":"P10D"})") {
  const auto catalog = test::catalog_with(
      R"({"cycles":[{"id":"monthly","length":"P1M","commitment":{"length":"P1Y","renews":)" + std::string(renews) +
      R"(}},{"id":"yearly","length":"P1Y"}],"policy":{"rules":{"cancel":)" + std::string(rule) + "}}}");
  const Asked asked{test::day(at), std::nullopt, test::change_to(*catalog, R"({"cancel":true})")};
  const Cancellation out = place_cancellation(*catalog, test::subscription_to(*catalog, subscription), asked);
  return test::printed(out.effective) + (out.notice_missed ? " missed" : "");
}

TEST_CASE("a cancellation for the term takes effect when the commitment has ended", "[placement][cancellation]") {
  CHECK(from_the_term("2026-11-30", R"({"committed_until":"2027-07-01"})") == "2027-07-01");
  CHECK(from_the_term("2026-11-16", R"({"committed_until":"2027-06-15"})") == "2027-07-01");
  CHECK(from_the_term("2026-11-16", "{}") == "2026-12-01");
  CHECK(from_the_term("2026-11-16", R"({"committed_until":"2020-01-01"})") == "2026-12-01");
  // The scheduled year ends on 1 December.
  CHECK(from_the_term("2026-11-16", R"({"committed_until":"2027-07-01","scheduled":{"cycle":"yearly"}})") == "2027-12-01");
}

TEST_CASE("notice counts from the term, and where it is missed the commitment renews", "[placement][cancellation]") {
  CHECK(from_the_term("2026-11-21", R"({"committed_until":"2026-12-01"})") == "2026-12-01");
  CHECK(from_the_term("2026-11-22", R"({"committed_until":"2026-12-01"})") == "2027-12-01 missed");
  CHECK(from_the_term("2026-11-22", R"({"committed_until":"2026-11-15"})") == "2027-12-01 missed");  // renewed to 15 November
  CHECK(from_the_term("2026-11-22", R"({"committed_until":"2026-12-01"})", "false") == "2027-01-01 missed");
  CHECK(from_the_term("2026-11-22", "{}") == "2027-01-01 missed");
  // Another rule asks for the period's end, whatever the commitment.
  CHECK(from_the_term("2026-11-22", R"({"committed_until":"2026-12-01"})", "true", R"({"notice":"P10D"})") == "2027-01-01 missed");
}

}  // namespace
}  // namespace planshift
