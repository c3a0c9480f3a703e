#include "core/placement/begun_period.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::printed;

constexpr CycleIndex monthly{0}, yearly{1};

// Monthly from the 15th, yearly from 1 April.
constexpr std::string_view fixed = R"({"cycles":[{"id":"monthly","length":"P1M","starts_on":{"day":15}},
                                       {"id":"yearly","length":"P1Y","starts_on":{"month":4,"day":1}}]})";

std::string shown(const BegunPeriod& begun) {
  const std::string part =
      begun.part ? " " + std::to_string(begun.part->remaining) + "/" + std::to_string(begun.part->of) : "";
  return printed(begun.period) + " " + std::to_string(begun.anchor_day) + part;
}

TEST_CASE("a new period begins on its day and is anchored there", "[placement][begun_period]") {
  const auto catalog = test::catalog_with();
  CHECK(shown(begin_period(*catalog, monthly, day("2026-11-22"))) == "2026-11-22/2026-12-22 22");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-01-31"))) == "2026-01-31/2026-02-28 31");
  CHECK(shown(begin_period(*catalog, yearly, day("2028-02-29"))) == "2028-02-29/2029-02-28 29");
}

TEST_CASE("with fixed dates it ends where the running cycle of their grid ends", "[placement][begun_period]") {
  const auto catalog = test::catalog_with(fixed);
  CHECK(shown(begin_period(*catalog, monthly, day("2026-12-05"))) == "2026-12-05/2026-12-15 15 10/30");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-12-15"))) == "2026-12-15/2027-01-15 15");
  CHECK(shown(begin_period(*catalog, yearly, day("2026-11-22"))) == "2026-11-22/2027-04-01 1 130/365");
}

TEST_CASE("fixed dates of a cycle of several months are counted on by whole cycles", "[placement][begun_period]") {
  // Half-years from 1 April: on 22 November the one that began on 1 October runs, until 1 April.
  const auto catalog = test::catalog_with(
      R"({"cycles":[{"id":"monthly","length":"P6M","starts_on":{"month":4,"day":1}},{"id":"yearly","length":"P1Y"}]})");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-11-22"))) == "2026-11-22/2027-04-01 1 130/182");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-05-01"))) == "2026-05-01/2026-10-01 1 153/183");
}

TEST_CASE("an aligned period is the new cycle's that contains the day, counted from the running cycle's start",
          "[placement][begun_period]") {
  const auto catalog = test::catalog_with();
  const Subscription month = test::subscription_to(*catalog);
  CHECK(shown(align_period(*catalog, month, yearly, day("2026-11-16"))) == "2026-11-01/2027-11-01 1 350/365");
  const Subscription year = test::subscription_to(
      *catalog, R"({"cycle":"yearly","anchor_day":31,"period":{"start":"2026-01-31","end":"2027-01-31"}})");
  CHECK(shown(align_period(*catalog, year, monthly, day("2026-11-16"))) == "2026-10-31/2026-11-30 31 14/30");
}

TEST_CASE("after a cycle in days the anchor is the grid's first day", "[placement][begun_period]") {
  const auto catalog = test::catalog_with(R"({"cycles":[{"id":"monthly","length":"P30D"},{"id":"yearly","length":"P1Y"}]})");
  const Subscription days = test::subscription_to(*catalog, R"({"period":{"start":"2026-11-10","end":"2026-12-10"}})");
  CHECK(shown(align_period(*catalog, days, yearly, day("2026-11-16"))) == "2026-11-10/2027-11-10 10 359/365");
  CHECK(shown(following_period(*catalog, days, monthly)) == "2026-12-10/2027-01-09 10");
  CHECK(shown(following_period(*catalog, days, yearly)) == "2026-12-10/2027-12-10 10");
}

TEST_CASE("the following period keeps the anchor, on another cycle too", "[placement][begun_period]") {
  const auto catalog = test::catalog_with();
  const Subscription end_of_month =
      test::subscription_to(*catalog, R"({"anchor_day":31,"period":{"start":"2026-01-31","end":"2026-02-28"}})");
  CHECK(shown(following_period(*catalog, end_of_month, monthly)) == "2026-02-28/2026-03-31 31");
  CHECK(shown(following_period(*catalog, end_of_month, yearly)) == "2026-02-28/2027-02-28 31");
}

TEST_CASE("the following period of another cycle begins on that one's fixed dates", "[placement][begun_period]") {
  const auto catalog = test::catalog_with(fixed);
  const Subscription present = test::subscription_to(*catalog);
  CHECK(shown(following_period(*catalog, present, monthly)) == "2026-12-01/2027-01-01 1");
  CHECK(shown(following_period(*catalog, present, yearly)) == "2026-12-01/2027-04-01 1 121/365");
}

TEST_CASE("a cycle in weeks may begin on a weekday", "[placement][begun_period]") {
  const auto catalog = test::catalog_with(R"({"cycles":[{"id":"monthly","length":"P2W","starts_on":{"weekday":1}},{"id":"yearly","length":"P1Y"}]})");
  // 23 November 2026 is a Monday.
  CHECK(shown(begin_period(*catalog, monthly, day("2026-11-23"))) == "2026-11-23/2026-12-07 23");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-11-25"))) == "2026-11-25/2026-12-07 25 12/14");
  CHECK(shown(begin_period(*catalog, monthly, day("2026-11-29"))) == "2026-11-29/2026-12-07 29 8/14");
}

}  // namespace
}  // namespace planshift
