// What Stripe's API lists, as a catalog and requests. A pure function: names and shapes change, amounts only move their
// decimal point. What has no place in a catalog is named in `left`.
import { amountOf, Left, objectsOf } from "./stripe_objects.js";
import { readPrices } from "./stripe_prices.js";
import { readSubscriptions } from "./stripe_subscriptions.js";

/**
 * @param {unknown} exported objects and lists as Stripe's API answers them, in any arrangement
 * @param {{ currency?: string, addons?: string[], id?: string, invoice?: "later" | "now", at?: string, change?: object }} [options]
 * @returns {{ catalog: object | null, requests: object[], left: { id: string, why: string }[] }}
 */
export function importStripe(exported, options = {}) {
  const left = new Left();
  const objects = objectsOf(exported, left);
  const prices = readPrices(objects, options, left);
  const discounts = readCoupons(objects, prices.currency, left);
  const catalog =
    prices.plans.length === 0
      ? null
      : {
          format: "planshift-catalog/1",
          id: options.id ?? "stripe-import",
          currency: prices.currency,
          cycles: prices.cycles,
          plans: prices.plans,
          ...(prices.addons.length > 0 ? { addons: prices.addons } : {}),
          ...(discounts.length > 0 ? { discounts } : {}),
          policy: policy(options.invoice ?? "later"),
        };
  const requests = readSubscriptions(objects, prices, discounts, options, left);
  return { catalog, requests, left: left.entries };
}

/** Stripe's defaults: changes hold at once, by the second, and their lines wait for the next invoice. */
function policy(invoice) {
  const change = { when: "now", collect: invoice === "now" ? "now" : "next_payment" };
  const kinds = ["upgrade", "downgrade", "lateral", "add_seats", "remove_seats", "add_addon", "remove_addon"];
  // Another interval starts a new period, which is invoiced at once.
  const interval = { when: "now", cycle: "restart", unused: "credit" };
  return {
    proration: { unit: "second" },
    rules: {
      ...Object.fromEntries(kinds.map((kind) => [kind, change])),
      longer_cycle: interval,
      shorter_cycle: interval,
      cancel: { when: "period_end" },
    },
  };
}

function readCoupons({ coupon }, currency, left) {
  const discounts = [];
  for (const each of coupon.values()) {
    const discount = {
      id: each.id.toLowerCase().replace(/[^a-z0-9._-]/g, "-"),
      ...(each.name ? { name: each.name } : {}),
    };
    const when = each.duration === "once" ? "first_payment" : "everything";
    if (each.applies_to?.products?.length > 0)
      left.add(each.id, "The coupon is for some products only; a discount is for the whole payment.");
    else if (!/^[a-z0-9._-]{1,64}$/.test(discount.id)) left.add(each.id, "The coupon's id is too long for a discount.");
    else if (each.amount_off && each.currency?.toUpperCase() !== currency)
      left.add(each.id, `The coupon is in ${each.currency?.toUpperCase()}, the catalog in ${currency}.`);
    else if (each.duration === "repeating" && !Number.isInteger(each.duration_in_months))
      left.add(each.id, "It repeats for an unknown time.");
    else if (!each.amount_off && !each.percent_off) left.add(each.id, "The coupon takes off nothing.");
    else {
      discounts.push({
        ...discount,
        ...(each.percent_off ? { percent: String(each.percent_off) } : { amount: amountOf(each.amount_off, currency) }),
        on: when,
        ...(each.duration === "repeating" ? { lasts: `P${each.duration_in_months}M` } : {}),
        "x-stripe-coupon": each.id,
      });
    }
  }
  return discounts;
}
