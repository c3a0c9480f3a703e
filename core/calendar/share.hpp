// Proration: what remains of a cycle at a moment, R of L, in the vendor's unit.
//
// 365-day cycle to 1 March 2027, asked on 22 November 2026:
//   day     99 of 365          second  8,553,600 of 31,536,000
// month to 1 December, asked on 16 November:
//   day30   15 of 30 (every month counts 30 days; its last day, and any past the 30th, counts as the 30th)
// Contract: §3.7.7, §3.7.8, §3.7.10, §5.4.1, §10.10.1.
#pragma once

#include <cstdint>

#include "core/calendar/instant.hpp"
#include "core/calendar/length.hpp"
#include "core/calendar/period.hpp"
#include "core/money/ratio.hpp"

namespace planshift {

enum class ProrationUnit : std::uint8_t {
  day,
  second,
  day30,
  minute,  // whole ones: a begun minute has gone
};

// Whether times are more than dates.
[[nodiscard]] constexpr bool has_time_of_day(ProrationUnit unit) {
  return unit == ProrationUnit::second || unit == ProrationUnit::minute;
}

// Which side the day of a change belongs to.
enum class ChangeDay : std::uint8_t {
  remaining,  // unused on the old terms, charged on the new ones
  used,       // neither
};

// What becomes of what is more than the cycle.
enum class Excess : std::uint8_t {
  cut,   // a month of 30 days has no 31st; a trial longer than its cycle is paid like a cycle
  kept,  // in a period that was extended past its cycle
};

struct Share {
  std::int64_t remaining = 0;  // 0 to `of`, unless the excess is kept
  std::int64_t of = 1;         // > 0

  [[nodiscard]] constexpr Ratio ratio() const { return {remaining, of}; }
};

// What remains at `at` of the whole cycle `cycle`, which has the length `length`.
[[nodiscard]] Share share_remaining(Instant at, Period cycle, Length length, ProrationUnit unit, ChangeDay change_day,
                                    Excess excess = Excess::cut);

// What of that cycle lies between two moments.
[[nodiscard]] Share share_between(Instant from, Instant to, Period cycle, Length length, ProrationUnit unit,
                                  Excess excess = Excess::cut);

// How many whole units lie between two moments. Months of 30 days are no count of days.
[[nodiscard]] std::int64_t units_between(Instant from, Instant to, ProrationUnit unit);
// The moment that lies so many units after another; units of months have none.
[[nodiscard]] Instant after_units(Instant from, std::int64_t units, ProrationUnit unit);

}  // namespace planshift
