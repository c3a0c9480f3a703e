#include "core/calendar/date.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

// The calendar once more, as one counts it by hand: a day after the other.
struct ByHand {
  std::int32_t year = 1970, month = 1, day = 1;

  [[nodiscard]] std::int32_t days_in_month() const {
    constexpr std::int32_t common[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 400 == 0) || (year % 4 == 0 && year % 100 != 0);
    return month == 2 && leap ? 29 : common[month - 1];
  }
  void advance() {
    if (++day <= days_in_month()) return;
    day = 1;
    if (++month <= 12) return;
    month = 1;
    ++year;
  }
};

TEST_CASE("every day from 1970 to 9999 goes to its number, its fields and its text and back", "[calendar][date]") {
  ByHand hand;
  std::int32_t days = 0;
  for (; hand.year < 10'000; hand.advance(), ++days) {
    const Date date = Date::of_days(days);
    const CivilDate civil = date.civil();
    const bool same = civil.year == hand.year && civil.month == hand.month && civil.day == hand.day &&
                      Date::clamped(hand.year, hand.month, hand.day) == date && Date::parse(date.text()) == date &&
                      last_day_of_month(hand.year, hand.month) == hand.days_in_month() && date.in_range();
    if (!same) FAIL("day " << days << " is " << hand.year << '-' << hand.month << '-' << hand.day);
  }
  CHECK(days == 2'932'897);
  CHECK(!Date::of_days(days).in_range());
  CHECK(!Date::of_days(-1).in_range());
}

TEST_CASE("days outside of the range can still be counted with", "[calendar][date]") {
  CHECK(Date::of_days(-1).civil().year == 1969);
  CHECK(Date::of_days(-1).civil().day == 31);
  CHECK(Date::clamped(-1, 3, 1).civil().year == -1);
  CHECK(Date::clamped(-400, 2, 29).civil().day == 29);
  CHECK(Date::clamped(0, 2, 30).days() == -719'469);  // 0000-02-29, the day before 0000-03-01
  CHECK(Date::clamped(19'998, 12, 31).civil().year == 19'998);
}

TEST_CASE("leap years: every fourth, not the hundredth, but the four hundredth", "[calendar][date]") {
  CHECK(is_leap_year(2024));
  CHECK(!is_leap_year(2026));
  CHECK(!is_leap_year(1900));
  CHECK(!is_leap_year(2100));
  CHECK(is_leap_year(2000));
}

TEST_CASE("a day past the month's end becomes its last, and months count on across years", "[calendar][date]") {
  struct Row {
    std::int32_t year, month, day;
    std::string_view text;
  };
  const Row rows[] = {
      {2026, 2, 31, "2026-02-28"},  {2028, 2, 31, "2028-02-29"},  {2026, 4, 31, "2026-04-30"},
      {2026, 13, 31, "2027-01-31"}, {2026, 25, 15, "2028-01-15"}, {2026, 0, 31, "2025-12-31"},
      {2026, -11, 31, "2025-01-31"}, {2026, -12, 31, "2024-12-31"}, {2026, 12, 31, "2026-12-31"},
  };
  for (const Row& row : rows) CHECK(Date::clamped(row.year, row.month, row.day).text() == row.text);
}

TEST_CASE("only dates of the calendar, written in one way, are read", "[calendar][date]") {
  CHECK(Date::parse("1970-01-01")->days() == 0);
  CHECK(Date::parse("2000-02-29"));
  CHECK(Date::parse("9999-12-31")->days() == 2'932'896);
  for (const char* text : {"", "2026-2-01", "2026-02-29", "2100-02-29", "2026-00-10", "2026-13-01", "2026-01-00",
                           "2026-01-32", "2026-04-31", "1969-12-31", "2026/01/01", "2026-01/01", "02026-01-01",
                           "2026-01-01 ", " 2026-01-01", "2026-01-1a", "20a6-01-01", "2026-a1-01", "2026-01-01T00:00:00Z",
                           "0000-01-01", "2026-01-:1", "2026-01-/1"}) {
    CAPTURE(text);
    CHECK(!Date::parse(text));
  }
}

TEST_CASE("weekdays count from Monday on", "[calendar][date]") {
  const auto weekday = [](std::string_view text) { return Date::parse(text)->weekday(); };
  CHECK(weekday("1970-01-01") == 4);
  CHECK(weekday("1970-01-04") == 7);
  CHECK(weekday("1970-01-05") == 1);
  CHECK(weekday("2026-11-24") == 2);
  CHECK(weekday("2028-02-29") == 2);
  CHECK(weekday("9999-12-31") == 5);
}

}  // namespace
}  // namespace planshift
