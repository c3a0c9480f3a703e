// Contract: §3.7.7, §3.7.8, §3.7.10, §5.4.1.
import { civil, daysAway, isMonthEnd, momentAt, secondsOf } from "./calendar.mjs";
import { stepped } from "./length.mjs";
import { ratio } from "./rational.mjs";

const thirtyDay = (moment) => {
  const { year, month, day } = civil(moment.day);
  return { year, month, day: isMonthEnd(moment) || day > 30 ? 30 : day };
};

export const between = {
  day: (a, b) => b.day - a.day,
  second: (a, b) => secondsOf(b) - secondsOf(a),
  minute: (a, b) => Math.floor((secondsOf(b) - secondsOf(a)) / 60),
  day30: (a, b) => {
    const [from, to] = [thirtyDay(a), thirtyDay(b)];
    return 360 * (to.year - from.year) + 30 * (to.month - from.month) + to.day - from.day;
  },
};

export const unitsAway = {
  day: daysAway,
  second: (moment, count) => momentAt(secondsOf(moment) + count),
  minute: (moment, count) => momentAt(secondsOf(moment) + 60 * count),
};

// How long a whole cycle from `begin` to `end` is.
const whole = (unit, begin, end, length) => (unit === "day30" ? 30 * length.months : between[unit](begin, end));

// What remains of the whole cycle that ends at `end`: {remaining, of, unit}, 0 <= remaining <= of, but for a period that
// is `extended`. `used`: the day of the change is not part of what remains.
export const shareOf = ({ unit, at, end, length, anchor, used = false, extended = false }) => {
  const begin = stepped(end, length, -1, anchor);
  const of = whole(unit, begin, end, length);
  const lies = between[unit](at, end);
  const left = (extended ? lies : Math.min(lies, of)) - (used ? 1 : 0);
  return { remaining: Math.max(0, left), of, unit };
};

// The part of a whole period that lies before `until`, a day in it.
export const partOf = ({ unit, period, until, length }) => {
  const of = whole(unit, period.start, period.end, length);
  return { remaining: Math.max(0, Math.min(between[unit](period.start, until), of)), of, unit };
};

export const fraction = ({ remaining, of }) => ratio(BigInt(remaining), BigInt(of));
