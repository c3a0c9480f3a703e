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

}  // namespace
}  // namespace planshift
