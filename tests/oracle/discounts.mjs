// Contract: §3.5, §5.4.30 to §5.4.32, §10 (discounts that end).
import { before, secondsOf } from "./calendar.mjs";
import { offset } from "./length.mjs";
import { fits } from "./money.mjs";
import { ONE, over, ratio, round, times } from "./rational.mjs";

const HUNDRED = ratio(100n);

const clipped = (amount, room) => {
  if (room >= 0n) return amount < 0n ? 0n : amount > room ? room : amount;
  return amount > 0n ? 0n : amount < room ? room : amount;
};

// A list of discounts holds {id, until}: each applies to periods that begin before its `until`, if it has one.
const appliesOn =
  (start) =>
  ({ until }) =>
    !until || before(start, until);

// Those that apply to a period that begins at `start`.
export const named = (catalog, list, start, ...kinds) =>
  list
    .filter(appliesOn(start))
    .map(({ id }) => catalog.discounts.get(id))
    .filter(({ on }) => kinds.includes(on));

export const lasting = (list, start) => list.filter(appliesOn(start));

// What a quote or a change names, with its end: one that is held keeps its own, another one begins at `at`.
export const begunDiscounts = (catalog, list, at, held = []) =>
  list.map((each) => {
    if (each.until) return each;
    const { lasts } = catalog.discounts.get(each.id);
    return held.find(({ id }) => id === each.id) ?? (lasts ? { ...each, until: offset(at, lasts) } : each);
  });

export const sameList = (a, b) => {
  const written = (list) => list.map(({ id, until }) => `${id} ${until ? secondsOf(until) : ""}`).join();
  return written(a) === written(b);
};

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

export const isPercent = ({ percent }) => percent !== undefined;

// The percentages of keep lines. The old list speaks of unused lines, the new one of charges, each limited by itself.
// One that is on both lists and shortened on neither takes its percent of both sides, rounded once.
const percentReductions = (lists, unused, charged, rounding) => {
  const [old, fresh] = lists.map((list) => list.filter((each) => each.on === "everything" && isPercent(each)));
  const ids = (list) => list.map(({ id }) => id).join();
  if (ids(old) === ids(fresh)) return reductions(old, unused + charged, rounding);
  const sides = [
    { base: unused, list: reductions(old, unused, rounding) },
    { base: charged, list: reductions(fresh, charged, rounding) },
  ];
  return [...new Set([...old, ...fresh])].map((discount) => {
    const parts = sides.flatMap(({ base, list }) =>
      list
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

// The amounts on everything: what each takes off the whole price after the change more than before it.
const amountGains = (lists, wholes, rounding) => {
  const sides = lists.map((list, side) => reductions(list, wholes[side], rounding));
  const amounts = new Set(lists.flat().filter((each) => each.on === "everything" && !isPercent(each)));
  return [...amounts].map(({ id }) => {
    const [before, after] = sides.map((side) => side.find(({ discount }) => discount === id)?.amount ?? 0n);
    return { discount: id, amount: after - before };
  });
};

// The `everything` discounts of keep lines, in the old list's order and then the new one's. `lists` are the old and the
// new one with all that a whole period takes, `wholes` the whole price before and after the movements that charge.
// `gained` is what amounts take off whole terms more than before.
export const keepReductions = (lists, { unused, charged, wholes, share, rounding }) => {
  const gains = amountGains(lists, wholes, rounding);
  const found = [
    ...percentReductions(lists, unused, charged, rounding),
    ...gains.map((each) => ({ ...each, amount: round(times(ratio(each.amount), share), rounding) })),
  ];
  const order = [...new Set(lists.flat())].map(({ id }) => id);
  return {
    reductions: found.sort((a, b) => order.indexOf(a.discount) - order.indexOf(b.discount)),
    gained: gains.reduce((sum, { amount }) => sum + amount, 0n),
  };
};
