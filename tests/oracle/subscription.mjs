// Contract: §4.2.
import { before, parseMoment, printMoment } from "./calendar.mjs";
import { seats } from "./catalog.mjs";
import { defaultAnchor, fallsOn } from "./anchor.mjs";
import { discounted, named } from "./discounts.mjs";
import { demand } from "./invalid.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { parseMoney, printMoney } from "./money.mjs";
import { bool, distinct, id, integer, list, name, need, nullOr, record } from "./shape.mjs";
import { addonsInOrder, allSold, difference, listPrice, merged } from "./terms.mjs";

export const moment = (catalog) => (value, where) => parseMoment(value, catalog.instants, where);

const lookup = (map, what) => (value, where) => {
  const key = id(value, where);
  demand(map.has(key), `unknown ${what}`, where);
  return key;
};
export const termReaders = (catalog) => {
  const addon = record({ id: need(lookup(catalog.addons, "add-on")), seats });
  return {
    plan: lookup(catalog.plans, "plan"),
    cycle: lookup(catalog.cycles, "cycle"),
    seats,
    addons: (value, where) =>
      new Map(
        distinct(list(addon)(value, where), (each) => each.id, "add-on named twice", where).map((each) => [
          each.id,
          each.seats ?? 1,
        ]),
      ),
  };
};
// Discounts by their ids, or with the day before which a period must begin to take them.
export const discountList = (catalog) => (value, where) => {
  const known = lookup(catalog.discounts, "discount");
  const ending = record({ id: need(known), until: need(moment(catalog)) });
  const one = (each, place) => (each instanceof Map ? ending(each, place) : { id: known(each, place) });
  return distinct(list(one)(value, where), (each) => each.id, "discount named twice", where);
};

export const readSubscription = (catalog) => (value, where) => {
  const at = moment(catalog);
  const money = (each, place) => parseMoney(each, catalog.exponent, place);
  const owed = (each, place) => parseMoney(each, catalog.exponent, place, { signed: true });
  const { plan, cycle, seats: count, addons } = termReaders(catalog);
  const read = record({
    plan: need(plan),
    cycle: need(cycle),
    seats: need(count),
    addons,
    seats_in_use: integer(0, 1_000_000),
    period: need(record({ start: need(at), end: need(at) })),
    anchor_day: integer(1, 31),
    paid: money,
    balance: money,
    credits_left: nullOr(integer(0, 10 ** 15)),
    trial: bool,
    discounts: discountList(catalog),
    scheduled: nullOr(record(termReaders(catalog))),
    cancels_on: nullOr(at),
    started_on: at,
    committed_until: at,
    scheduled_on: at,
    extended: bool,
    creditable: money,
    prices_of: at,
    pending: list(record({ label: need(name), amount: need(owed) })),
  })(value, where);

  const { period } = read;
  const { length } = catalog.cycles.get(read.cycle);
  const trial = read.trial ?? false;
  demand(before(period.start, period.end), "a period that ends before it starts", where);
  const anchor = isCalendar(length) ? (read.anchor_day ?? defaultAnchor(period)) : undefined;
  demand(anchor === undefined || fallsOn(anchor, period.end), "anchor_day off the period's end", where);
  const longer = before(period.start, stepped(period.end, length, -1, anchor));
  demand(trial || read.extended || !longer, "a period longer than a cycle", where);
  demand(!read.cancels_on || !before(read.cancels_on, period.end), "cancels_on before the period's end", where);
  demand(!read.started_on || before(read.started_on, period.end), "begun after the period", where);
  demand(!read.prices_of || before(read.prices_of, period.end), "prices of a day after the period", where);
  demand(!read.scheduled_on || read.scheduled, "a day for nothing scheduled", where);
  demand(!read.scheduled_on || !before(read.scheduled_on, period.end), "scheduled before the period's end", where);
  demand(read.seats_in_use === undefined || read.seats_in_use <= read.seats, "more seats in use than there are", where);

  const terms = { plan: read.plan, cycle: read.cycle, seats: read.seats, addons: read.addons ?? new Map() };
  const scheduled = difference(terms, merged(terms, read.scheduled ?? {}));
  demand(
    allSold(catalog, terms) && allSold(catalog, merged(terms, scheduled)),
    "terms without a price on their cycle",
    where,
  );
  const price = listPrice(catalog, terms, read.prices_of ?? period.start); // one past 64 bits is no price, whatever was paid
  const discounts = read.discounts ?? [];
  const always = named(catalog, discounts, period.start, "recurring", "everything");
  return {
    terms,
    period,
    anchor,
    trial,
    scheduled,
    scheduledOn: Object.keys(scheduled).length ? read.scheduled_on : undefined,
    startedOn: read.started_on,
    committedUntil: read.committed_until,
    extended: longer && read.extended === true,
    pricesOf: read.prices_of,
    creditable: read.creditable,
    discounts,
    paid: read.paid ?? (trial ? 0n : discounted(always, price, catalog.rounding)),
    balance: read.balance ?? 0n,
    creditsLeft: read.credits_left ?? null,
    seatsInUse: read.seats_in_use,
    cancelsOn: read.cancels_on ?? null,
    pending: read.pending ?? [],
  };
};

export const printAddons = (catalog, addons) =>
  addonsInOrder(catalog, addons).map(([each, count]) => ({ id: each, seats: count }));

export const printTerms = (catalog, terms) => ({
  plan: terms.plan,
  cycle: terms.cycle,
  seats: terms.seats,
  addons: printAddons(catalog, terms.addons),
});

export const printPeriod = (catalog, { start, end }) => ({
  start: printMoment(start, catalog.instants),
  end: printMoment(end, catalog.instants),
});

export const printSubscription = (catalog, s) => {
  const { addons, ...plain } = s.scheduled;
  const day = (each) => (each ? printMoment(each, catalog.instants) : null);
  const scheduled = { ...plain, ...(addons ? { addons: printAddons(catalog, addons) } : {}) };
  return {
    ...printTerms(catalog, s.terms),
    ...(s.seatsInUse === undefined ? {} : { seats_in_use: s.seatsInUse }),
    period: printPeriod(catalog, s.period),
    ...(s.anchor === undefined ? {} : { anchor_day: s.anchor }),
    paid: printMoney(s.paid, catalog.exponent),
    balance: printMoney(s.balance, catalog.exponent),
    credits_left: s.creditsLeft,
    trial: s.trial,
    discounts: s.discounts.map(({ id: each, until }) => (until ? { id: each, until: day(until) } : each)),
    scheduled: Object.keys(scheduled).length ? scheduled : null,
    cancels_on: day(s.cancelsOn),
    started_on: day(s.startedOn),
    committed_until: day(s.committedUntil),
    extended: s.extended || null,
    prices_of: day(s.pricesOf),
    creditable: s.creditable === undefined ? null : printMoney(s.creditable, catalog.exponent),
    scheduled_on: s.scheduledOn && before(s.period.end, s.scheduledOn) ? day(s.scheduledOn) : null,
    pending: s.pending.map(({ label, amount }) => ({ label, amount: printMoney(amount, catalog.exponent) })),
  };
};
