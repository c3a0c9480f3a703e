// Contract: §10 (fees).
import { before, secondsOf } from "./calendar.mjs";
import { discounted, named } from "./discounts.mjs";
import { offset, stepped } from "./length.mjs";
import { fits } from "./money.mjs";
import { over, plus, ratio, round, times, ZERO } from "./rational.mjs";
import { fraction, partOf } from "./share.mjs";
import { listPrice } from "./terms.mjs";

const HUNDRED = ratio(100n);
const later = (a, b) => (before(a, b) ? b : a);

// What the periods up to the end of the commitment cost that are not paid yet, exactly: the last one by its share.
const rest = (catalog, { terms, period, anchor, discounts, committedUntil, pricesOf }, effective) => {
  const applying = named(catalog, discounts, period.end, "recurring", "everything");
  const price = ratio(discounted(applying, listPrice(catalog, terms, pricesOf ?? period.end), catalog.rounding));
  const { length } = catalog.cycles.get(terms.cycle);
  const origin = later(period.end, effective);
  const end = (count) => stepped(origin, length, count, anchor);
  let whole = 0;
  while (!before(committedUntil, end(whole + 1))) whole += 1;
  const last = { start: end(whole), end: end(whole + 1) };
  const share = before(last.start, committedUntil)
    ? fraction(partOf({ unit: catalog.unit, period: last, until: committedUntil, length }))
    : ZERO;
  return times(price, plus(ratio(BigInt(whole)), share));
};

const beginningOf = (catalog, { terms, period, committedUntil, startedOn }) => {
  const { commitment } = catalog.cycles.get(terms.cycle);
  return committedUntil && commitment ? offset(committedUntil, commitment.length, -1) : (startedOn ?? period.start);
};

const wholeMonths = (from, to) => {
  let months = 0;
  while (secondsOf(offset(from, { months: months + 1 })) <= secondsOf(to)) months += 1;
  return BigInt(months);
};

// What it costs to end on the day `effective`: an amount alone always, all else only before the commitment ends.
export const feeOf = (catalog, subscription, fee, effective) => {
  if (!fee || subscription.trial) return 0n;
  const { committedUntil } = subscription;
  const early = committedUntil !== undefined && before(effective, committedUntil);
  const always = fee.amount !== undefined && fee.less === undefined && fee.at_most === undefined;
  if (!early && !always) return 0n;
  const rounded = (exact) => fits(round(exact, catalog.rounding));
  if (fee.percent) return rounded(times(over(fee.percent, HUNDRED), rest(catalog, subscription, effective)));
  const months = fee.less ? wholeMonths(beginningOf(catalog, subscription), effective) : 0n;
  const left = fee.amount - (fee.less ?? 0n) * months;
  const most = fee.at_most ? rounded(rest(catalog, subscription, effective)) : left;
  return [0n, left < most ? left : most].reduce((a, b) => (a > b ? a : b));
};
