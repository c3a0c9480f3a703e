import { isDate } from "../exact/dates.js";
import { withEnd } from "../engine/requests.js";

/**
 * What a page gives the element, as an attribute or as a property: a catalog by its address, as JSON text or as an
 * object, a subscription as JSON text or as an object. `key` is the same for equal values however they are written, so
 * that a value that is given again changes nothing. What cannot be read becomes a `fault`.
 */
const nothing = { key: "" };

/** `{ key, text }`, `{ key, address }`, `{ key, fault }`, or only a key where nothing is given. */
export function givenCatalog(value) {
  if (isAbsent(value)) return nothing;
  if (typeof value !== "string") return withText("catalog", value);
  if (!value.trimStart().startsWith("{")) return { key: value, address: value };
  return { key: read(value)?.key ?? value, text: value }; // what is wrong with a text is the engine's to say
}

/** `{ key, value }`, `{ key, fault }`, or only a key where nothing is given. */
export function givenSubscription(value) {
  if (isAbsent(value)) return nothing;
  const given = typeof value === "string" ? { text: value } : withText("subscription", value);
  if (given.fault) return given;
  const found = read(given.text);
  if (!found) return { key: given.text, fault: notJson("subscription") };
  return found.value === null ? nothing : found;
}

/** `{ date }`, `{ fault }`, or neither where nothing is given. */
export function givenDay(text) {
  if (isAbsent(text)) return {};
  return isDate(text)
    ? { date: text }
    : { fault: { code: "page.not_a_date", path: "/at", message: `"${text}" is no date: write it like "2026-11-22".` } };
}

/** The form holds discounts in the catalog's order only; taken off in another one, they can come to other amounts. */
export function notHeld({ discounts = [] }, catalog) {
  const places = discounts.map(withEnd).map(({ id }) => catalog.discounts.findIndex((each) => each.id === id));
  return places.every((place, index) => index === 0 || place > places[index - 1])
    ? null
    : {
        code: "page.not_shown",
        path: "/subscription/discounts",
        message: "The page shows discounts in the order of the catalog only.",
      };
}

export const notLoaded = (error) => ({ code: "page.not_loaded", path: "", message: String(error?.message ?? error) });

/** One such value is as good as another: a page that makes it anew each time hears of it once. */
const broken = Symbol("not JSON");
const isAbsent = (value) => value === undefined || value === null || value === "";
const notJson = (what) => ({
  code: "page.not_json",
  path: what === "subscription" ? "/subscription" : "",
  message: `The ${what} is not JSON.`,
});

function withText(what, value) {
  try {
    const text = JSON.stringify(value);
    if (text !== undefined) return { key: read(text)?.key ?? text, text };
  } catch {
    // An object that holds itself, or a number that JSON does not know.
  }
  return { key: broken, fault: notJson(what) };
}

function read(text) {
  try {
    const value = JSON.parse(text);
    return { key: JSON.stringify(value, sorted), value };
  } catch {
    return null;
  }
}

const sorted = (_, value) =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
