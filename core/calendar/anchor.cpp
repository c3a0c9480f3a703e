#include "core/calendar/anchor.hpp"

#include <algorithm>

namespace planshift {

AnchorDay anchor_told_by(Period period) {
  const CivilDate end = period.end.date().civil();
  const CivilDate start = period.start.date().civil();
  const bool end_is_last = end.day == last_day_of_month(end.year, end.month);
  return end_is_last ? std::max(start.day, end.day) : end.day;
}

bool falls_on(Instant end, AnchorDay anchor) {
  const CivilDate date = end.date().civil();
  return Date::clamped(date.year, date.month, anchor) == end.date();
}

Instant Recurrence::moved(Instant point, std::int64_t cycles) const {
  if (length.is_in_days()) return point.plus_days(cycles * length.days());
  const CivilDate date = point.date().civil();
  const auto months = static_cast<std::int32_t>(cycles * length.months());
  return Instant::at(Date::clamped(date.year, date.month + months, anchor), point.second_of_day());
}

std::int64_t Recurrence::whole_cycles(Instant point, Instant at) const {
  // A first guess from the average length, then whole steps to the cycle itself: never more than a few.
  const std::int64_t micro_days = (at.seconds() - point.seconds()) / Instant::seconds_per_day * 1'000'000;
  std::int64_t cycles = micro_days / length.average_micro_days();
  while (moved(point, cycles) > at) --cycles;
  while (moved(point, cycles + 1) <= at) ++cycles;
  return cycles;
}

Period Recurrence::containing(Instant at, Instant point) const {
  const std::int64_t cycles = whole_cycles(point, at);
  return {moved(point, cycles), moved(point, cycles + 1)};
}

Instant Recurrence::first_from(Instant at, Instant point) const {
  const Period period = containing(at, point);
  return period.start == at ? at : period.end;
}

Instant FixedStart::last_on_or_before(Instant at) const {
  if (weekday) {
    const std::int32_t days_since = (at.date().weekday() - *weekday + 7) % 7;
    return Instant::at(at.date()).plus_days(-days_since);
  }
  const CivilDate today = at.date().civil();
  const Date this_time = Date::clamped(today.year, month.value_or(today.month), day);
  if (Instant::at(this_time) <= at) return Instant::at(this_time);
  if (month) return Instant::at(Date::clamped(today.year - 1, *month, day));
  return Instant::at(Date::clamped(today.year, today.month - 1, day));
}

}  // namespace planshift
