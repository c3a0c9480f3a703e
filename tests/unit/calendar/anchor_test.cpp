#include "core/calendar/anchor.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::printed;

Recurrence every(std::string_view length, AnchorDay anchor = 1) { return {*Length::parse(length), anchor}; }

TEST_CASE("a period tells its anchor", "[calendar][anchor]") {
  struct Row {
    std::string_view start, end;
    AnchorDay anchor;
  };
  const Row rows[] = {
      {"2026-11-05", "2026-12-05", 5},  {"2026-01-31", "2026-02-28", 31}, {"2026-01-30", "2026-02-28", 30},
      {"2026-01-28", "2026-02-28", 28}, {"2028-01-31", "2028-02-28", 28}, {"2028-01-31", "2028-02-29", 31},
      {"2026-03-31", "2026-04-30", 31}, {"2026-11-22", "2026-12-15", 15}, {"2026-11-01", "2026-11-30", 30},
      {"2026-12-31", "2027-01-31", 31},
  };
  for (const Row& row : rows) {
    CAPTURE(row.start, row.end);
    CHECK(anchor_told_by({day(row.start), day(row.end)}) == row.anchor);
  }
}

TEST_CASE("an end falls on its anchor, clamped to its month", "[calendar][anchor]") {
  CHECK(falls_on(day("2026-02-28"), 31));
  CHECK(falls_on(day("2026-02-28"), 28));
  CHECK(!falls_on(day("2026-02-27"), 28));
  CHECK(!falls_on(day("2028-02-28"), 31));
  CHECK(falls_on(day("2026-12-15"), 15));
  CHECK(!falls_on(day("2026-12-15"), 16));
}

TEST_CASE("ends clamp to their month's last day and come back", "[calendar][anchor]") {
  const Instant january = day("2026-01-31");
  const char* ends[] = {"2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"};
  for (std::int64_t n = 0; n < 5; ++n) CHECK(printed(every("P1M", 31).moved(january, n)) == ends[n]);
  CHECK(printed(every("P1M", 31).moved(day("2026-02-28"), 1)) == "2026-03-31");
  CHECK(printed(every("P1M", 31).moved(day("2026-02-28"), -1)) == "2026-01-31");
  CHECK(printed(every("P1Y", 29).moved(day("2024-02-29"), 1)) == "2025-02-28");
  CHECK(printed(every("P1Y", 29).moved(day("2025-02-28"), 3)) == "2028-02-29");
  CHECK(printed(every("P30D").moved(day("2026-11-10"), 1)) == "2026-12-10");
  CHECK(printed(every("P2W").moved(day("2026-11-10"), -1)) == "2026-10-27");
  CHECK(every("P1M", 31).moved(day("2026-01-31T06:00:00Z"), 1) == day("2026-02-28T06:00:00Z"));
}

TEST_CASE("all 31 anchors over 400 years: every end is the anchor or its month's last day", "[calendar][anchor]") {
  constexpr std::int32_t first_year = 1970;
  for (AnchorDay anchor = 1; anchor <= 31; ++anchor) {
    const Recurrence monthly = every("P1M", anchor);
    const Instant first = Instant::at(Date::clamped(first_year, 1, anchor));
    Instant previous = monthly.moved(first, -1);
    for (std::int32_t n = 0; n < 4'800; ++n) {
      const Instant end = monthly.moved(first, n);
      const CivilDate civil = end.date().civil();
      const std::int32_t last = last_day_of_month(civil.year, civil.month);
      // The month is the n-th, the day the anchor's, periods tile, and one restarted from any end goes on the same.
      const bool right = civil.year == first_year + n / 12 && civil.month == n % 12 + 1 &&
                         civil.day == std::min(anchor, last) && end > previous &&
                         monthly.moved(previous, 1) == end && monthly.ending_at(end).start == previous &&
                         falls_on(end, anchor);
      if (!right) FAIL("anchor " << anchor << ", month " << n);
      previous = end;
    }
  }
}

TEST_CASE("yearly anchors over 400 years keep month and day", "[calendar][anchor]") {
  for (std::int32_t month = 1; month <= 12; ++month) {
    const Recurrence yearly = every("P1Y", 31);
    const Instant first = Instant::at(Date::clamped(2000, month, 31));
    for (std::int32_t n = 0; n < 400; ++n) {
      const Instant end = yearly.moved(first, n);
      if (end.date() != Date::clamped(2000 + n, month, 31)) FAIL("month " << month << ", year " << n);
    }
  }
}

