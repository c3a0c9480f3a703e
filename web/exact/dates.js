/**
 * Civil dates as the documents write them ("2026-11-22"); no clock and no zone but in `todayIn`. An instant
 * ("2026-11-22T12:00:00Z") counts as its day.
 */
const millisecondsPerDay = 86_400_000;

export const dayOf = (moment) => moment.slice(0, 10);
export const isDate = (value) => /^\d{4}-\d\d-\d\d$/.test(value) && fromNumber(toNumber(value)) === value;
const toNumber = (date) => {
  const [year, month, day] = dayOf(date).split("-").map(Number);
  return Date.UTC(year, month - 1, day) / millisecondsPerDay;
};
const fromNumber = (number) => {
  const moment = new Date(number * millisecondsPerDay);
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString().slice(0, 10);
};
/** A day is its midnight. */
const instantOf = (moment) => (moment.length > 10 ? moment : `${moment}T00:00:00Z`);
export const isBefore = (a, b) => b !== "" && instantOf(a) < instantOf(b);
export const addDays = (date, days) => fromNumber(toNumber(date) + days);
export const daysBetween = (from, to) => toNumber(to) - toNumber(from);

/** The date one length (`P30D`, `P2W`, `P1M`, `P1Y`) later, or `times` of them; a month's end stays inside its month. */
export function addLength(date, length, times = 1) {
  const { count, unit } = partsOf(length);
  if (unit === "D") return addDays(date, count * times);
  if (unit === "W") return addDays(date, 7 * count * times);
  const months = (unit === "Y" ? 12 : 1) * count * times;
  const [year, month, day] = dayOf(date).split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromNumber(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)) / millisecondsPerDay);
}

/** How many whole lengths lie between two days. */
export function wholeLengths(from, to, length) {
  let count = Math.max(0, Math.floor(daysBetween(from, to) / daysIn(length)) + 1);
  while (count > 0 && addLength(from, length, count) > dayOf(to)) count -= 1;
  return count;
}

export function partsOf(length) {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(length);
  return { count: Number(count), unit };
}

/** About how many days a length has: enough to put cycles in order, never for money. */
export function daysIn(length) {
  const { count, unit } = partsOf(length);
  return count * { D: 1, W: 7, M: 30.436875, Y: 365.2425 }[unit];
}

/** Today where the vendor keeps its books; where the reader is, if the catalog names no zone or one unknown here. */
export function todayIn(timeZone) {
  // From the parts: how a language orders them differs from one browser to the next.
  const write = (zone) => {
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    const parts = new Map(format.formatToParts().map(({ type, value }) => [type, value]));
    return ["year", "month", "day"].map((type) => parts.get(type)).join("-");
  };
  try {
    return write(timeZone);
  } catch {
    return write();
  }
}
