// Products and prices: plans, add-ons and cycles.
import { amountOf, idOf } from "./stripe_objects.js";

/** @returns {{ currency, cycles, plans, addons, places: Map<string, { plan?: string, addon?: string, cycle: string }> }} */
export function readPrices(objects, options, left) {
  const currency = (options.currency ?? mostFrequent(objects.price))?.toUpperCase() ?? "USD";
  const addonProducts = addonsOf(objects, options);
  const cycles = new Map(); // by length
  const sold = new Map(); // by product: { cycle: price }
  for (const price of preferredFirst(objects)) {
    const read = formOf(price, currency);
    const product = objects.product.get(idOf(price.product));
    if (typeof read === "string") left.add(price.id, read);
    else if (!product) left.add(price.id, `Its product ${idOf(price.product)} is not in the export.`);
    else {
      const cycle = cycleOf(price.recurring);
      cycles.set(cycle.length, cycle);
      if (!sold.has(product.id)) sold.set(product.id, {});
      const own = sold.get(product.id);
      if (own[cycle.id])
        left.add(
          price.id,
          `Its product has another price for this interval, ${own[cycle.id]["x-stripe-price"]}; a plan has one.`,
        );
      else own[cycle.id] = { ...read, "x-stripe-price": price.id };
    }
  }
  const { plans, addons, ids } = sort(objects.product, sold, addonProducts, left);
  return { currency, cycles: [...cycles.values()], plans, addons, places: placesOf(sold, ids, addonProducts) };
}

/** The price in the catalog's form, or why it can't be carried. */
function formOf(price, currency) {
  if (price.type === "one_time" || !price.recurring) return "It is paid once; a price of a plan recurs.";
  if (price.recurring.usage_type === "metered") return "It is metered: it depends on usage, which no catalog knows.";
  if (price.currency?.toUpperCase() !== currency)
    return `It is in ${price.currency?.toUpperCase()}, the catalog in ${currency}: import once for each currency.`;
  if (price.active === false) return "It is inactive.";
  if (!cycleOf(price.recurring))
    return `The interval ${price.recurring.interval_count} × ${price.recurring.interval} is no length of a cycle.`;
  if (price.custom_unit_amount) return "The customer chooses its amount.";
  if (price.billing_scheme === "tiered") return tiersOf(price, currency);
  const amount = price.unit_amount_decimal ?? price.unit_amount;
  const text = amount === null || amount === undefined ? null : amountOf(amount, currency);
  if (text === null) return `${amount} is no whole number of the currency's smallest unit.`;
  const packaged = price.transform_quantity;
  if (!packaged) return { per_seat: text };
  if (packaged.round !== "up") return "Its packages are rounded down; a catalog's are rounded up.";
  return { package: { size: packaged.divide_by, price: text } };
}

function tiersOf({ tiers, tiers_mode: mode }, currency) {
  if (!Array.isArray(tiers)) return "Its tiers are missing: list prices with expand[]=data.tiers.";
  const steps = tiers.map((tier) => {
    const [unit, flat] = ["unit", "flat"].map((part) => tier[`${part}_amount_decimal`] ?? tier[`${part}_amount`]);
    const given = (value) => value !== null && value !== undefined;
    return {
      up_to: Number.isInteger(tier.up_to) ? tier.up_to : null,
      ...(given(unit) ? { per_seat: amountOf(unit, currency) } : {}),
      ...(given(flat) ? { flat: amountOf(flat, currency) } : {}),
    };
  });
  if (steps.some((step) => step.per_seat === null || step.flat === null))
    return "A tier is no whole number of the currency's smallest unit.";
  return { tiers: { mode, steps } };
}

const letters = { day: "D", week: "W", month: "M", year: "Y" };

/** A year is one length, however it is written. */
export function cycleOf({ interval, interval_count: count = 1 }) {
  if (!letters[interval] || !Number.isInteger(count) || count < 1 || count > 366) return null;
  const years = interval === "month" && count % 12 === 0;
  const [number, unit] = years ? [count / 12, "year"] : [count, interval];
  return { id: `${number}-${unit}`, length: `P${number}${letters[unit]}` };
}

