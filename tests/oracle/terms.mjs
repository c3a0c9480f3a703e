// Contract: §4.2.7, §4.3.1.
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

const planSpec = (catalog, { plan, cycle }) => catalog.plans.get(plan).prices.get(cycle);
const addonSpec = (catalog, addon, cycle) => catalog.addons.get(addon).prices.get(cycle);

export const planSold = (catalog, terms) => planSpec(catalog, terms) !== undefined;
export const addonSold = (catalog, addon, cycle) => addonSpec(catalog, addon, cycle) !== undefined;
export const allSold = (catalog, terms) =>
  planSold(catalog, terms) && [...terms.addons.keys()].every((addon) => addonSold(catalog, addon, terms.cycle));

export const addonsInOrder = (catalog, addons) =>
  [...catalog.addons.keys()].filter((id) => addons.has(id)).map((id) => [id, addons.get(id)]);

// The parts that are paid for: the plan, then each add-on in catalog order; each with its list price for a whole cycle.
export const planPart = (catalog, terms) => ({
  plan: terms.plan,
  cycle: terms.cycle,
  seats: terms.seats,
  price: priceOf(planSpec(catalog, terms), terms.seats),
});
export const addonPart = (catalog, terms, addon) => {
  const seats = terms.addons.get(addon) ?? 0;
  return {
    addon,
    cycle: terms.cycle,
    seats,
    price: seats === 0 ? 0n : priceOf(addonSpec(catalog, addon, terms.cycle), seats),
  };
};
export const parts = (catalog, terms) => [
  planPart(catalog, terms),
  ...addonsInOrder(catalog, terms.addons).map(([addon]) => addonPart(catalog, terms, addon)),
];
export const listPrice = (catalog, terms) => sum(parts(catalog, terms).map(({ price }) => price));
