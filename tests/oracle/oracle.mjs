import { readCatalog } from "./catalog.mjs";
import { readChange } from "./change.mjs";
import { eligibility } from "./eligibility.mjs";
import { forecast } from "./forecast.mjs";
import { demand, Invalid } from "./invalid.mjs";
import { parseStrict } from "./json_text.mjs";
import { previewed, printPreview } from "./preview.mjs";
import { quote } from "./quote.mjs";
import { id, list, need, oneOf, record } from "./shape.mjs";
import { discountList, moment, readSubscription, termReaders } from "./subscription.mjs";
import { sweep } from "./sweep.mjs";

const echoed = (value) => (
  demand(typeof value === "string" || typeof value === "bigint", "not an id to echo", "/id"),
  typeof value === "bigint" ? Number(value) : value
);
const always = { id: echoed, question: oneOf("preview", "quote", "eligibility", "forecast", "sweep") };

const QUESTIONS = {
  preview: (catalog) => {
    const { at, role, subscription, change } = members(catalog);
    return [
      { at: need(at), role, subscription: need(subscription), change: need(change) },
      (read) =>
        printPreview(
          catalog,
          read.subscription,
          read.at,
          previewed(catalog, read.subscription, read.at, read.role, read.change),
        ),
    ];
  },
  quote: (catalog) => {
    const { at } = members(catalog);
    const { plan, cycle, seats, addons } = termReaders(catalog);
    const terms = record({ plan: need(plan), cycle: need(cycle), seats: need(seats), addons });
    return [
      { at: need(at), terms: need(terms), discounts: discountList(catalog), first_period_end: at, ends_on: at },
      (read) =>
        quote(catalog, {
          at: read.at,
          terms: { ...read.terms, addons: read.terms.addons ?? new Map() },
          discounts: read.discounts ?? [],
          firstEnd: read.first_period_end,
          endsOn: read.ends_on,
        }),
    ];
  },
  eligibility: (catalog) => {
    const { at, role, subscription } = members(catalog);
    return [{ at: need(at), role, subscription: need(subscription) }, (read) => eligibility(catalog, read)];
  },
  forecast: (catalog) => {
    const { at, role, subscription, change } = members(catalog);
    const event = record({ at: need(at), role, change: need(change) });
    return [
      { subscription: need(subscription), events: list(event), until: need(at) },
      (read) => forecast(catalog, { events: [], ...read }),
    ];
  },
  sweep: (catalog) => {
    const { at, role, subscription, change } = members(catalog);
    return [
      { role, subscription: need(subscription), change: need(change), from: need(at), to: need(at) },
      (read) => sweep(catalog, read),
    ];
  },
};

const members = (catalog) => ({
  at: moment(catalog),
  role: id,
  subscription: readSubscription(catalog),
  change: readChange(catalog),
});

// Invalid input answers {error}; anything else that is thrown is a fault of the oracle itself.
const guarded = (compute) => {
  try {
    return compute();
  } catch (fault) {
    if (fault instanceof Invalid) return { error: { code: fault.why, path: fault.where } };
    throw fault;
  }
};

export const open = (catalogText) => {
  const opened = guarded(() => ({ catalog: readCatalog(parseStrict(catalogText)) }));
  if (opened.error) return { ...opened, answer: () => opened };
  return {
    answer: (question, requestText) =>
      guarded(() => {
        const [shape, compute] = QUESTIONS[question](opened.catalog);
        const read = record({ ...always, ...shape })(parseStrict(requestText), "");
        return { ...(read.id === undefined ? {} : { id: read.id }), ...compute(read) };
      }),
  };
};

export const check = (catalogText) =>
  guarded(() => ({ format: "planshift-check/1", catalog: readCatalog(parseStrict(catalogText)).id }));
