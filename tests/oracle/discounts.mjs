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

// The `everything` discounts of keep lines. The old list speaks of unused lines, the new one of charges; a
// discount on both lists takes its percent of both in one line. Each side gives way only to what it was reduced by.
export const keepReductions = (catalog, oldIds, newIds, unused, charged, rounding) => {
  const [before, after] = [oldIds, newIds].map((ids) => named(catalog, ids, "everything").map(({ id }) => id));
  const earlier = [];
  const sidesOf = (id) => ({ old: before.includes(id), new: after.includes(id) });
  return [...new Set([...before, ...after])].map((id) => {
    const discount = catalog.discounts.get(id);
    const sides = sidesOf(id);
    const base = (sides.old ? unused : 0n) + (sides.new ? charged : 0n);
    const gone = earlier
      .map(({ amount, sides: its, percent }) => {
        if ((!its.old || sides.old) && (!its.new || sides.new)) return amount;
        const shared = (its.old && sides.old ? unused : 0n) + (its.new && sides.new ? charged : 0n);
        return round(times(over(percent, HUNDRED), ratio(shared)), rounding);
      })
      .reduce((a, b) => a + b, 0n);
    const amount = fits(clipped(taken(discount, base, ONE, rounding), base - gone));
    earlier.push({ amount, sides, percent: discount.percent });
    return { discount: id, amount };
  });
};
