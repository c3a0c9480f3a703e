// Stripe's objects, out of whatever holds them: lists, arrays, members, objects that were expanded in others.

/** What was left behind, by its Stripe id, in words. */
export class Left {
  entries = [];

  add(id, why) {
    this.entries.push({ id, why });
  }
}

const kinds = ["product", "price", "subscription", "subscription_schedule", "coupon", "customer"];
// Parts of the objects above; what they say is read with their owners.
const parts = new Set(["list", "search_result", "subscription_item", "discount"]);

/** @returns {Record<string, Map<string, object>>} the objects of each kind, by their id */
export function objectsOf(exported, left) {
  const found = Object.fromEntries(kinds.map((kind) => [kind, new Map()]));
  const others = new Set();
  const visit = (value, depth) => {
    if (value === null || typeof value !== "object" || depth > 32) return;
    const { object, id } = value;
    if (typeof object === "string" && typeof id === "string" && !parts.has(object)) {
      if (!Object.hasOwn(found, object)) {
        if (!others.has(id)) left.add(id, `Objects of the kind ${object} are not imported.`);
        others.add(id);
        return;
      }
      if (value.deleted) left.add(id, "It was deleted.");
      else if (!found[object].has(id)) found[object].set(id, value);
    }
    for (const member of Object.values(value)) visit(member, depth + 1);
  };
  visit(exported, 0);
  return found;
}

/** The id of an object that may be expanded. */
export const idOf = (reference) => (typeof reference === "string" ? reference : reference?.id);

const decimals = (currency) =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits;

// Stripe counts these in whole units, or in hundredths, whatever ISO 4217 says.
const STRIPE_WHOLE = new Set("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split(" "));
const STRIPE_THOUSANDTHS = new Set("BHD JOD KWD OMR TND".split(" "));
const stripeDecimals = (currency) => (STRIPE_WHOLE.has(currency) ? 0 : STRIPE_THOUSANDTHS.has(currency) ? 3 : 2);

/** An amount of Stripe's smallest unit as text in major units; null if the currency has no such small unit. */
export function amountOf(minor, currency) {
  const text = String(minor ?? "0");
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const [whole, fraction = ""] = text.replace("-", "").split(".");
  const places = stripeDecimals(currency);
  const digits = whole.padStart(places + 1, "0");
  const point = digits.length - places;
  const after = (digits.slice(point) + fraction).replace(/0+$/, "");
  const shown = decimals(currency);
  if (after.length > shown) return null;
  const major = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  return `${text.startsWith("-") ? "-" : ""}${major}${shown > 0 ? `.${after.padEnd(shown, "0")}` : ""}`;
}
