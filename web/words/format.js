import { dayOf } from "../exact/dates.js";

/**
 * Money, dates and lengths for the eye. Amounts go to `Intl` as text, which it formats exactly; they never become
 * a Number. Dates are days, so they are formatted in UTC whatever the reader's zone.
 */
export function formatter(tag, currency) {
  const key = `${tag} ${currency}`;
  return formatters.get(key) ?? formatters.set(key, makeFormatter(tag, currency)).get(key);
}

/** `Intl` takes longer to make its formats than all the rest of a page to be drawn: each is made once, when needed. */
const formatters = new Map();

function makeFormatter(tag, currency) {
  // Browsers disagree on Arabic digits; the fields take 0 to 9, so that is what is written everywhere.
  const lang = /^ar(-|$)(?!.*-nu-)/.test(tag) ? `${tag}-u-nu-latn` : tag;
  // British order of the date reads the same on both sides of the ocean; American money has the plain "$".
  const dates = lang === "en" ? "en-GB" : lang;
  const memory = new Map();
  const once = (key, make) => memory.get(key) ?? memory.set(key, make()).get(key);

  const dateFormat = (style) =>
    once(style, () => new Intl.DateTimeFormat(dates, { dateStyle: style, timeZone: "UTC" }));
  const momentFormat = () =>
    once("moment", () => new Intl.DateTimeFormat(dates, { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" }));
  const moneyFormat = (digits) =>
    once(
      `money ${digits}`,
      () =>
        new Intl.NumberFormat(lang, {
          style: "currency",
          currency,
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
    );
  // "US$" at the end of an amount would be torn apart in a line from right to left without this mark.
  const mark = /^(ar|he|fa|ur)/.test(lang) ? "\u200e" : "";
  const digitsOf = (amount) => amount.split(".")[1]?.length ?? 0;
  const asDate = (date) => new Date(`${dayOf(date)}T00:00:00Z`);
  /** Midnight is how a day is written where everything is counted in seconds. */
  const hasTime = (moment) => moment.length > 10 && !moment.endsWith("T00:00:00Z");
  const units = { D: "day", W: "week", M: "month", Y: "year" };

  return {
    money: (amount) => moneyFormat(digitsOf(amount)).format(amount).replace("-", "\u2212") + mark,
    number: (value) => once("number", () => new Intl.NumberFormat(lang)).format(value),
    percent: (value) =>
      once("percent", () => new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 6 })).format(
        `${value}e-2`,
      ),
    date: (date) => (hasTime(date) ? momentFormat().format(new Date(date)) : dateFormat("long").format(asDate(date))),
    shortDate: (date) => dateFormat("medium").format(asDate(date)),
    range: (from, to) => dateFormat("medium").formatRange(asDate(from), asDate(to)),
    /** `{ count: 30, unit: "D" }` → "30 days", "30 Tage", "30 日". */
    length: ({ count, unit }) =>
      once(unit, () => new Intl.NumberFormat(lang, { style: "unit", unit: units[unit], unitDisplay: "long" })).format(
        count,
      ),
    list: (items, type = "conjunction") => once(type, () => new Intl.ListFormat(lang, { type })).format(items),
    plural: (count) => once("plural", () => new Intl.PluralRules(lang)).select(count),
  };
}
