#include "core/placement/commitment.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::printed;

constexpr CycleIndex monthly{0}, yearly{1};

std::string shown(std::optional<Instant> date) { return date ? printed(*date) : "none"; }

// The month is bound for a year that renews, the year for two that don't.
std::unique_ptr<Catalog> bound() {
  return test::catalog_with(R"({"cycles":[{"id":"monthly","length":"P1M","commitment":{"length":"P1Y","renews":true}},
                                          {"id":"yearly","length":"P1Y","commitment":{"length":"P2Y"}}]})");
}

TEST_CASE("a commitment lasts its length from the start of a period", "[placement][commitment]") {
  const auto catalog = bound();
  CHECK(shown(begun_commitment(*catalog, monthly, day("2028-02-29"))) == "2029-02-28");
  CHECK(shown(begun_commitment(*catalog, yearly, day("2026-11-16"))) == "2028-11-16");
  CHECK(shown(begun_commitment(*test::catalog_with(), monthly, day("2026-11-16"))) == "none");
}

TEST_CASE("at a renewal a commitment goes on, is renewed until it lies ahead, or is gone", "[placement][commitment]") {
  const auto catalog = bound();
  const auto after = [&](CycleIndex cycle, std::string_view until, std::string_view on) {
    return shown(renewed_commitment(*catalog, cycle, day(until), day(on)));
  };
  CHECK(after(monthly, "2027-07-01", "2027-06-01") == "2027-07-01");
  CHECK(after(monthly, "2027-07-01", "2027-07-01") == "2028-07-01");
  CHECK(after(monthly, "2024-07-01", "2027-06-30") == "2027-07-01");
  CHECK(after(monthly, "2024-07-01", "2027-07-01") == "2028-07-01");
  CHECK(after(yearly, "2027-07-01", "2027-07-01") == "none");
  CHECK(shown(renewed_commitment(*catalog, monthly, std::nullopt, day("2027-07-01"))) == "none");
  const auto days = test::catalog_with(
      R"({"cycles":[{"id":"monthly","length":"P30D","commitment":{"length":"P90D","renews":true}},{"id":"yearly","length":"P365D"}]})");
  CHECK(shown(renewed_commitment(*days, monthly, day("1970-01-01"), day("2026-11-16"))) == "2026-12-03");  // 231 × 90 days
  CHECK(shown(renewed_commitment(*days, monthly, day("2026-10-25"), day("2027-01-23"))) == "2027-04-23");
  CHECK(shown(renewed_commitment(*days, yearly, day("2026-10-25"), day("2027-01-23"))) == "none");
}

TEST_CASE("what waits for the term happens at the first period end on or after it", "[placement][commitment]") {
  const auto catalog = bound();
  const auto date = [&](std::string_view more) { return printed(term_end(*catalog, test::subscription_to(*catalog, more))); };
  CHECK(date("{}") == "2026-12-01");
  CHECK(date(R"({"committed_until":"2026-06-01"})") == "2026-12-01");
  CHECK(date(R"({"committed_until":"2026-12-01"})") == "2026-12-01");
  CHECK(date(R"({"committed_until":"2026-12-02"})") == "2027-01-01");
  CHECK(date(R"({"committed_until":"2027-07-01"})") == "2027-07-01");
  CHECK(date(R"({"period":{"start":"2026-10-31","end":"2026-11-30"},"anchor_day":31,"committed_until":"2027-02-28"})") == "2027-02-28");
}

TEST_CASE("what is scheduled happens at the first renewal on or after its date", "[placement][commitment]") {
  const auto catalog = bound();
  const auto date = [&](std::string_view on) {
    Subscription subscription = test::subscription_to(*catalog, R"({"scheduled":{"seats":1}})");
    if (!on.empty()) subscription.scheduled_on = day(on);
    return printed(scheduled_date(*catalog, subscription));
  };
  CHECK(date("") == "2026-12-01");
  CHECK(date("2026-12-01") == "2026-12-01");
  CHECK(date("2027-06-15") == "2027-07-01");
}

TEST_CASE("period ends follow a scheduled change of cycle", "[placement][commitment]") {
  const auto catalog = bound();
  const auto end = [&](std::string_view scheduled, std::string_view date) {
    return printed(period_end_from(*catalog, test::subscription_to(*catalog, scheduled), day(date)));
  };
  CHECK(end("{}", "2026-11-20") == "2026-12-01");
  CHECK(end("{}", "2026-12-02") == "2027-01-01");
  CHECK(end(R"({"scheduled":{"seats":1}})", "2026-12-02") == "2027-01-01");
  const std::string_view year_next = R"({"scheduled":{"cycle":"yearly"}})";
  CHECK(end(year_next, "2026-12-01") == "2026-12-01");
  CHECK(end(year_next, "2026-12-02") == "2027-12-01");
  CHECK(end(year_next, "2027-12-01") == "2027-12-01");
  CHECK(end(year_next, "2027-12-02") == "2028-12-01");
  const std::string_view year_later = R"({"scheduled":{"cycle":"yearly"},"scheduled_on":"2027-02-01"})";
  CHECK(end(year_later, "2027-01-15") == "2027-02-01");
  CHECK(end(year_later, "2027-02-02") == "2028-02-01");
}

}  // namespace
}  // namespace planshift
