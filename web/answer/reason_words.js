import { daysIn } from "../exact/dates.js";
import { priceOn } from "../engine/policy.js";
import { ruleOn } from "../engine/requests.js";

/**
 * Why something is refused and what would make it possible, from the reason's code and the figures at hand:
 * `{ why, remedy }`, both sentences for the reader. `target` is what was asked for: plan, cycle and seats.
 */
export function reasonWords(reason, target, state, catalog, words) {
  const plan = catalog.plans.find(({ id }) => id === target.plan);
  const rule = reason.movement ? ruleOn(state, reason.movement, catalog) : null;
  const values = {
    vendor: words.vendor(),
    movement: reason.movement ? words.text(`movement_${reason.movement}`) : words.text("this_change"),
    plan: plan?.name ?? target.plan ?? "",
    every: target.cycle ? words.every(target.cycle) : "",
    cycles: words.format.list(soldOn(plan, catalog).map(words.every), "disjunction"),
    min: words.seats(plan?.seats?.min ?? 1),
    max: words.seats(plan?.seats?.max ?? 1_000_000),
    in_use: words.seats(state.get("have.seats_in_use") || state.get("have.seats") || "1"),
    roles: rule?.roles ? words.format.list(rule.roles.map(words.role), "disjunction") : "",
    end: dateIn(state, "have.period.end", words),
    term_end: dateIn(state, "have.committed_until", words) || dateIn(state, "have.period.end", words),
    addons: words.format.list((target.addons ?? []).map(({ id }) => words.addon(id))),
  };
  const code = reason.code === "timing" ? `timing_${possible(rule)}` : reason.code;
  if (!words.has(`why_${code}`)) return { why: reason.message, remedy: "" };
  return {
    why: words.text(`why_${code}`, values),
    remedy: words.has(`remedy_${code}`) ? words.text(`remedy_${code}`, values) : "",
  };
}

const dateIn = (state, name, words) => (state.get(name) ? words.format.date(state.get(name)) : "");

/** When a movement that was asked for at the wrong time could be had. */
const possible = (rule) => (["period_end", "term_end"].includes(rule?.when) ? rule.when : "now");

const soldOn = (plan, catalog) =>
  catalog.cycles
    .filter(({ id }) => priceOn(plan, id))
    .sort((a, b) => daysIn(a.length) - daysIn(b.length))
    .map(({ id }) => id);
