// Contract: §5.4.3, §5.4.10 to §5.4.15, §5.4.30 to §5.4.36, §5.4.41, §5.4.50, §5.4.51.
import { discounted, isPercent, keepReductions, named } from "./discounts.mjs";
import { discountLines, pendingFrom, portion, prorated, runningShare, said } from "./lines.mjs";
import { fits, sum } from "./money.mjs";
import { kept, line } from "./payment.mjs";
import { fraction } from "./share.mjs";
import { addonPart, listPrice, planPart, priceDay } from "./terms.mjs";

// One movement's own lines while the period runs on.
const movementLines = (catalog, movement, from, to, share, dayOf) => {
  const { kind: made, rule, addon } = movement;
  const [old, fresh] = addon
    ? [addonPart(catalog, from, addon, dayOf(from)), addonPart(catalog, to, addon, dayOf(to))]
    : [planPart(catalog, from, dayOf(from)), planPart(catalog, to, dayOf(to))];
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

export const keep = (catalog, subscription, at, movements, discounts) => {
  const unchanged = {
    lines: [],
    pending: subscription.pending,
    period: subscription.period,
    anchor: subscription.anchor,
    committedUntil: subscription.committedUntil,
    extended: subscription.extended,
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
  const due = sum([...own, ...off].map(({ amount }) => amount));

  const worth = discounted(
    named(catalog, discounts, start, "recurring", "everything"),
    listPrice(catalog, steps.terms, dayOf(steps.terms)),
    rounding,
  );
  const most = portion(subscription.paid, share, rounding) - portion(worth, share, rounding);
  const floor = most > 0n ? -most : 0n;
  const capped = own.length > 0 && due < floor;
  const lines = [...own, ...off, ...(capped ? [line("cap", "charge", floor - due)] : [])];

  const [old, fresh] = lists.map((list) => named(catalog, list, start, "everything").filter(isPercent));
  const gained = charging.map((step) =>
    fits(discounted(fresh, step.fresh.price, rounding) - discounted(old, step.old.price, rounding)),
  );
  const amounts = charging.length ? -taken.gained : 0n;
  const paid = capped
    ? subscription.paid < worth
      ? subscription.paid
      : worth
    : sum([subscription.paid, ...gained, amounts]);

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
