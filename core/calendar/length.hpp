// Lengths of time as ISO 8601 writes them, one number and one unit: P30D, P2W, P1M, P1Y.
// Contract: §2.2.5 to §2.2.7.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/instant.hpp"

namespace planshift {

enum class LengthUnit : std::uint8_t { day, week, month, year };

struct Length {
  std::int32_t count = 1;  // 1 to 9999; an offset may be 0 days
  LengthUnit unit = LengthUnit::day;

  // Reads P<n>D, P<n>W, P<n>M, P<n>Y with n from 1 to 9999.
  [[nodiscard]] static std::optional<Length> parse(std::string_view text);
  // The same, or P0D: for offsets and notices.
  [[nodiscard]] static std::optional<Length> parse_offset(std::string_view text);

  // Days and weeks: how many days.
  [[nodiscard]] bool is_in_days() const { return unit == LengthUnit::day || unit == LengthUnit::week; }
  [[nodiscard]] std::int32_t days() const { return unit == LengthUnit::week ? count * 7 : count; }
  // For month and year lengths: how many months.
  [[nodiscard]] std::int32_t months() const { return unit == LengthUnit::year ? count * 12 : count; }
  // To compare lengths: millionths of a day, where a month counts 30.436875 days and a year 365.2425.
  [[nodiscard]] std::int64_t average_micro_days() const;
};

// `from` moved by a length; months keep the day of the month, or clamp to the month's last (31 Jan + P1M = 28 Feb).
[[nodiscard]] Instant later(Instant from, Length length);
[[nodiscard]] Instant earlier(Instant from, Length length);

}  // namespace planshift
