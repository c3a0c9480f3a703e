import { daysIn } from "./dates.js";
import { priceOn, ruleFor } from "./policy.js";

/**
 * Why something is refused and what would make it possible, from the reason's code and the figures at hand:
 * `{ why, remedy }`, both sentences for the reader. `target` is what was asked for: plan, cycle and seats.
 */
export function reasonWords(reason, target, state, catalog, words) {
  const plan = catalog.plans.find(({ id }) => id === target.plan);
  const cycle = state.get("have.cycle");
  const rule = reason.movement ? ruleFor(catalog, reason.movement, cycle) : null;
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
    end: state.get("have.period.end") ? words.format.date(state.get("have.period.end")) : "",
    addons: words.format.list((target.addons ?? []).map(({ id }) => words.addon(id))),
  };
  const code = reason.code === "timing" ? `timing_${rule?.when === "period_end" ? "period_end" : "now"}` : reason.code;
  if (!words.has(`why_${code}`)) return { why: reason.message, remedy: "" };
  return {
    why: words.text(`why_${code}`, values),
    remedy: words.has(`remedy_${code}`) ? words.text(`remedy_${code}`, values) : "",
  };
}

const soldOn = (plan, catalog) =>
  catalog.cycles
    .filter(({ id }) => priceOn(plan, id))
    .sort((a, b) => daysIn(a.length) - daysIn(b.length))
    .map(({ id }) => id);
