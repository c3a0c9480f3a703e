import { addLength, isBefore } from "../exact/dates.js";

/**
 * What a catalog's policy says of one movement while the subscription is on one cycle, with the defaults filled in.
 * With an `age` (`ageOf`) it is what holds on that day; the entry of the first days behind it is then its `window`.
 */
export function ruleFor(catalog, movement, cycle, age) {
  const written = new Map(Object.entries(catalog.policy.rules)).get(movement);
  if (!written) return { when: "never", cite: [] };
  const override = new Map(Object.entries(written.on_cycles ?? {})).get(cycle);
  const { on_cycles: _, in_first: windows = [], ...said } = { ...written, ...override };
  const window = age && windows.find((each) => isBefore(age.at, endOfWindow(each, age)));
  const { of: __, length: ___, ...overriding } = window ?? {};
  const rule = { ...said, ...overriding };
  const isCancel = movement === "cancel";
  return {
    when: isCancel ? "period_end" : "now",
    choice_default: "now",
    cycle: "keep",
    unused: isCancel ? "forfeit" : "credit",
    charge: rule.cycle === "restart" ? "full" : "prorated",
    collect: "now",
    carry_credits: false,
    once: movement === "add_addon",
    cite: [],
    ...rule,
    window: window ?? null,
    windows,
  };
}

/** What the first days are counted from, on a day. */
export const ageOf = ({ started_on: startedOn, period }, at) => ({ at, startedOn, periodStart: period.start });

/** The last that a document can name: JavaScript writes years after it with a plus. */
const lastDay = "9999-12-31";

/** The first moment after an entry of the first days; "", before which nothing is, where it never holds. */
export function endOfWindow({ of, length }, { startedOn, periodStart }) {
  const from = of === "subscription" ? startedOn : periodStart;
  if (!from) return "";
  const end = addLength(from, length);
  return end.startsWith("+") ? lastDay : end + from.slice(10);
}

export const roundingOf = (catalog) => catalog.policy.proration?.rounding ?? "half_up";

/** Every role that some rule names, in the catalog's order. */
export function rolesIn(catalog) {
  const rules = Object.values(catalog.policy.rules);
  const written = rules.flatMap((rule) => [rule, ...Object.values(rule.on_cycles ?? {})]);
  return [...new Set(written.flatMap((rule) => [rule, ...(rule.in_first ?? [])]).flatMap((rule) => rule.roles ?? []))];
}

export const sourcesOf = (catalog, cite = []) =>
  cite.map((id) => catalog.sources?.find((source) => source.id === id)).filter(Boolean);

/** What a plan or add-on costs on a cycle in a period that begins on `day`; undefined where it isn't sold on it. */
export function priceOn(item, cycle, day = "") {
  const price = new Map(Object.entries(item?.prices ?? {})).get(cycle);
  if (!Array.isArray(price)) return price;
  const { until: _, ...own } = price.find(({ until }) => !until || isBefore(day, until)) ?? {};
  return own;
}
