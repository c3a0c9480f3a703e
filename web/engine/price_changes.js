import { addLength, dayOf, isBefore } from "../exact/dates.js";

/**
 * The days to come on which a subscriber pays another price without having asked for it, in order: a discount ends, or
 * the vendor has announced a price. Each: `{ on, discount, payment }`, the discount's id or null, and the first payment
 * that is different. What a subscription that ends before does not meet is left out.
 */
export function priceChanges(subscription, at, catalog, engine) {
  const last = addLength(at, lookAhead);
  const isAhead = (day) => isBefore(at, day) && isBefore(day, last);
  const discounts = (subscription.discounts ?? []).filter(({ until }) => until && isAhead(until));
  const prices = announced(subscription, catalog).filter(isAhead);
  const days = [...discounts.map(({ until }) => until), ...prices].map(dayOf).sort();
  if (!days.length) return [];
  const payments = paymentsUntil(days.at(-1), subscription, catalog, engine);
  const found = [
    ...discounts.map(({ id, until }) => ({ on: until, discount: id, ...around(until, payments) })),
    ...prices
      .map((on) => ({ on, discount: null, ...around(on, payments) }))
      .filter(({ payment, before }) => !before || payment?.subtotal !== before.subtotal),
  ];
  return found
    .filter(({ payment }) => payment)
    .map(({ before: _, ...change }) => change)
    .sort((a, b) => (isBefore(a.on, b.on) ? -1 : 1));
}

/** What comes later is not looked at. */
const lookAhead = "P3Y";

/** The dates in the price lists of what is held or scheduled; held prices have none. */
function announced({ plan, cycle, addons = [], scheduled, prices_of: held }, catalog) {
  const kept = !scheduled?.plan && !scheduled?.cycle;
  if (held && kept) return [];
  const ids = (terms) => (terms?.addons ?? []).map(({ id }) => id);
  const plans = [plan, scheduled?.plan];
  const cycles = [cycle, scheduled?.cycle];
  const all = [...ids({ addons }), ...ids(scheduled)];
  const items = [
    ...catalog.plans.filter(({ id }) => plans.includes(id)),
    ...(catalog.addons ?? []).filter(({ id }) => all.includes(id)),
  ];
  const lists = items.flatMap(({ prices }) => Object.entries(prices).filter(([id]) => cycles.includes(id)));
  const untils = lists.flatMap(([, price]) => (Array.isArray(price) ? price : [])).map(({ until }) => until);
  return [...new Set(untils.filter(Boolean))];
}

function paymentsUntil(day, subscription, catalog, engine) {
  const lengths = [subscription.cycle, subscription.scheduled?.cycle].map(
    (each) => catalog.cycles.find(({ id }) => id === each)?.length,
  );
  const until = lengths
    .filter(Boolean)
    .map((length) => addLength(day, length))
    .sort()
    .at(-1);
  return engine.ask("forecast", { subscription, events: [], until }).payments ?? [];
}

/** The last payment before a day, and the first that is not. */
const around = (day, payments) => ({
  before: payments.findLast(({ date }) => isBefore(date, day)),
  payment: payments.find(({ date }) => !isBefore(date, day)),
});
