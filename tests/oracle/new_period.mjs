// Contract: §5.4.4, §5.4.20 to §5.4.25, §10 (time for unused time).
import { firstPeriod, gridAfter } from "./anchor.mjs";
import { dayOfMonth } from "./calendar.mjs";
import { discounted, named } from "./discounts.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { bounded, pendingLines, periodLines, portion, prorated, runningShare } from "./lines.mjs";
import { onceLines } from "./once.mjs";
import { kept, line } from "./payment.mjs";
import { begunCommitment } from "./schedule.mjs";
import { shareOf } from "./share.mjs";
import { listPrice, planSubject, priceDay } from "./terms.mjs";
import { bought } from "./time.mjs";

const newPeriod = {
  restart: (catalog, terms, _subscription, at) => {
    const cycle = catalog.cycles.get(terms.cycle);
    const { period, anchor, partial } = firstPeriod(cycle, at);
    const share = partial ? shareOf({ unit: catalog.unit, at, end: period.end, length: cycle.length, anchor }) : null;
    return { period, anchor, share };
  },
  align: (catalog, terms, subscription, at) => {
    const { length } = catalog.cycles.get(terms.cycle);
    const running = catalog.cycles.get(subscription.terms.cycle).length;
    const origin = stepped(subscription.period.end, running, -1, subscription.anchor);
    const anchor = isCalendar(length) ? (subscription.anchor ?? dayOfMonth(origin)) : undefined;
    const period = gridAfter(origin, length, anchor, at);
    return { period, anchor, share: shareOf({ unit: catalog.unit, at, end: period.end, length, anchor }) };
  },
};

// A new period begins today: one settlement for the whole change, by one rule.
export const anew = (catalog, subscription, at, terms, discounts, movements, { kind, rule }) => {
  const made = { movement: kind, cite: rule.cite };
  const usual = newPeriod[rule.cycle](catalog, terms, subscription, at);
  const { start } = usual.period;
  const day = priceDay(subscription, terms, start);
  const running = runningShare(catalog, subscription, at, { used: false });
  const unused = portion(subscription.paid, running, catalog.rounding);
  const kinds = ["recurring", "everything", ...(subscription.trial ? ["first_payment"] : [])];
  const applying = named(catalog, discounts, start, ...kinds);
  const price = discounted(applying, listPrice(catalog, terms, day), catalog.rounding);
  const time =
    rule.unused === "time" && !subscription.trial
      ? bought(catalog, catalog.cycles.get(terms.cycle), at, {
          given: running,
          most: subscription.creditable,
          base: subscription.paid,
          price,
          charged: rule.charge === "full",
        })
      : null;
  const lost = rule.unused === "forfeit" || (rule.unused === "time" && price === 0n);
  const back =
    !["credit", "refund"].includes(rule.unused) || subscription.trial
      ? []
      : bounded(subscription, [
          line("unused", rule.unused === "refund" ? "refund" : "charge", -unused, {
            ...planSubject(subscription.terms),
            proration: prorated(running, subscription.paid),
            ...made,
          }),
        ]);
  return {
    lines: kept([
      ...back,
      ...(time && rule.charge === "none" ? [] : periodLines(catalog, terms, day, usual.share, applying, made)),
      ...onceLines(catalog, subscription.terms, movements),
      ...pendingLines(subscription.pending),
    ]),
    pending: [],
    period: usual.period,
    anchor: usual.anchor,
    paid: price,
    extended: false,
    creditable: undefined,
    ...time,
    trial: false,
    rule,
    committedUntil: begunCommitment(catalog, terms.cycle, start),
    forfeited: lost ? unused : 0n,
  };
};
