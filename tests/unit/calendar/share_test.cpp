#include "core/calendar/share.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;

std::string share(std::string_view at, std::string_view start, std::string_view end, std::string_view length,
                  ProrationUnit unit, ChangeDay change_day = ChangeDay::remaining) {
  const Share share = share_remaining(day(at), {day(start), day(end)}, *Length::parse(length), unit, change_day);
  return std::to_string(share.remaining) + "/" + std::to_string(share.of);
}

constexpr auto days = ProrationUnit::day;
constexpr auto seconds = ProrationUnit::second;
constexpr auto day30 = ProrationUnit::day30;

TEST_CASE("days that remain, with the day of the change among them", "[calendar][share]") {
  CHECK(share("2026-11-22", "2026-03-01", "2027-03-01", "P365D", days) == "99/365");
  CHECK(share("2026-03-01", "2026-03-01", "2027-03-01", "P365D", days) == "365/365");
  CHECK(share("2027-02-28", "2026-03-01", "2027-03-01", "P365D", days) == "1/365");
  CHECK(share("2028-02-15", "2028-02-01", "2028-03-01", "P1M", days) == "15/29");
}

TEST_CASE("a change day that counts as used is not among them", "[calendar][share]") {
  CHECK(share("2026-11-22", "2026-03-01", "2027-03-01", "P365D", days, ChangeDay::used) == "98/365");
  CHECK(share("2027-02-28", "2026-03-01", "2027-03-01", "P365D", days, ChangeDay::used) == "0/365");
  CHECK(share("2027-03-01", "2026-03-01", "2027-03-01", "P365D", days, ChangeDay::used) == "0/365");
  CHECK(share("2021-02-28", "2021-02-01", "2021-03-01", "P1M", day30, ChangeDay::used) == "0/30");
}

TEST_CASE("seconds that remain", "[calendar][share]") {
  CHECK(share("2026-11-22", "2026-03-01", "2027-03-01", "P365D", seconds) == "8553600/31536000");
  CHECK(share("2026-11-30T23:59:57Z", "2026-11-01", "2026-12-01", "P1M", seconds) == "3/2592000");
}

TEST_CASE("in months of 30 days the last day, and any past the 30th, is the 30th", "[calendar][share]") {
  CHECK(share("2026-11-16", "2026-11-01", "2026-12-01", "P1M", day30) == "15/30");
  CHECK(share("2026-01-31", "2026-01-01", "2026-02-01", "P1M", day30) == "1/30");
  CHECK(share("2026-01-30", "2026-01-01", "2026-02-01", "P1M", day30) == "1/30");
  CHECK(share("2026-02-28", "2026-02-01", "2026-03-01", "P1M", day30) == "1/30");
  CHECK(share("2028-02-28", "2028-02-01", "2028-03-01", "P1M", day30) == "3/30");
  CHECK(share("2026-07-01", "2026-01-01", "2027-01-01", "P1Y", day30) == "180/360");
  CHECK(share("2026-05-01", "2026-01-01", "2027-01-01", "P12M", day30) == "240/360");
}

TEST_CASE("no more remains than the cycle has, and never less than nothing", "[calendar][share]") {
  // A trial from before the cycle; and from 28 February to 31 March, 31 days of 30.
  CHECK(share("2026-10-15", "2026-11-01", "2026-12-01", "P1M", days) == "30/30");
  CHECK(share("2027-02-01", "2027-02-28", "2027-03-31", "P1M", day30) == "30/30");
}

TEST_CASE("what lies between two moments of a cycle", "[calendar][share]") {
  const auto between = [](std::string_view from, std::string_view to, ProrationUnit unit) {
    const Share share = share_between(day(from), day(to), {day("2026-12-01"), day("2027-01-01")}, *Length::parse("P1M"), unit);
    return std::to_string(share.remaining) + "/" + std::to_string(share.of);
  };
  CHECK(between("2026-12-01", "2026-12-16", ProrationUnit::day) == "15/31");
  CHECK(between("2026-12-01", "2026-12-31", ProrationUnit::day30) == "29/30");
  CHECK(between("2026-12-01", "2026-12-02", ProrationUnit::second) == "86400/2678400");
  CHECK(between("2026-12-16", "2026-12-01", ProrationUnit::day) == "0/31");
  CHECK(between("2026-11-01", "2027-01-01", ProrationUnit::day) == "31/31");
}

TEST_CASE("where the excess is kept, more may remain than the cycle has", "[calendar][share]") {
  const auto left = [](std::string_view at, ProrationUnit unit) {
    const Share share = share_remaining(day(at), {day("2026-11-23"), day("2026-12-23")}, *Length::parse("P1M"), unit,
                                        ChangeDay::remaining, Excess::kept);
    return std::to_string(share.remaining) + "/" + std::to_string(share.of);
  };
  CHECK(left("2026-11-16", days) == "37/30");
  CHECK(left("2026-10-23", day30) == "60/30");
  CHECK(left("2026-12-24", days) == "0/30");
}

TEST_CASE("so many units after a moment", "[calendar][share]") {
  CHECK(test::printed(after_units(day("2026-11-16"), 7, days)) == "2026-11-23");
  CHECK(after_units(day("2026-11-16T10:00:00Z"), 90, ProrationUnit::second) == day("2026-11-16T10:01:30Z"));
}

TEST_CASE("minutes are whole ones: a begun minute has gone", "[calendar][share]") {
  CHECK(share("2026-11-30T23:00:00Z", "2026-11-01", "2026-12-01", "P1M", ProrationUnit::minute) == "60/43200");
  CHECK(share("2026-11-30T23:00:01Z", "2026-11-01", "2026-12-01", "P1M", ProrationUnit::minute) == "59/43200");
  CHECK(share("2026-11-30T23:00:59Z", "2026-11-01", "2026-12-01", "P1M", ProrationUnit::minute) == "59/43200");
  CHECK(share("2026-11-30T23:01:00Z", "2026-11-01", "2026-12-01", "P1M", ProrationUnit::minute) == "59/43200");
  CHECK(share("2026-11-30T23:59:30Z", "2026-11-01", "2026-12-01", "P1M", ProrationUnit::minute) == "0/43200");
  // In a cycle that ends at half past a minute, minutes are counted from there.
  CHECK(share("2026-11-30T23:59:30Z", "2026-11-01T00:00:30Z", "2026-12-01T00:00:30Z", "P1M", ProrationUnit::minute) == "1/43200");
  CHECK(after_units(day("2026-11-16T10:00:30Z"), 90, ProrationUnit::minute) == day("2026-11-16T11:30:30Z"));
  CHECK(has_time_of_day(ProrationUnit::minute));
  CHECK(has_time_of_day(ProrationUnit::second));
  CHECK(!has_time_of_day(days));
  CHECK(!has_time_of_day(day30));
}

}  // namespace
}  // namespace planshift
