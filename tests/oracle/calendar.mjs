// Contract: §2.2.
import { demand } from "./invalid.mjs";

// The proleptic Gregorian calendar by counting: day 0 is 1970-01-01. A moment is {day, second}.
const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const leap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const monthDays = (year, month) => (month === 2 && leap(year) ? 29 : MONTHS[month - 1]);

const daysBefore = (year) => {
  const full = year - 1;
  return 365 * full + Math.floor(full / 4) - Math.floor(full / 100) + Math.floor(full / 400);
};
const EPOCH = daysBefore(1970);

export const dayOf = (year, month, day) => {
  const months = Array.from({ length: month - 1 }, (_, index) => monthDays(year, index + 1));
  return daysBefore(year) - EPOCH + months.reduce((a, b) => a + b, 0) + day - 1;
};

export const civil = (day) => {
  let year = Math.floor(day / 365.2425) + 1970;
  while (daysBefore(year) - EPOCH > day) year -= 1;
  while (daysBefore(year + 1) - EPOCH <= day) year += 1;
  let rest = day - (daysBefore(year) - EPOCH);
  let month = 1;
  for (; rest >= monthDays(year, month); month += 1) rest -= monthDays(year, month);
  return { year, month, day: rest + 1 };
};

export const FIRST_DAY = 0;
export const LAST_DAY = dayOf(9999, 12, 31);
export const inCalendar = (moment, where) => {
  demand(moment.day >= FIRST_DAY && moment.day <= LAST_DAY, "date outside 1970-9999", where);
  return moment;
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;

const parseDay = (text, where) => {
  const match = DATE.exec(text);
  demand(match, "not a date", where);
  const [year, month, day] = match.slice(1).map(Number);
  demand(year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month), "no such day", where);
  return dayOf(year, month, day);
};

// With `seconds` an Instant or a Date (its midnight) is read; without, a Date alone.
export const parseMoment = (text, seconds, where) => {
  demand(typeof text === "string", "not a date", where);
  const match = seconds ? INSTANT.exec(text) : null;
  if (!match) return { day: parseDay(text, where), second: 0 };
  const [hour, minute, second] = match.slice(2).map(Number);
  demand(hour < 24 && minute < 60 && second < 60, "no such time", where);
  return { day: parseDay(match[1], where), second: hour * 3600 + minute * 60 + second };
};

const padded = (number, width) => String(number).padStart(width, "0");
export const printDate = (moment) => {
  const { year, month, day } = civil(inCalendar(moment).day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};
export const printMoment = (moment, seconds) =>
  seconds
    ? `${printDate(moment)}T${[3600, 60, 1].map((unit) => padded(Math.floor(moment.second / unit) % (unit === 3600 ? 24 : 60), 2)).join(":")}Z`
    : printDate(moment);

export const secondsOf = ({ day, second }) => day * 86400 + second;
export const momentAt = (seconds) => ({
  day: Math.floor(seconds / 86400),
  second: ((seconds % 86400) + 86400) % 86400,
});
export const before = (a, b) => secondsOf(a) < secondsOf(b);
export const same = (a, b) => secondsOf(a) === secondsOf(b);

// The same time of day `months` away, on `anchor` or the month's last day before it.
export const monthsAway = (moment, months, anchor) => {
  const { year, month } = civil(moment.day);
  const index = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { day: dayOf(toYear, toMonth, Math.min(anchor, monthDays(toYear, toMonth))), second: moment.second };
};
export const daysAway = (moment, days) => ({ ...moment, day: moment.day + days });
export const dayOfMonth = (moment) => civil(moment.day).day;
export const isMonthEnd = (moment) => {
  const { year, month, day } = civil(moment.day);
  return day === monthDays(year, month);
};
