// Contract: §4.2.7, §4.3.1, §10 (prices that change on a date).
import { before } from "./calendar.mjs";
import { priceOf } from "./price.mjs";
import { sum } from "./money.mjs";

// Terms: {plan, cycle, seats, addons: Map id -> seats}. What is scheduled: the same members, only those that change.
export const merged = (terms, partial) => ({ ...terms, ...partial });

export const sameAddons = (a, b) => a.size === b.size && [...a].every(([id, seats]) => b.get(id) === seats);

export const sameMember = (member, a, b) => (member === "addons" ? sameAddons(a, b) : a === b);

export const MEMBERS = ["plan", "cycle", "seats", "addons"];

export const difference = (from, to) =>
  Object.fromEntries(
    MEMBERS.filter((member) => !sameMember(member, from[member], to[member])).map((member) => [member, to[member]]),
  );

// A cycle's prices, each until its day.
const planSpec = (catalog, { plan, cycle }) => catalog.plans.get(plan).prices.get(cycle);
const addonSpec = (catalog, addon, cycle) => catalog.addons.get(addon).prices.get(cycle);
const onDay = (prices, day) => prices.find(({ until }) => !until || before(day, until));

export const planSold = (catalog, terms) => planSpec(catalog, terms) !== undefined;
export const addonSold = (catalog, addon, cycle) => addonSpec(catalog, addon, cycle) !== undefined;
export const allSold = (catalog, terms) =>
  planSold(catalog, terms) && [...terms.addons.keys()].every((addon) => addonSold(catalog, addon, terms.cycle));

export const addonsInOrder = (catalog, addons) =>
  [...catalog.addons.keys()].filter((id) => addons.has(id)).map((id) => [id, addons.get(id)]);

// The prices that a subscriber holds stay as long as plan and cycle do.
export const heldPrices = ({ terms: held, pricesOf }, terms) =>
  held.plan === terms.plan && held.cycle === terms.cycle ? pricesOf : undefined;
export const priceDay = (subscription, terms, day) => heldPrices(subscription, terms) ?? day;

// The parts that are paid for: the plan, then each add-on in catalog order; each with its list price on that day for a
// whole cycle.
export const planSubject = ({ plan, cycle, seats }) => ({ plan, cycle, seats });
export const planPart = (catalog, terms, day) => ({
  ...planSubject(terms),
  price: priceOf(onDay(planSpec(catalog, terms), day), terms.seats),
});
export const addonPart = (catalog, terms, addon, day) => {
  const seats = terms.addons.get(addon) ?? 0;
  return {
    addon,
    cycle: terms.cycle,
    seats,
    price: seats === 0 ? 0n : priceOf(onDay(addonSpec(catalog, addon, terms.cycle), day), seats),
  };
};
export const parts = (catalog, terms, day) => [
  planPart(catalog, terms, day),
  ...addonsInOrder(catalog, terms.addons).map(([addon]) => addonPart(catalog, terms, addon, day)),
];
export const listPrice = (catalog, terms, day) => sum(parts(catalog, terms, day).map(({ price }) => price));
