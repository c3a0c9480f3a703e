// A civil date of the Gregorian calendar, as a count of days since 1970-01-01. No clock, no zones.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace planshift {

// The fields of a date. A different type from the count, so that the compiler tells them apart.
struct CivilDate {
  std::int32_t year = 1970;
  std::int32_t month = 1;  // 1 to 12
  std::int32_t day = 1;    // 1 to 31
};

[[nodiscard]] bool is_leap_year(std::int32_t year);
[[nodiscard]] std::int32_t last_day_of_month(std::int32_t year, std::int32_t month);

class Date {
 public:
  constexpr Date() = default;
  [[nodiscard]] static constexpr Date of_days(std::int32_t days_since_epoch) { return Date(days_since_epoch); }
  // `day` past the month's end becomes its last day; `month` may be any whole number, counted on from January.
  [[nodiscard]] static Date clamped(std::int32_t year, std::int32_t month, std::int32_t day);
  // Reads "2026-11-22", from 1970-01-01 to 9999-12-31.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text);

  [[nodiscard]] constexpr std::int32_t days() const { return days_; }
  [[nodiscard]] CivilDate civil() const;
  // 1 to 7 from Monday on, as ISO 8601 counts. Of dates from 1970 on.
  [[nodiscard]] constexpr std::int32_t weekday() const {
    constexpr std::int32_t monday_before_epoch = 3;  // 1970-01-01 was a Thursday
    return (days_ + monday_before_epoch) % 7 + 1;
  }
  // 1970-01-01 to 9999-12-31. Arithmetic may leave the range; no date outside it is ever printed.
  [[nodiscard]] bool in_range() const;
  static constexpr std::size_t text_size = 10;  // of "2026-11-22"
  [[nodiscard]] std::string text() const;
  // Writes the text at `to`, which has room for it; returns its end.
  [[nodiscard]] char* write(char* to) const;

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

}  // namespace planshift
