// What is paid once: with a quote, and for movements whose rules say so.
// Contract: §10 (one-off fees).
import { kept, line } from "./payment.mjs";
import { priceOf } from "./price.mjs";
import { addonsInOrder } from "./terms.mjs";

const planOnce = (catalog, { plan, seats }) => {
  const { once } = catalog.plans.get(plan);
  return once ? priceOf(once, seats) : 0n;
};
const addonOnce = (catalog, addon, seats = 0) => {
  const { once } = catalog.addons.get(addon);
  return once && seats > 0 ? priceOf(once, seats) : 0n;
};

// The new plan's whole amount; of seats what it is more for the new ones than for the old.
const amountOf = (catalog, { member, addon }, from, to) => {
  if (member === "plan") return planOnce(catalog, to);
  const more =
    member === "addons"
      ? addonOnce(catalog, addon, to.addons.get(addon)) - addonOnce(catalog, addon, from.addons.get(addon))
      : planOnce(catalog, to) - planOnce(catalog, from);
  return more > 0n ? more : 0n;
};

const subjectOf = ({ addon }, { plan, seats, addons }) =>
  addon ? { addon, seats: addons.get(addon) } : { plan, seats };

// Movement by movement, each from the terms that the one before left.
export const onceLines = (catalog, terms, movements) => {
  let from = terms;
  const lines = movements.map((movement) => {
    const to = movement.apply(from);
    const made = { movement: movement.kind, cite: movement.rule.cite };
    const amount = movement.rule.once ? amountOf(catalog, movement, from, to) : 0n;
    from = to;
    return line("once", "charge", amount, { ...subjectOf(movement, to), ...made });
  });
  return kept(lines);
};

export const quotedOnce = (catalog, terms) =>
  kept([
    line("once", "charge", planOnce(catalog, terms), { plan: terms.plan, seats: terms.seats }),
    ...addonsInOrder(catalog, terms.addons).map(([addon, seats]) =>
      line("once", "charge", addonOnce(catalog, addon, seats), { addon, seats }),
    ),
  ]);
