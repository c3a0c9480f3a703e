// Contract: §5.5, §10 (unused time of a cancellation).
import { before, dayOfMonth } from "./calendar.mjs";
import { fallsOn } from "./anchor.mjs";
import { feeOf } from "./fee.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { kept, line } from "./payment.mjs";
import { bounded, capTo, pendingLines, portion, prorated, runningShare } from "./lines.mjs";
import { allSold, listPrice, planSubject } from "./terms.mjs";

export const feeLines = (catalog, subscription, rule, effective) =>
  kept([
    line("fee", "charge", feeOf(catalog, subscription, rule.fee, effective), { movement: "cancel", cite: rule.cite }),
  ]);

// How many cycles of `length` have begun since the period's start. Months begin on the subscription's own day.
const begun = ({ length }, { period, anchor }, at, dayCounts) => {
  const own = anchor !== undefined && fallsOn(anchor, period.start);
  const day = isCalendar(length) ? (own ? anchor : dayOfMonth(period.start)) : undefined;
  const has = (moment) => before(moment, at) || (dayCounts && !before(at, moment));
  let count = 0;
  while (has(stepped(period.start, length, count, day))) count += 1;
  return count;
};

// A cancellation that takes effect now: what is pending is collected, the rest comes back or is lost.
export const settleCancel = (catalog, subscription, at, rule) => {
  const { terms, period, paid, trial, pricesOf } = subscription;
  const day = pricesOf ?? period.start;
  const transaction = rule.unused === "credit" ? "charge" : "refund";
  const share = runningShare(catalog, subscription, at, { used: true });
  const whole = runningShare(catalog, subscription, period.start, { used: false });
  const worth = portion(paid, share, catalog.rounding);
  const own = (kind, amount, more) => line(kind, transaction, amount, { movement: "cancel", cite: rule.cite, ...more });
  const back = (part) =>
    own("unused", -portion(paid, part, catalog.rounding), { ...planSubject(terms), proration: prorated(part, paid) });

  const lessUsed = () => {
    const all = back(whole);
    const then = { ...terms, cycle: rule.used_at };
    const periods = begun(catalog.cycles.get(rule.used_at), subscription, at, catalog.changeDay === "used");
    const cost = BigInt(periods) * listPrice(catalog, then, day);
    const used = cost < -all.amount ? cost : -all.amount;
    const given = bounded(subscription, [all, own("used", used, { ...planSubject(then), periods })]);
    return [...given, capTo(-worth, given, { movement: "cancel", cite: rule.cite })];
  };

  const given = () => {
    if (trial || rule.unused === "forfeit") return [];
    if (rule.unused === "refund_all") return bounded(subscription, [back(whole)]);
    return rule.used_at && allSold(catalog, { ...terms, cycle: rule.used_at })
      ? lessUsed()
      : bounded(subscription, [back(share)]);
  };
  return {
    lines: [
      ...kept(given()),
      ...feeLines(catalog, subscription, rule, at),
      ...kept(pendingLines(subscription.pending)),
    ],
    forfeited: rule.unused === "forfeit" ? worth : 0n,
  };
};
