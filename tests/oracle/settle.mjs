// Contract: §5.4.
import { firstPeriod, gridAfter } from "./anchor.mjs";
import { dayOfMonth } from "./calendar.mjs";
import { discounted, keepReductions, named, reductions } from "./discounts.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { fits, sum } from "./money.mjs";
import { kept, line } from "./payment.mjs";
import { ONE, ratio, round, times } from "./rational.mjs";
import { begunCommitment } from "./schedule.mjs";
import { fraction, shareOf } from "./share.mjs";
import { addonPart, listPrice, parts, planPart } from "./terms.mjs";

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
  });

const discountLines = (transaction, taken) =>
  taken.map(({ discount, amount }) => line("discount", transaction, -amount, { discount_id: discount }));

// The lines of a period that begins: in full, or, where it is part of a whole cycle (`share`), that part of each price.
// `made`: {movement, cite} of the movement by whose rule it begins.
export const periodLines = (catalog, terms, share, discounts, made = {}) => {
  const priced = parts(catalog, terms).map((part) =>
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
const anew = (catalog, subscription, at, terms, discounts, { kind, rule }) => {
  const made = { movement: kind, cite: rule.cite };
  const { period, anchor, share } = newPeriod[rule.cycle](catalog, terms, subscription, at);
  const running = runningShare(catalog, subscription, at, { used: false });
  const unused = portion(subscription.paid, running, catalog.rounding);
  const kinds = ["recurring", "everything", ...(subscription.trial ? ["first_payment"] : [])];
  const applying = named(catalog, discounts, ...kinds);
  const back =
    rule.unused === "forfeit" || subscription.trial
      ? []
      : [
          line("unused", rule.unused === "refund" ? "refund" : "charge", -unused, {
            ...said(planPart(catalog, subscription.terms)),
            proration: prorated(running, subscription.paid),
            ...made,
          }),
        ];
  return {
    lines: kept([
      ...back,
      ...periodLines(catalog, terms, share, applying, made),
      ...pendingLines(subscription.pending),
    ]),
    pending: [],
    period,
    anchor,
    trial: false,
    rule,
    committedUntil: begunCommitment(catalog, terms.cycle, period.start),
    paid: discounted(applying, listPrice(catalog, terms), catalog.rounding),
    forfeited: rule.unused === "forfeit" ? unused : 0n,
  };
};

export const pendingFrom = (lines) => lines.map(({ kind, amount, movement }) => ({ label: kind, amount, movement }));
export const pendingLines = (pending) =>
  pending.map(({ label, amount, movement = null }) => line("pending", "charge", amount, { label, movement }));

// One movement's own lines while the period runs on.
const movementLines = (catalog, movement, from, to, share) => {
  const { kind: made, rule, addon } = movement;
  const [old, fresh] = addon
    ? [addonPart(catalog, from, addon), addonPart(catalog, to, addon)]
    : [planPart(catalog, from), planPart(catalog, to)];
  if (rule.charge === "none") return { lines: [], old, fresh };
  const part = (kind, source, amount, base) =>
    line(kind, "charge", amount, {
      ...said(source),
      proration: prorated(share, base),
      movement: made,
      cite: rule.cite,
    });
  const lines =
    rule.lines === "net"
      ? [part("net", fresh, portion(fits(fresh.price - old.price), share, catalog.rounding), fresh.price - old.price)]
      : [
          part("unused", old, -portion(old.price, share, catalog.rounding), old.price),
          part("charge", fresh, portion(fresh.price, share, catalog.rounding), fresh.price),
        ];
  return { lines: kept(lines), old, fresh };
};

const keep = (catalog, subscription, at, movements, discounts) => {
  const unchanged = {
    lines: [],
    pending: subscription.pending,
    period: subscription.period,
    anchor: subscription.anchor,
    committedUntil: subscription.committedUntil,
    forfeited: 0n,
  };
  const { rounding } = catalog;
  const share = runningShare(catalog, subscription, at, { used: true });
  const steps = movements.reduce(
    ({ terms, made }, movement) => {
      const to = movement.apply(terms);
      return { terms: to, made: [...made, { movement, ...movementLines(catalog, movement, terms, to, share) }] };
    },
    { terms: subscription.terms, made: [] },
  );
  if (subscription.trial) return { ...unchanged, trial: true, paid: subscription.paid };

  const own = steps.made.flatMap(({ lines }) => lines);
  const total = (...kinds) => sum(own.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
  const off = kept(
    discountLines(
      "charge",
      keepReductions(catalog, subscription.discounts, discounts, total("unused"), total("charge", "net"), rounding),
    ),
  );
  const due = sum([...own, ...off].map(({ amount }) => amount));

  const worth = discounted(
    named(catalog, discounts, "recurring", "everything"),
    listPrice(catalog, steps.terms),
    rounding,
  );
  const most = portion(subscription.paid, share, rounding) - portion(worth, share, rounding);
  const floor = most > 0n ? -most : 0n;
  const capped = own.length > 0 && due < floor;
  const lines = [...own, ...off, ...(capped ? [line("cap", "charge", floor - due)] : [])];

  const everything = (ids, price) => discounted(named(catalog, ids, "everything"), price, rounding);
  const gained = steps.made
    .filter(({ movement }) => movement.rule.charge !== "none")
    .map(({ old, fresh }) => fits(everything(discounts, fresh.price) - everything(subscription.discounts, old.price)));
  const paid = capped ? (subscription.paid < worth ? subscription.paid : worth) : sum([subscription.paid, ...gained]);

  const makers = steps.made.filter((step) => step.lines.length > 0).map(({ movement }) => movement.rule);
  const later = makers.some(({ collect }) => collect === "next_payment");
  const refund =
    !later &&
    makers.length > 0 &&
    makers.every(({ unused }) => unused === "refund") &&
    sum(lines.map(({ amount }) => amount)) < 0n;
  return {
    ...unchanged,
    trial: false,
    paid: paid < 0n ? 0n : paid,
    lines: later ? [] : refund ? lines.map((each) => ({ ...each, transaction: "refund" })) : lines,
    pending: later ? [...subscription.pending, ...pendingFrom(lines)] : subscription.pending,
  };
};

// Step 4: what happens now. `movements` are those placed now.
export const settle = (catalog, subscription, at, movements, terms, discounts) => {
  const of = (cycle) => movements.filter(({ rule }) => rule.cycle === cycle).at(-1);
  const beginner = of("restart") ?? of("align");
  return beginner
    ? anew(catalog, subscription, at, terms, discounts, beginner)
    : keep(catalog, subscription, at, movements, discounts);
};
