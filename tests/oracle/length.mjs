// Contract: §2.2.5 to §2.2.7.
import { daysAway, dayOfMonth, monthsAway } from "./calendar.mjs";
import { demand } from "./invalid.mjs";
import { ratio } from "./rational.mjs";

// P<n>D|W|M|Y as whole days or whole months.
export const parseLength = (text, where, { zero = false } = {}) => {
  const match = typeof text === "string" ? /^P(0|[1-9][0-9]{0,3})([DWMY])$/.exec(text) : null;
  demand(match, "not a length", where);
  const count = Number(match[1]);
  demand(count >= 1 || (zero && match[2] === "D"), "length out of range", where);
  return { D: { days: count }, W: { days: 7 * count, inWeeks: true }, M: { months: count }, Y: { months: 12 * count } }[
    match[2]
  ];
};

// For comparing and for the cost of 365 days: a month counts 30.436875 days (and so a year 365.2425).
export const measure = ({ days, months }) =>
  days === undefined ? ratio(BigInt(months) * 30436875n, 1000000n) : ratio(BigInt(days));

export const isCalendar = ({ months }) => months !== undefined;

// `count` lengths after (or, negative, before) a boundary; months fall on the anchor day, clamped.
export const stepped = (boundary, length, count, anchor) =>
  isCalendar(length) ? monthsAway(boundary, count * length.months, anchor) : daysAway(boundary, count * length.days);

// An offset such as a notice or a consequence's `after`: no anchor but the day itself.
export const offset = (moment, length, sign = 1) => stepped(moment, length, sign, dayOfMonth(moment));