TEST_CASE("the cycle that contains a day, on a grid", "[calendar][anchor]") {
  struct Row {
    std::string_view length;
    AnchorDay anchor;
    std::string_view point, at, period;
  };
  const Row rows[] = {
      {"P1M", 31, "2026-01-31", "2026-02-28", "2026-02-28/2026-03-31"},
      {"P1M", 31, "2026-01-31", "2026-02-27", "2026-01-31/2026-02-28"},
      {"P1M", 15, "2026-01-15", "2031-07-14", "2031-06-15/2031-07-15"},
      {"P1M", 15, "2026-01-15", "2024-07-14", "2024-06-15/2024-07-15"},
      {"P1Y", 29, "2024-02-29", "2027-02-28", "2027-02-28/2028-02-29"},
      {"P30D", 1, "2026-01-01", "2026-01-30", "2026-01-01/2026-01-31"},
      {"P30D", 1, "2026-01-01", "2026-01-31", "2026-01-31/2026-03-02"},
      {"P7D", 1, "2026-01-08", "2026-01-07", "2026-01-01/2026-01-08"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.length, row.at);
    CHECK(printed(every(row.length, row.anchor).containing(day(row.at), day(row.point))) == row.period);
  }
}

TEST_CASE("fixed dates: the last on or before a day", "[calendar][anchor]") {
  struct Row {
    std::optional<std::int32_t> month;
    AnchorDay day;
    std::string_view at, last;
  };
  const Row rows[] = {
      {std::nullopt, 1, "2026-11-22", "2026-11-01"},  {std::nullopt, 15, "2026-12-05", "2026-11-15"},
      {std::nullopt, 15, "2026-12-15", "2026-12-15"}, {std::nullopt, 31, "2026-03-30", "2026-02-28"},
      {std::nullopt, 31, "2026-02-28", "2026-02-28"}, {std::nullopt, 20, "2026-01-10", "2025-12-20"},
      {1, 1, "2026-11-22", "2026-01-01"},             {4, 1, "2026-03-31", "2025-04-01"},
      {4, 1, "2026-04-01", "2026-04-01"},             {2, 29, "2027-02-28", "2027-02-28"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.at, row.day);
    CHECK(printed(FixedStart{row.month, row.day, std::nullopt}.last_on_or_before(day(row.at))) == row.last);
  }
  CHECK(printed(FixedStart{std::nullopt, 22, std::nullopt}.last_on_or_before(day("2026-11-22T09:00:00Z"))) == "2026-11-22");
}

TEST_CASE("whole cycles between a grid point and a day", "[calendar][anchor]") {
  const Recurrence monthly = every("P1M", 31);
  CHECK(monthly.whole_cycles(day("2026-01-31"), day("2026-02-27")) == 0);
  CHECK(monthly.whole_cycles(day("2026-01-31"), day("2026-02-28")) == 1);
  CHECK(monthly.whole_cycles(day("2026-01-31"), day("2027-01-30")) == 11);
  CHECK(monthly.whole_cycles(day("2026-01-31"), day("2026-01-30")) == -1);
  CHECK(every("P1D").whole_cycles(day("1970-01-01"), day("9999-12-31")) == 2'932'896);
}

TEST_CASE("the first grid point on or after a day", "[calendar][anchor]") {
  const Recurrence monthly = every("P1M", 31);
  CHECK(printed(monthly.first_from(day("2026-02-28"), day("2026-01-31"))) == "2026-02-28");
  CHECK(printed(monthly.first_from(day("2026-03-01"), day("2026-01-31"))) == "2026-03-31");
}

TEST_CASE("the last such weekday on or before a day", "[calendar][anchor]") {
  FixedStart monday;
  monday.weekday = 1;
  CHECK(printed(monday.last_on_or_before(day("2026-11-24"))) == "2026-11-23");
  CHECK(printed(monday.last_on_or_before(day("2026-11-23"))) == "2026-11-23");
  CHECK(printed(monday.last_on_or_before(day("2026-11-22"))) == "2026-11-16");
  CHECK(monday.last_on_or_before(day("2026-11-23T10:00:00Z")) == day("2026-11-23"));
  FixedStart sunday;
  sunday.weekday = 7;
  CHECK(printed(sunday.last_on_or_before(day("2026-11-23"))) == "2026-11-22");
}

}  // namespace
}  // namespace planshift