function mostFrequent(prices) {
  const counts = new Map();
  for (const { currency } of prices.values())
    if (/^[a-z]{3}$/i.test(currency)) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Of several prices for one interval the product's default wins, then the newest. */
function preferredFirst({ price, product }) {
  const isDefault = (each) => Number(idOf(product.get(idOf(each.product))?.default_price) === each.id);
  return [...price.values()]
    .map((each, place) => ({ each, place }))
    .sort(
      (a, b) =>
        isDefault(b.each) - isDefault(a.each) || (b.each.created ?? 0) - (a.each.created ?? 0) || a.place - b.place,
    )
    .map(({ each }) => each);
}

/** Products named as add-ons: by the caller, by their metadata, or held beside another item and never alone. */
function addonsOf({ product, subscription }, { addons = [] }) {
  const found = new Set(addons);
  for (const each of product.values()) if (each.metadata?.kind === "addon") found.add(each.id);
  const first = new Set();
  const beside = new Set();
  for (const { items } of subscription.values()) {
    const [main, ...others] = listOf(items?.data).map(({ price }) => idOf(price?.product));
    first.add(main);
    for (const each of others) beside.add(each);
  }
  for (const each of beside) if (each && !first.has(each)) found.add(each);
  return found;
}

/** Plans from the cheapest to the dearest, by what one seat costs for the same time; and add-ons. */
function sort(products, sold, addonProducts, left) {
  const ids = new Map();
  const plans = [];
  const addons = [];
  for (const product of products.values()) {
    const prices = sold.get(product.id);
    if (!prices) {
      left.add(product.id, "None of its prices could be carried, so it is no plan.");
      continue;
    }
    const id = free(slug(product.name) || slug(product.id), new Set(ids.values()));
    ids.set(product.id, id);
    const common = { id, name: product.name, prices, "x-stripe-product": product.id };
    const features = listOf(product.marketing_features)
      .map(({ name }) => name)
      .filter(Boolean);
    if (addonProducts.has(product.id)) addons.push(common);
    else
      plans.push({
        ...common,
        ...(features.length > 0 ? { features } : {}),
        ...(product.active === false ? { retired: true } : {}),
      });
  }
  plans.sort((a, b) => dearer(a.prices, b.prices));
  return { plans: plans.map(({ id, name, ...rest }, place) => ({ id, name, rank: place + 1, ...rest })), addons, ids };
}

const listOf = (value) => (Array.isArray(value) ? value : []);

const slug = (name) =>
  String(name ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);

function free(id, taken) {
  let unique = id;
  for (let number = 2; taken.has(unique); number += 1) unique = `${id}-${number}`;
  return unique;
}

// Sixteenths of a day, so that a mean month is a whole number.
const sixteenths = { day: 16n, week: 112n, month: 487n, year: 5844n };

/** Compares two amounts for one seat and equal time, as products: nothing is rounded. */
function dearer(a, b) {
  const [[amountA, timeA], [amountB, timeB]] = [a, b].map((prices) => {
    const [cycle, price] = Object.entries(prices)[0];
    const [number, unit] = cycle.split("-");
    const amount =
      price.per_seat ?? price.package?.price ?? price.tiers.steps[0].per_seat ?? price.tiers.steps[0].flat ?? "0";
    return [BigInt(amount.replace(".", "")), BigInt(number) * sixteenths[unit]];
  });
  const difference = amountA * timeB - amountB * timeA;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Where each price of Stripe went. */
function placesOf(sold, ids, addonProducts) {
  const places = new Map();
  for (const [product, prices] of sold) {
    const kind = addonProducts.has(product) ? "addon" : "plan";
    for (const [cycle, price] of Object.entries(prices)) {
      places.set(price["x-stripe-price"], { [kind]: ids.get(product), cycle });
    }
  }
  return places;
}
