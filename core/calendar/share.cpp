#include "core/calendar/share.hpp"

#include <algorithm>

#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

constexpr std::int64_t seconds_per_minute = 60;

std::int64_t day30_number(Instant at) {
  const CivilDate date = at.date().civil();
  const bool last = date.day == last_day_of_month(date.year, date.month);
  return 360 * std::int64_t{date.year} + 30 * date.month + (last ? 30 : date.day);
}

}  // namespace

std::int64_t units_between(Instant from, Instant to, ProrationUnit unit) {
  switch (unit) {
    case ProrationUnit::second: return to.seconds() - from.seconds();
    case ProrationUnit::minute: return (to.seconds() - from.seconds()) / seconds_per_minute;
    case ProrationUnit::day30: return day30_number(to) - day30_number(from);
    case ProrationUnit::day: break;
  }
  return to.date().days() - from.date().days();
}

Instant after_units(Instant from, std::int64_t units, ProrationUnit unit) {
  ensure(unit != ProrationUnit::day30);
  if (unit == ProrationUnit::second) return Instant::of_seconds(from.seconds() + units);
  if (unit == ProrationUnit::minute) return Instant::of_seconds(from.seconds() + units * seconds_per_minute);
  return from.plus_days(units);
}

Share share_remaining(Instant at, Period cycle, Length length, ProrationUnit unit, ChangeDay change_day,
                      Excess excess) {
  const Share left = share_between(at, cycle.end, cycle, length, unit, excess);
  const std::int64_t used_today = change_day == ChangeDay::used ? 1 : 0;
  return {std::max<std::int64_t>(left.remaining - used_today, 0), left.of};
}

Share share_between(Instant from, Instant to, Period cycle, Length length, ProrationUnit unit, Excess excess) {
  const std::int64_t of =
      unit == ProrationUnit::day30 ? std::int64_t{30} * length.months() : units_between(cycle.start, cycle.end, unit);
  // Months of 30 days, trials and extended periods can hold more than the cycle has (§5.4.1).
  const std::int64_t between = std::max<std::int64_t>(units_between(from, to, unit), 0);
  return {excess == Excess::kept ? between : std::min(between, of), of};
}

}  // namespace planshift
