import { addDays, addLength, daysIn } from "../exact/dates.js";
import { countsSeats } from "../words/words.js";
import { priceOn, rolesIn } from "../engine/policy.js";
import { withEnd } from "../engine/requests.js";

/**
 * The example that the form shows until the reader types: a subscriber in the middle of a period, on the second
 * plan, who looks at the next one up. A prospect's example takes the shortest cycle, so that the page leads
 * no reader to the dearer commitment.
 */
export function exampleState(catalog, mode, at) {
  const cycles = [...catalog.cycles].sort((a, b) => daysIn(a.length) - daysIn(b.length));
  const soldOn = (each) => catalog.plans.filter((plan) => !plan.retired && priceOn(plan, each.id));
  // A change needs a second plan to go to.
  const cycle = mode === "quote" ? cycles[0] : (cycles.findLast((each) => soldOn(each).length > 1) ?? cycles.at(-1));
  const plans = soldOn(cycle).sort((a, b) => a.rank - b.rank);
  const plan = plans[plans.length > 2 ? 1 : 0] ?? catalog.plans[0];
  const better = plans[plans.indexOf(plan) + 1] ?? plan;
  const seats = String(countsSeats(catalog) ? Math.max(3, plan.seats?.min ?? 1, better.seats?.min ?? 1) : 1);

  const state = new Map([
    ["mode", mode],
    ["at", at],
    ["have.plan", plan.id],
    ["have.cycle", cycle.id],
    ["have.seats", seats],
    ["have.period.end", exampleEnd(cycle.length, at)],
    ["want.plan", mode === "quote" ? plan.id : better.id],
    ["want.cycle", cycle.id],
    ["want.seats", seats],
  ]);
  const [firstRole] = rolesIn(catalog);
  if (firstRole) state.set("role", firstRole);
  if (plan.credits) state.set("have.credits_left", String(Math.min(4, plan.credits.per_period)));
  return state;
}

/** A billing date ahead of `at`, with a little more than a quarter of a long cycle left and 18 days of a month. */
export function exampleEnd(length, at) {
  const remaining = Math.max(1, Math.min(daysIn(length) > 100 ? 99 : 18, Math.floor(daysIn(length)) - 1));
  const end = addDays(at, remaining);
  return addLength(end, length, -1) <= at ? end : addDays(at, 1);
}

/** The state that a subscription object describes, for pages that know their reader's. */
export function stateOfSubscription(subscription, state) {
  const next = new Map([...state].filter(([name]) => !name.startsWith("have.")));
  const put = (name, value) => {
    if (value !== undefined && value !== null && value !== false && value !== "") next.set(name, String(value));
  };
  for (const name of [
    "plan",
    "cycle",
    "seats",
    "seats_in_use",
    "anchor_day",
    "paid",
    "balance",
    "credits_left",
    "cancels_on",
    "started_on",
    "committed_until",
    "scheduled_on",
    "prices_of",
    "creditable",
  ]) {
    put(`have.${name}`, subscription[name]);
  }
  put("have.period.start", subscription.period?.start);
  put("have.period.end", subscription.period?.end);
  for (const name of ["trial", "extended"]) if (subscription[name]) put(`have.${name}`, "yes");
  for (const name of ["plan", "cycle", "seats"]) put(`have.scheduled.${name}`, subscription.scheduled?.[name]);
  for (const addon of subscription.addons ?? []) put(`have.addons.${addon.id}`, addon.seats ?? 1);
  if (subscription.scheduled?.addons) put("have.scheduled.addons", "yes"); // an empty list is one
  for (const addon of subscription.scheduled?.addons ?? []) put(`have.scheduled.addons.${addon.id}`, addon.seats ?? 1);
  for (const { id, until } of (subscription.discounts ?? []).map(withEnd)) {
    put(`have.discounts.${id}`, "yes");
    put(`have.discount_until.${id}`, until);
  }
  for (const [index, owed] of (subscription.pending ?? []).entries()) {
    put(`have.pending.${index}.label`, owed.label);
    put(`have.pending.${index}.amount`, owed.amount);
  }
  for (const name of ["plan", "cycle", "seats"])
    put(`want.${name}`, subscription.scheduled?.[name] ?? subscription[name]);
  for (const addon of subscription.scheduled?.addons ?? subscription.addons ?? [])
    put(`want.addons.${addon.id}`, addon.seats ?? 1);
  return next;
}
