#include "core/calendar/date.hpp"

#include <algorithm>

#include "core/calendar/digits.hpp"
#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

// Eras of 400 years make the arithmetic the same for all; a year counted from March puts the leap day last.
constexpr std::int32_t days_per_era = 146'097;
constexpr std::int32_t epoch_in_eras = 719'468;    // days from 0000-03-01 to 1970-01-01
constexpr std::int32_t last_in_range = 2'932'896;  // 9999-12-31

constexpr std::int32_t floor_divide(std::int32_t a, std::int32_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr std::int32_t days_of(std::int32_t year, std::int32_t month, std::int32_t day) {
  const std::int32_t y = month <= 2 ? year - 1 : year;
  const std::int32_t era = floor_divide(y, 400);
  const std::int32_t year_of_era = y - era * 400;
  const std::int32_t month_from_march = month > 2 ? month - 3 : month + 9;
  const std::int32_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  const std::int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - epoch_in_eras;
}
static_assert(days_of(1970, 1, 1) == 0 && days_of(9999, 12, 31) == last_in_range);

}  // namespace

bool is_leap_year(std::int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int32_t last_day_of_month(std::int32_t year, std::int32_t month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

Date Date::clamped(std::int32_t year, std::int32_t month, std::int32_t day) {
  const std::int32_t years_on = floor_divide(month - 1, 12);
  year += years_on;
  month -= years_on * 12;
  const std::int32_t last = last_day_of_month(year, month);
  return Date(days_of(year, month, std::min(day, last)));
}

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = read_digits(text, 0, 4);
  const auto month = read_digits(text, 5, 2);
  const auto day = read_digits(text, 8, 2);
  if (!year || *year < 1970 || !month || *month < 1 || *month > 12) return std::nullopt;
  if (!day || *day < 1 || *day > last_day_of_month(*year, *month)) return std::nullopt;
  return Date(days_of(*year, *month, *day));
}

CivilDate Date::civil() const {
  const std::int32_t shifted = days_ + epoch_in_eras;
  const std::int32_t era = floor_divide(shifted, days_per_era);
  const std::int32_t day_of_era = shifted - era * days_per_era;
  const std::int32_t year_of_era = (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int32_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int32_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * month_from_march + 2) / 5 + 1};
}

bool Date::in_range() const { return days_ >= 0 && days_ <= last_in_range; }

std::string Date::text() const {
  char text[text_size];
  return {text, write(text)};
}

char* Date::write(char* to) const {
  ensure(in_range());
  const CivilDate date = civil();
  to = write_digits(to, date.year, 4);
  *to++ = '-';
  to = write_digits(to, date.month, 2);
  *to++ = '-';
  return write_digits(to, date.day, 2);
}

}  // namespace planshift
