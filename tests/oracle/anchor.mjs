// Contract: §4.2.2, §5.4.24, §5.6.5.
import { before, civil, dayOf, dayOfMonth, isMonthEnd, monthDays, same } from "./calendar.mjs";
import { isCalendar, stepped } from "./length.mjs";

// The day of the month on which periods end, when nothing says it: that of the end, or, where the end is
// a month's last day, the later day on which the period started (31 Jan - 28 Feb is anchored on the 31st).
export const defaultAnchor = (period) => {
  const [start, end] = [dayOfMonth(period.start), dayOfMonth(period.end)];
  return isMonthEnd(period.end) && start > end ? start : end;
};

export const fallsOn = (anchor, moment) => {
  const { year, month, day } = civil(moment.day);
  return day === Math.min(anchor, monthDays(year, month));
};

// Monday is 1; the first day of all, 1970-01-01, was a Thursday.
const isoWeekday = ({ day }) => ((day + 3) % 7) + 1;

// The last date on or before `at` that a cycle with fixed dates begins on.
const lastStart = ({ month, day, weekday }, at) => {
  if (weekday) return { day: at.day - ((isoWeekday(at) - weekday + 7) % 7), second: 0 };
  const now = civil(at.day);
  const candidates = month
    ? [now.year, now.year - 1].map((year) => [year, month])
    : [0, 1]
        .map((back) => now.year * 12 + now.month - 1 - back)
        .map((index) => [Math.floor(index / 12), (index % 12) + 1]);
  return candidates
    .map(([y, m]) => ({ day: dayOf(y, m, Math.min(day, monthDays(y, m))), second: 0 }))
    .find((date) => !before(at, date));
};

// The first period of a cycle that begins at `at`: fixed dates make it short, and then it is charged in part.
export const firstPeriod = (cycle, at) => {
  const { length, startsOn } = cycle;
  if (!startsOn) {
    const anchor = isCalendar(length) ? dayOfMonth(at) : undefined;
    return { period: { start: at, end: stepped(at, length, 1, anchor) }, anchor, partial: false };
  }
  const anchor = startsOn.day;
  const begin = lastStart(startsOn, at);
  const end = gridAfter(begin, length, anchor, at).end;
  return { period: { start: at, end }, anchor, partial: !same(begin, at) };
};

// The period of the grid through `origin` that contains `at`.
export const gridAfter = (origin, length, anchor, at) => {
  let count = 0;
  while (before(at, stepped(origin, length, count, anchor))) count -= 1;
  while (!before(at, stepped(origin, length, count + 1, anchor))) count += 1;
  return { start: stepped(origin, length, count, anchor), end: stepped(origin, length, count + 1, anchor) };
};
