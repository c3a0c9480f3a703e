// A moment in time to the second, UTC. A vendor who bills by the day has only midnights.
// A UTC day is always 86,400 seconds: no leap seconds, no daylight saving.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/calendar/date.hpp"

namespace planshift {

class Instant {
 public:
  static constexpr std::int64_t seconds_per_day = 86'400;

  constexpr Instant() = default;
  [[nodiscard]] static constexpr Instant of_seconds(std::int64_t seconds_since_epoch) {
    return Instant(seconds_since_epoch);
  }
  // Midnight UTC of a date, or a time of that day.
  [[nodiscard]] static constexpr Instant at(Date date, std::int64_t second_of_day = 0) {
    return Instant(date.days() * seconds_per_day + second_of_day);
  }
  // Reads "2026-11-22T12:00:00Z" and nothing else.
  [[nodiscard]] static std::optional<Instant> parse(std::string_view text);

  [[nodiscard]] constexpr std::int64_t seconds() const { return seconds_; }
  [[nodiscard]] constexpr Date date() const {
    const std::int64_t day = seconds_ >= 0 ? seconds_ / seconds_per_day : (seconds_ + 1) / seconds_per_day - 1;
    return Date::of_days(static_cast<std::int32_t>(day));
  }
  [[nodiscard]] constexpr std::int64_t second_of_day() const { return seconds_ - at(date()).seconds(); }
  [[nodiscard]] constexpr Instant plus_days(std::int64_t days) const {
    return Instant(seconds_ + days * seconds_per_day);
  }
  [[nodiscard]] bool in_range() const { return date().in_range(); }
  static constexpr std::size_t text_size = 20;  // of "2026-11-22T12:00:00Z"
  [[nodiscard]] std::string text() const;
  // Writes the text at `to`, which has room for it; returns its end.
  [[nodiscard]] char* write(char* to) const;

  friend constexpr auto operator<=>(Instant, Instant) = default;

 private:
  constexpr explicit Instant(std::int64_t seconds) : seconds_(seconds) {}
  std::int64_t seconds_ = 0;
};

}  // namespace planshift
