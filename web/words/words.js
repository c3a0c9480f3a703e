import { html } from "../element/dom.js";
import { formatter } from "./format.js";
import { partsOf } from "../exact/dates.js";

/** One file of sentences per language; only the reader's is loaded. */
export const languages = new Map([
  ["en", { name: "English", load: () => import("./messages/en.js") }],
  ["de", { name: "Deutsch", load: () => import("./messages/de.js") }],
  ["fr", { name: "Français", load: () => import("./messages/fr.js") }],
  ["ja", { name: "日本語", load: () => import("./messages/ja.js") }],
  ["ar", { name: "العربية", load: () => import("./messages/ar.js") }],
]);

/** "de-AT" → "de"; a language that we don't speak → "en". */
export function languageOf(tag) {
  const language = String(tag ?? "")
    .toLowerCase()
    .split("-")[0];
  return languages.has(language) ? language : "en";
}

export async function loadMessages(tag) {
  return (await languages.get(languageOf(tag)).load()).default;
}

/**
 * Everything that is said about one catalog in one language: sentences, amounts, dates, and the names of seats,
 * plans and cycles.
 *
 * A sentence is text with `{places}`; one with several forms is an object keyed by plural category, or by the number
 * itself, and chosen by the value `n`. `text` answers a string, `say` a list of nodes in which every value is a node of its own
 * (isolated, so that an amount or a vendor's name never upsets a line that runs from right to left).
 */
export function wordsFor(tag, messages, catalog, { fromLink = false } = {}) {
  const lang = languageOf(tag) === String(tag).toLowerCase().split("-")[0] ? tag : "en";
  const format = formatter(lang, catalog?.currency ?? "USD");
  const template = (key, values) => {
    const found = own(messages, key);
    if (found === undefined) throw new Error(`no sentence for "${key}" in ${lang}`);
    return typeof found === "string"
      ? found
      : (own(found, values.n) ?? own(found, format.plural(Number(values.n))) ?? found.other);
  };
  const written = (value) => (typeof value === "number" ? format.number(value) : value);
  // In plain text a vendor's Latin name would drag the figure after it to its own side; marks keep the two apart.
  const isolated = (value) => (messages.direction === "rtl" && /[A-Za-z]/.test(value) ? `\u2068${value}\u2069` : value);

  const noun = catalog?.seat_name ?? { one: "seat", other: "seats" };
  const knownNoun = own(messages.seat_nouns, noun.other);

  const words = {
    lang,
    dir: messages.direction ?? "ltr",
    format,
    has: (key) => own(messages, key) !== undefined,
    text: (key, values = {}) =>
      template(key, values).replace(/\{(\w+)\}/g, (_, name) =>
        isolated(written(values[name]?.textContent ?? values[name] ?? "")),
      ),
    say: (key, values = {}) =>
      template(key, values)
        .split(/\{(\w+)\}/)
        .map((part, index) => {
          if (index % 2 === 0) return part;
          const value = values[part];
          return value instanceof Node ? value : html("bdi", {}, written(value ?? ""));
        }),
    /** An amount in bold, or the word for nothing. */
    amount: (amount) => html("strong", { class: "amount" }, words.money(amount)),
    money: (amount) => (/[1-9]/.test(amount) ? format.money(amount) : template("nothing", {})),
    day: (date) => html("time", { datetime: date }, format.date(date)),

    seats(count) {
      const form = knownNoun
        ? (own(knownNoun, format.plural(Number(count))) ?? knownNoun.other)
        : `{n} ${String(count) === "1" ? noun.one : noun.other}`;
      return form.replace("{n}", () => written(count));
    },
    seatNoun: () => capital(knownNoun?.title ?? noun.other, lang),
    seat: () => knownNoun?.noun ?? noun.one,
    /** "30 days", "1 month": from the length, so that it reads right in every language. */
    cycle: (id) => format.length(partsOf(lengthOf(catalog, id))),
    /** "4 months", "4 × 30 days". */
    cycles: (n, id) => {
      const { count, unit } = partsOf(lengthOf(catalog, id));
      return count === 1 ? format.length({ count: n, unit }) : `${n} × ${words.cycle(id)}`;
    },
    length: (length) => format.length(partsOf(length)),
    /** "every 30 days", "every month". */
    every: (id) => {
      const { count, unit } = partsOf(lengthOf(catalog, id));
      return words.text(`every_${unit}`, { n: count });
    },
    /** The same with its commitment, which distinguishes two cycles of one length. */
    cycleName: (id) => {
      const commitment = catalog.cycles.find((cycle) => cycle.id === id)?.commitment;
      const every = words.every(id);
      return commitment ? words.text("every_committed", { every, length: words.length(commitment.length) }) : every;
    },
    /** Whose prices they are; what a link brings goes under the name that it gives itself, and is marked as the link's. */
    vendor: () =>
      fromLink ? template("vendor_from_link", {}).replace("{name}", () => plainName(catalog)) : vendorName(catalog),
    plan: (id) => nameOf(catalog.plans, id),
    addon: (id) => nameOf(catalog.addons, id),
    discount: (id) => nameOf(catalog.discounts, id),
    /** "primary_subscriber" → the reader's word for it, or the id made readable. */
    role: (id) => own(messages.roles, id) ?? id.replace(/[._-]+/g, " "),
    /** "Advanced, 3 licenses", or "Advanced" where the vendor doesn't count seats. */
    terms: ({ plan, addon, seats }) => {
      const name = addon ? words.addon(addon) : words.plan(plan);
      return catalog && countsSeats(catalog) && seats !== undefined
        ? template("terms", {}).replace(/\{(plan|seats)\}/g, (_, place) =>
            place === "plan" ? isolated(name) : words.seats(seats),
          )
        : name;
    },
  };
  return words;
}

/** Looks up what the table itself holds: a catalog may call its seats "constructor" and its plans "__proto__". */
const own = (table, key) => (table && Object.hasOwn(table, key) ? table[key] : undefined);
const vendorName = ({ name, id }) => name ?? id;
/** Without marks that turn the direction of a line, which could undo the quotation marks around a name. */
export const plainName = (catalog) => vendorName(catalog).replace(/\p{Cf}/gu, "");
const lengthOf = (catalog, id) => catalog.cycles.find((cycle) => cycle.id === id)?.length ?? "P1D";
const nameOf = (list, id) => list?.find((entry) => entry.id === id)?.name ?? id;
const capital = (word, lang) => word.charAt(0).toLocaleUpperCase(lang) + word.slice(1);

/** Whether the number of seats is anything to talk about with this vendor. */
export function countsSeats(catalog) {
  return catalog.plans.some((plan) => plan.seats?.max !== 1);
}
