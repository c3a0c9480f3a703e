// Unused time that buys time at the new price, instead of money.
// Contract: §10 (time for unused time).
import { before, dayOfMonth, inCalendar } from "./calendar.mjs";
import { demand } from "./invalid.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { compare, ONE, over, plus, ratio, round, times, ZERO } from "./rational.mjs";
import { between, fraction, shareOf, unitsAway } from "./share.mjs";

const floor = ({ n, d }) => n / d; // of what is not negative
const MOST_CYCLES = 3_000_000n; // more than there are days

const anchorOf = (length, day) => (isCalendar(length) ? dayOfMonth(day) : undefined);

// How many units from `at` on `worth` buys, where a whole cycle costs `price`: whole cycles, then a part of the next.
const units = (catalog, at, length, worth, price) => {
  const count = floor(over(worth, price));
  demand(count < MOST_CYCLES, "time past 9999");
  const boundary = (n) => stepped(at, length, n, anchorOf(length, at));
  const [begin, end] = [boundary(Number(count)), boundary(Number(count) + 1)];
  const rest = plus(worth, times(price, ratio(-count)));
  const cycle = between[catalog.unit](begin, end);
  return (
    between[catalog.unit](at, begin) + Number(round(over(times(rest, ratio(BigInt(cycle))), price), catalog.rounding))
  );
};

// The period that `given` (a share of what was paid) makes: {period, anchor, paid, extended, extension}, or null where it
// buys nothing. `price` is that of a whole cycle of the new terms, after discounts.
export const bought = (catalog, { length }, at, { given, base, price, charged, most }) => {
  const share = times(ratio(base), fraction(given));
  const worth = most !== undefined && compare(ratio(most), share) < 0 ? ratio(most) : share;
  if (price === 0n) return null;
  const whole = ratio(price);
  const gained = units(catalog, at, length, worth, whole);
  if (gained === 0) return null;
  const from = charged ? stepped(at, length, 1, anchorOf(length, at)) : at;
  const end = inCalendar(unitsAway[catalog.unit](from, gained));
  const anchor = anchorOf(length, end);
  const own = shareOf({ unit: catalog.unit, at, end, length, anchor, extended: true });
  const spent = plus(worth, charged ? whole : ZERO);
  const spread = floor(times(spent, over(ONE, fraction(own))));
  return {
    period: { start: at, end },
    anchor,
    paid: compare(ratio(spread), whole) < 0 ? spread : price,
    extended: before(at, stepped(end, length, -1, anchor)),
    extension: { ...given, base, units: gained },
  };
};
