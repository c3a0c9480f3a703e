// Contract: §5.4.3, §5.4.10 to §5.4.15, §5.4.30 to §5.4.36, §5.4.41, §5.4.50, §5.4.51.
import { discounted, isPercent, keepReductions, named } from "./discounts.mjs";
import { discountLines, pendingFrom, portion, prorated, runningShare, said } from "./lines.mjs";
import { fits, sum } from "./money.mjs";
import { onceLines } from "./once.mjs";
import { kept, line } from "./payment.mjs";
import { fraction } from "./share.mjs";
import { addonPart, listPrice, planPart, priceDay } from "./terms.mjs";

// One movement's own lines while the period runs on.
const movementLines = (catalog, movement, from, to, share, dayOf) => {
  const { kind: made, rule, addon } = movement;
  const [old, fresh] = addon
    ? [addonPart(catalog, from, addon, dayOf(from)), addonPart(catalog, to, addon, dayOf(to))]
    : [planPart(catalog, from, dayOf(from)), planPart(catalog, to, dayOf(to))];
  if (rule.charge === "none") return { lines: [], old, fresh, lost: 0n };
  const part = (kind, source, amount, base) =>
    line(kind, "charge", amount, {
      ...said(source),
      proration: prorated(share, base),
      movement: made,
      cite: rule.cite,
    });
  // A whole price, unless the period is longer than its cycle and the share is more.
  const isWhole = (base) => rule.charge === "full" && base >= 0n && share.remaining <= share.of;
  const priced = (kind, base) =>
    isWhole(base)
      ? { ...part(kind, fresh, base, base), proration: null }
      : part(kind, fresh, portion(base, share, catalog.rounding), base);
  const unused = portion(old.price, share, catalog.rounding);
  const isLost = rule.unused === "forfeit";
  const lines =
    rule.lines === "net"
      ? [priced("net", fits(fresh.price - old.price))]
      : [...(isLost ? [] : [part("unused", old, -unused, old.price)]), priced("charge", fresh.price)];
  return { lines: kept(lines), old, fresh, lost: isLost ? unused : 0n };
};

const percents = (catalog, list, start) => named(catalog, list, start, "everything").filter(isPercent);
const amountsOf = (lines) => sum(lines.map(({ amount }) => amount));

// What the lines that give back give, less their discounts, beyond what may still come back.
const beyond = (creditable, lines, discountedBase) => {
  if (creditable === undefined) return 0n;
  const given = -discountedBase(amountsOf(lines));
  return given > creditable ? given - creditable : 0n;
};

const creditableAfter = (creditable, lines) => {
  if (creditable === undefined) return undefined;
  const left = creditable + amountsOf(lines);
  return left > 0n ? left : 0n;
};

export const keep = (catalog, subscription, at, movements, discounts) => {
  const unchanged = {
    lines: [],
    pending: subscription.pending,
    period: subscription.period,
    anchor: subscription.anchor,
    committedUntil: subscription.committedUntil,
    extended: subscription.extended,
    creditable: subscription.creditable,
    forfeited: 0n,
  };
  const { rounding } = catalog;
  const share = runningShare(catalog, subscription, at, { used: true });
  const { start } = subscription.period;
  const dayOf = (terms) => priceDay(subscription, terms, start);
  const steps = movements.reduce(
    ({ terms, made }, movement) => {
      const to = movement.apply(terms);
      return { terms: to, made: [...made, { movement, ...movementLines(catalog, movement, terms, to, share, dayOf) }] };
    },
    { terms: subscription.terms, made: [] },
  );
  if (subscription.trial) return { ...unchanged, trial: true, paid: subscription.paid };

  const own = steps.made.flatMap(({ lines }) => lines);
  const total = (...kinds) => sum(own.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
  const charging = steps.made.filter(({ movement }) => movement.rule.charge !== "none");
  const before = listPrice(catalog, subscription.terms, dayOf(subscription.terms));
  const wholes = [before, sum([before, ...charging.map(({ old, fresh }) => fits(fresh.price - old.price))])];
  const lists = [subscription.discounts, discounts];
  const taken = keepReductions(
    lists.map((list) => named(catalog, list, start, "recurring", "everything")),
    { unused: total("unused"), charged: total("charge", "net"), wholes, share: fraction(share), rounding },
  );
  const off = kept(discountLines("charge", charging.length ? taken.reductions : []));
  const back = own.filter(({ kind, amount }) => ["unused", "net"].includes(kind) && amount < 0n);
  const overGiven = beyond(subscription.creditable, back, (base) =>
    discounted(percents(catalog, subscription.discounts, start), base, rounding),
  );
  const bound = kept([line("cap", "charge", overGiven)]);
  const due = sum([...own, ...off, ...bound].map(({ amount }) => amount));

  const worth = discounted(
    named(catalog, discounts, start, "recurring", "everything"),
    listPrice(catalog, steps.terms, dayOf(steps.terms)),
    rounding,
  );
  // How low the lines may go, asked only where there are lines.
  const lowest = () => {
    const excess = portion(subscription.paid, share, rounding) - portion(worth, share, rounding);
    return excess > 0n ? -excess : 0n;
  };
  const floor = own.length > 0 ? lowest() : due;
  const capped = due < floor;
  const lines = [...own, ...off, ...bound, ...(capped ? [line("cap", "charge", floor - due)] : [])];

  const [old, fresh] = lists.map((list) => percents(catalog, list, start));
  const gained = charging.map((step) =>
    fits(discounted(fresh, step.fresh.price, rounding) - discounted(old, step.old.price, rounding)),
  );
  const amounts = charging.length ? -taken.gained : 0n;
  const paid = capped
    ? subscription.paid < worth
      ? subscription.paid
      : worth
    : sum([subscription.paid, ...gained, amounts]);

  const once = onceLines(catalog, subscription.terms, movements);
  const made = (step) => step.lines.length > 0 || once.some(({ movement }) => movement === step.movement.kind);
  const makers = steps.made.filter(made).map(({ movement }) => movement.rule);
  const later = makers.some(({ collect }) => collect === "next_payment");
  const refund =
    !later &&
    makers.length > 0 &&
    makers.every(({ unused }) => unused === "refund") &&
    sum(lines.map(({ amount }) => amount)) < 0n;
  const all = [...(refund ? lines.map((each) => ({ ...each, transaction: "refund" })) : lines), ...once];
  const lost = sum(steps.made.map((step) => step.lost));
  const most = () => portion(subscription.paid, share, rounding);
  return {
    ...unchanged,
    trial: false,
    paid: paid < 0n ? 0n : paid,
    creditable: creditableAfter(subscription.creditable, lines),
    forfeited: lost > 0n && lost > most() ? most() : lost,
    lines: later ? [] : all,
    pending: later ? [...subscription.pending, ...pendingFrom(all)] : subscription.pending,
  };
};
