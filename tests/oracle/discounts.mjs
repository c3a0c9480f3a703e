// Contract: §3.5, §5.4.30 to §5.4.32.
import { fits } from "./money.mjs";
import { ONE, over, ratio, round, times } from "./rational.mjs";

const HUNDRED = ratio(100n);

const clipped = (amount, room) => {
  if (room >= 0n) return amount < 0n ? 0n : amount > room ? room : amount;
  return amount > 0n ? 0n : amount < room ? room : amount;
};

export const named = (catalog, ids, ...kinds) =>
  ids.map((id) => catalog.discounts.get(id)).filter(({ on }) => kinds.includes(on));

const taken = (discount, base, share, rounding) =>
  discount.percent
    ? round(times(over(discount.percent, HUNDRED), ratio(base)), rounding)
    : round(times(ratio(discount.amount), share), rounding);

// What each discount takes off `base`, together never more than it; an `amount` in the given share.
export const reductions = (discounts, base, rounding, share = ONE) => {
  let room = base;
  return discounts.map((discount) => {
    const amount = clipped(taken(discount, base, share, rounding), room);
    room -= amount;
    return { discount: discount.id, amount: fits(amount) };
  });
};

// D(x): x less the discounts that apply.
export const discounted = (discounts, base, rounding) =>
  reductions(discounts, base, rounding).reduce((rest, { amount }) => rest - amount, base);

// The `everything` discounts of keep lines. The old list speaks of unused lines, the new one of charges, each limited
// by itself. One that is on both lists and shortened on neither takes its percent of both sides, rounded once.
export const keepReductions = (catalog, oldIds, newIds, unused, charged, rounding) => {
  const list = (ids) => named(catalog, ids, "everything");
  if (oldIds.join() === newIds.join()) return reductions(list(oldIds), unused + charged, rounding);
  const sides = [
    { base: unused, taken: reductions(list(oldIds), unused, rounding) },
    { base: charged, taken: reductions(list(newIds), charged, rounding) },
  ];
  return list([...new Set([...oldIds, ...newIds])]).map((discount) => {
    const parts = sides.flatMap(({ base, taken: all }) =>
      all
        .filter((each) => each.discount === discount.id)
        .map(({ amount }) => ({ amount, whole: amount === taken(discount, base, ONE, rounding) })),
    );
    const together = parts.length === 2 && parts.every(({ whole }) => whole);
    const amount = together
      ? taken(discount, unused + charged, ONE, rounding)
      : parts.reduce((sum, part) => sum + part.amount, 0n);
    return { discount: discount.id, amount: fits(amount) };
  });
};
