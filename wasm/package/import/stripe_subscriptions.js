// Subscriptions, their schedules and their customers' balances: one request for each.
import { amountOf, idOf } from "./stripe_objects.js";

const statuses = {
  past_due: "Its payment is overdue.",
  unpaid: "It is unpaid.",
  canceled: "It has ended.",
  incomplete: "Its first payment is not made.",
  incomplete_expired: "Its first payment was never made.",
  paused: "It is paused.",
};

/** A preview of `options.change` for each subscription, or without a change the plans that are open to it. */
export function readSubscriptions(objects, prices, discounts, options, left) {
  const requests = [];
  for (const subscription of objects.subscription.values()) {
    const read = formOf(subscription, objects, prices, discounts, left);
    if (typeof read === "string") {
      left.add(subscription.id, read);
      continue;
    }
    const { change } = options;
    const question = change ? "preview" : "eligibility";
    const at = options.at ?? read.period.start;
    requests.push({ id: subscription.id, question, at, subscription: read, ...(change ? { change } : {}) });
  }
  return requests;
}

/** The subscription in Planshift's form, or why it can't be carried. */
function formOf(subscription, objects, prices, discounts, left) {
  if (statuses[subscription.status]) return statuses[subscription.status];
  if (subscription.pause_collection) return "Its collection is paused.";
  const items = Array.isArray(subscription.items?.data) ? subscription.items.data : [];
  const terms = termsOf(items, prices);
  if (typeof terms === "string") return terms;
  // Since 2025 the period is on the item.
  const [start, end] = ["current_period_start", "current_period_end"].map(
    (name) => items[0][name] ?? subscription[name],
  );
  if (!isMoment(start) || !isMoment(end)) return "Its current period is missing.";
  const cancels = subscription.cancel_at_period_end ? end : subscription.cancel_at;
  if (cancels && cancels !== end) return "It is cancelled on a day that is not the end of its period.";
  if (subscription.automatic_tax?.enabled || subscription.default_tax_rates?.length > 0)
    left.add(subscription.id, "Its taxes are not carried: its amounts are without tax.");
  return {
    ...terms,
    period: { start: moment(start), end: moment(end) },
    ...anchorOf(subscription, terms.cycle),
    ...(subscription.status === "trialing" ? { trial: true } : {}),
    ...balanceOf(objects.customer.get(idOf(subscription.customer)), prices.currency, left),
    ...discountsOf(subscription, discounts, left),
    ...(cancels ? { cancels_on: moment(cancels) } : {}),
    ...scheduledOf(objects.subscription_schedule.get(idOf(subscription.schedule)), end, prices, left),
  };
}

/** Plan, cycle, seats and add-ons of items, or why they have no such form. */
function termsOf(items, prices) {
  const held = items.map(({ price, quantity = 1 }) => ({
    ...prices.places.get(idOf(price)),
    price: idOf(price),
    quantity,
  }));
  const unknown = held.find(({ cycle }) => !cycle);
  if (held.length === 0) return "It has no items.";
  if (unknown) return `It holds the price ${unknown.price}, which could not be carried.`;
  const plans = held.filter(({ plan }) => plan);
  if (plans.length !== 1)
    return `It holds ${plans.length} plans; a subscription has one. Name the products that are add-ons with --addons.`;
  const [{ plan, cycle, quantity: seats }] = plans;
  if (held.some((each) => each.cycle !== cycle)) return "Its items have different intervals.";
  const addons = held.filter(({ addon }) => addon).map(({ addon, quantity }) => ({ id: addon, seats: quantity }));
  return { plan, cycle, seats, ...(addons.length > 0 ? { addons } : {}) };
}

const LAST_YEAR = 253_402_300_800; // 1 January 10000
const isMoment = (seconds) => Number.isInteger(seconds) && seconds >= 0 && seconds < LAST_YEAR;
const moment = (seconds) => new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

/** The day is lost in short months, so it is said where it matters. */
function anchorOf({ billing_cycle_anchor: anchor }, cycle) {
  if (!isMoment(anchor) || !/month|year/.test(cycle)) return {};
  const day = new Date(anchor * 1000).getUTCDate();
  return day > 28 ? { anchor_day: day } : {};
}

/** Stripe counts what it owes the customer as negative. */
function balanceOf(customer, currency, left) {
  if (!customer?.balance) return {};
  if (customer.currency && customer.currency.toUpperCase() !== currency) return {};
  if (customer.balance > 0) {
    left.add(customer.id, "The customer owes an amount; a balance holds credit only.");
    return {};
  }
  return { balance: amountOf(-customer.balance, currency) };
}

function discountsOf(subscription, discounts, left) {
  const held = [];
  for (const each of subscription.discounts ?? [subscription.discount].filter(Boolean)) {
    const coupon = idOf(each.coupon ?? each.source?.coupon);
    const known = discounts.find((discount) => discount["x-stripe-coupon"] === coupon);
    if (typeof each === "string") left.add(each, "List subscriptions with expand[]=data.discounts to carry it.");
    else if (!known) left.add(each.id ?? subscription.id, `Its coupon ${coupon} could not be carried.`);
    else held.push(isMoment(each.end) ? { id: known.id, until: moment(each.end) } : known.id);
  }
  return held.length > 0 ? { discounts: held } : {};
}

/** The first phase after the running period. */
function scheduledOf(schedule, end, prices, left) {
  const later = (schedule?.phases ?? []).filter((phase) => isMoment(phase.start_date) && phase.start_date >= end);
  if (later.length === 0) return {};
  if (later.length > 1) left.add(schedule.id, "Of its later phases only the first is carried.");
  const terms = termsOf(later[0].items ?? [], prices);
  if (typeof terms === "string") {
    left.add(schedule.id, `Its next phase is not carried: ${terms}`);
    return {};
  }
  return { scheduled: terms, ...(later[0].start_date > end ? { scheduled_on: moment(later[0].start_date) } : {}) };
}
