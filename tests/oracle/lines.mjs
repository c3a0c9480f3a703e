// The lines of payments: parts of prices, periods that begin, what is pending, what discounts take.
// Contract: §5.4.
import { reductions } from "./discounts.mjs";
import { fits, sum } from "./money.mjs";
import { kept, line } from "./payment.mjs";
import { ONE, ratio, round, times } from "./rational.mjs";
import { fraction, shareOf } from "./share.mjs";
import { parts } from "./terms.mjs";

export const portion = (amount, share, rounding) => fits(round(times(ratio(amount), fraction(share)), rounding));
export const prorated = (share, base) => ({ ...share, base });
export const said = ({ price, ...part }) => part;

export const runningShare = (catalog, subscription, at, { used }) =>
  shareOf({
    unit: catalog.unit,
    at,
    end: subscription.period.end,
    anchor: subscription.anchor,
    used: used && catalog.changeDay === "used",
    length: catalog.cycles.get(subscription.terms.cycle).length,
    extended: subscription.extended,
  });

export const discountLines = (transaction, taken) =>
  taken.map(({ discount, amount }) => line("discount", transaction, -amount, { discount_id: discount }));

// The lines of a period that begins, at the prices of `day`: in full, or, where it is part of a whole cycle (`share`), that part of each price.
// `made`: {movement, cite} of the movement by whose rule it begins.
export const periodLines = (catalog, terms, day, share, discounts, made = {}) => {
  const priced = parts(catalog, terms, day).map((part) =>
    share
      ? line("charge", "charge", portion(part.price, share, catalog.rounding), {
          ...said(part),
          proration: prorated(share, part.price),
          ...made,
        })
      : line("full", "charge", part.price, { ...said(part), ...made }),
  );
  const base = sum(priced.map(({ amount }) => amount));
  return kept([
    ...priced,
    ...discountLines("charge", reductions(discounts, base, catalog.rounding, share ? fraction(share) : ONE)),
  ]);
};

// The line that brings `lines` up to the sum `lowest`, where they are below it.
export const capTo = (lowest, lines, more = {}) => {
  const missing = lowest - sum(lines.map(({ amount }) => amount));
  return line("cap", lines[0]?.transaction ?? "charge", missing > 0n ? missing : 0n, more);
};

// What gives back, and a cap where less than that may still come back.
export const bounded = ({ creditable }, lines) => {
  if (creditable === undefined || lines.length === 0) return lines;
  const [{ movement, cite }] = lines;
  return [...lines, capTo(-creditable, lines, { movement, cite })];
};

export const pendingFrom = (lines) => lines.map(({ kind, amount, movement }) => ({ label: kind, amount, movement }));
export const pendingLines = (pending) =>
  pending.map(({ label, amount, movement = null }) => line("pending", "charge", amount, { label, movement }));
