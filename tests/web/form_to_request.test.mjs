// What is typed into the form reaches the engine. Here a subscription and a wish are made up first, as documents; they
// are typed into the form by code of this test alone, and what the page would send must be those documents again.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { stateOfSubscription } from "../../web/form/example.js";
import { answersTo } from "../../web/engine/model.js";
import { eligibilityRequest, previewRequest, quoteRequest, subscriptionOf } from "../../web/engine/requests.js";
import { requestForm } from "../../web/form/request_form.js";
import { readLink, writeLink } from "../../web/site/share_link.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import "./dom_stub.mjs";
import { openEngine } from "./engine_of_package.mjs";
import { fullCatalog as catalog } from "./full_catalog.mjs";

/** A document as the engine receives it. */
const sent = (document) => JSON.parse(JSON.stringify(document));
const ids = (list) => list.map(({ id }) => id);
const dayBefore = (date, days) => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
const daysOf = new Map(catalog.cycles.map(({ id, length }) => [id, Number(/\d+/.exec(length)[0])]));

// ---- documents -----------------------------------------------------------------------------------------------------

const day = fc.integer({ min: 11_000, max: 40_000 }).map((days) => dayBefore("1970-01-01", -days));
const plan = fc.constantFrom(...ids(catalog.plans));
const cycle = fc.constantFrom(...ids(catalog.cycles));
const seats = fc.integer({ min: 1, max: 1_000_000 });
const cents = fc.integer({ min: 0, max: 999_999_999 });
const amount = cents.map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, "0")}`);
const label = fc.string({ minLength: 1, maxLength: 12 });
const addons = fc
  .tuple(...ids(catalog.addons).map((id) => fc.option(seats.map((count) => ({ id, seats: count })))))
  .map((list) => list.filter(Boolean));
const discounts = fc.subarray(ids(catalog.discounts));
const heldDiscounts = fc
  .tuple(...ids(catalog.discounts).map((id) => fc.option(fc.constantFrom(id, { id }))))
  .chain((list) =>
    fc.tuple(
      ...list
        .filter(Boolean)
        .map((each) => (each.id ? fc.record({ id: fc.constant(each.id), until: day }) : fc.constant(each))),
    ),
  );
const terms = fc.record({ plan, cycle, seats }, { requiredKeys: [] });

const subscription = fc
  .record(
    {
      plan,
      cycle,
      seats,
      period: fc.record({ start: day, end: day }),
      seats_in_use: fc.nat(1_000_000),
      anchor_day: fc.integer({ min: 1, max: 31 }),
      credits_left: fc.nat(1_000_000),
      paid: amount,
      balance: amount,
      cancels_on: day,
      trial: fc.constant(true),
      addons,
      discounts: heldDiscounts,
      started_on: day,
      committed_until: day,
      prices_of: day,
      extended: fc.constant(true),
      creditable: amount,
      scheduled: terms,
      scheduled_on: day,
      pending: fc.array(fc.record({ label, amount }), { maxLength: 3 }),
    },
    { requiredKeys: ["plan", "cycle", "seats", "period"] },
  )
  .map(withoutEmpty);
const role = fc.constantFrom({}, { role: "owner" }, { role: "clerk" });

/** Lists and objects that hold nothing are not sent, nor the day of what is scheduled where nothing is. */
function withoutEmpty({ scheduled_on: day, ...document }) {
  const filled = Object.fromEntries(
    Object.entries(document).filter(([, value]) => typeof value !== "object" || Object.keys(value).length > 0),
  );
  return sent({ ...filled, ...(filled.scheduled ? { scheduled_on: day } : {}) });
}

// ---- typing --------------------------------------------------------------------------------------------------------

const inDigits = (text, zero) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt(0) + Number(digit)));
const grouped = (text, mark) => text.replace(/\B(?=(\d{3})+\.)/g, mark);
const numberStyles = [String, (n) => ` ${n} `, (n) => inDigits(String(n), "٠"), (n) => inDigits(String(n), "０")];
const amountStyles = [
  (text) => text,
  (text) => text.replace(".", ","),
  (text) => grouped(text, ","),
  (text) => grouped(text, "\u202f").replace(".", ","),
  (text) => inDigits(text, "٠").replace(".", "٫"),
];
const styles = fc.record({
  number: fc.constantFrom(...numberStyles),
  amount: fc.constantFrom(...amountStyles),
});

function typed({ number, amount: money }) {
  const form = new Map();
  const put = (name, value, style = String) => value !== undefined && form.set(name, style(value));
  const putTerms = (part, wanted = {}) => {
    put(`${part}.plan`, wanted.plan);
    put(`${part}.cycle`, wanted.cycle);
    put(`${part}.seats`, wanted.seats, number);
  };
  const putAddons = (part, list = []) => {
    for (const addon of list) put(`${part}.addons.${addon.id}`, addon.seats, number);
  };
  const putDiscounts = (part, list = []) => {
    for (const id of list) put(`${part}.discounts.${id}`, "yes");
  };
  return { form, put, putTerms, putAddons, putDiscounts, number, money };
}

function typeSubscription(typing, had) {
  const { put, number, money } = typing;
  typing.putTerms("have", had);
  put("have.period.start", had.period.start);
  put("have.period.end", had.period.end);
  for (const name of ["seats_in_use", "anchor_day", "credits_left"]) put(`have.${name}`, had[name], number);
  for (const name of ["paid", "balance", "creditable"]) put(`have.${name}`, had[name], money);
  for (const name of ["cancels_on", "started_on", "committed_until", "prices_of", "scheduled_on"])
    put(`have.${name}`, had[name]);
  for (const name of ["trial", "extended"]) put(`have.${name}`, had[name] && "yes");
  typing.putAddons("have", had.addons);
  typing.putDiscounts(
    "have",
    had.discounts?.map((each) => each.id ?? each),
  );
  for (const { id, until } of had.discounts ?? []) if (until) put(`have.discount_until.${id}`, until);
  typing.putTerms("have.scheduled", had.scheduled);
  for (const [index, owed] of (had.pending ?? []).entries()) {
    put(`have.pending.${index}.label`, owed.label);
    put(`have.pending.${index}.amount`, owed.amount, money);
  }
}

/** The wish as the form shows it: every member of the terms, whether it changes or not. */
function typeWish(typing, had, wish) {
  const standing = { plan: had.plan, cycle: had.cycle, seats: had.seats, ...had.scheduled };
  typing.putTerms("want", { ...standing, ...wish });
  typing.putAddons("want", wish.addons ?? had.addons);
  typing.put("want.timing", wish.timing);
}

/** What of a wish is a change: a member that differs from what would hold anyway; its time only beside one. */
function changeIn(had, { timing, addons: wanted, ...wish }) {
  const standing = { plan: had.plan, cycle: had.cycle, seats: had.seats, ...had.scheduled };
  const change = Object.fromEntries(Object.entries(wish).filter(([name, value]) => value !== standing[name]));
  if (wanted && JSON.stringify(wanted) !== JSON.stringify(had.addons ?? [])) change.addons = wanted;
  return timing && Object.keys(change).length ? { ...change, timing } : change;
}

const timing = fc.constantFrom("now", "period_end");
const wish = fc.record({ plan, cycle, seats, addons, timing }, { requiredKeys: [] });
const holds = (property) => fc.assert(property, { seed: 20261122, numRuns: 2000, includeErrorInReport: true });

test("a change: every field of the subscription and of the wish is in the request", () => {
  holds(
    fc.property(subscription, wish, role, day, styles, (had, wanted, asRole, at, style) => {
      const typing = typed(style);
      typing.form
        .set("mode", "change")
        .set("at", at)
        .set("role", asRole.role ?? "");
      typeSubscription(typing, had);
      typeWish(typing, had, wanted);
      typing.form.set("pin.0", "x").set("cancel.timing", "now").set("want.discounts.loyal", "yes"); // of other questions
      const asked = { at, ...asRole, subscription: had };
      assert.deepEqual(sent(previewRequest(typing.form, catalog)), { ...asked, change: changeIn(had, wanted) });
      assert.deepEqual(sent(eligibilityRequest(typing.form, catalog)), asked);
      typing.form.set("want.resume", "yes");
      assert.deepEqual(sent(previewRequest(typing.form, catalog)), { ...asked, change: { resume: true } });
    }),
  );
});

test("a cancellation: every field of the subscription, and when", () => {
  const when = fc.record({ timing }, { requiredKeys: [] });
  holds(
    fc.property(subscription, wish, when, role, day, styles, (had, wanted, chosen, asRole, at, style) => {
      const typing = typed(style);
      typing.form
        .set("mode", "cancel")
        .set("at", at)
        .set("role", asRole.role ?? "");
      typeSubscription(typing, had);
      typeWish(typing, had, wanted);
      typing.put("cancel.timing", chosen.timing);
      assert.deepEqual(sent(previewRequest(typing.form, catalog)), {
        at,
        ...asRole,
        subscription: had,
        change: { cancel: true, ...chosen },
      });
    }),
  );
});

test("a quote: the terms with add-ons, the discounts, the end of a first period", () => {
  const wanted = fc.record({ plan, cycle, seats, addons }).map(sent);
  const first = fc.record({ first_period_end: day }, { requiredKeys: [] });
  holds(
    fc.property(subscription, wanted, discounts, first, day, styles, (had, asked, chosen, end, at, style) => {
      const typing = typed(style);
      typing.form.set("mode", "quote").set("at", at);
      typeSubscription(typing, had); // stays in the form for the other questions
      typing.putTerms("want", asked);
      typing.putAddons("want", asked.addons);
      typing.putDiscounts("want", chosen);
      typing.put("want.first_period_end", end.first_period_end);
      assert.deepEqual(sent(quoteRequest(typing.form, catalog)), { at, terms: asked, discounts: chosen, ...end });
    }),
  );
});

test("a period without a beginning has one cycle, whatever else is typed", () => {
  holds(
    fc.property(subscription, styles, (had, style) => {
      const typing = typed(style);
      typeSubscription(typing, { ...had, period: { end: had.period.end } });
      const start = dayBefore(had.period.end, daysOf.get(had.cycle));
      assert.deepEqual(sent(subscriptionOf(typing.form, catalog)), { ...had, period: { start, end: had.period.end } });
    }),
  );
});

test("a subscription that a page hands over is the one that is asked about, also by way of a link", () => {
  holds(
    fc.property(subscription, (had) => {
      const form = stateOfSubscription(had, new Map([["have.trial", "yes"]]));
      assert.deepEqual(sent(subscriptionOf(form, catalog)), had);
      const { state } = readLink(`#${writeLink(form, { catalog: catalog.id })}`);
      assert.deepEqual(sent(subscriptionOf(state, catalog)), had);
    }),
  );
});

// ---- the form itself -----------------------------------------------------------------------------------------------

const engine = await openEngine(catalog);
const words = wordsFor("en", await loadMessages("en"), catalog);
const reader = new Map(
  Object.entries({
    at: "2026-11-22",
    role: "owner",
    "have.plan": "basic",
    "have.cycle": "monthly",
    "have.seats": "3",
    "have.period.end": "2026-12-10",
    "have.cancels_on": "2026-12-10",
    "want.plan": "pro",
    "want.cycle": "monthly",
    "want.seats": "3",
  }),
);

/** Every control of the form, by name, with the values that it can be set to. */
function controlsOf(state) {
  const model = answersTo(state, catalog, engine);
  const form = requestForm({ state, words, faults: new Map() }, model, catalog, { isWide: true });
  const found = new Map();
  const walk = (node) => {
    const get = (name) => node.attributes?.get(name);
    if (["input", "select"].includes(node.localName)) {
      const options = node.childNodes.map((option) => option.attributes.get("value"));
      const own = { checkbox: ["yes"], radio: [get("value")], date: ["2026-11-29"], text: ["7"] }[get("type")];
      found.set(get("name"), [...(found.get(get("name")) ?? []), ...(own ?? options)]);
    }
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(form);
  return found;
}

const have = [
  ...["plan", "cycle", "seats", "period.end", "seats_in_use", "period.start", "paid", "balance", "credits_left"],
  ...["addons.backup", "addons.phone", "discounts.loyal", "discounts.launch"],
  ...["scheduled.plan", "scheduled.cycle", "scheduled.seats", "cancels_on"],
  ...["pending.0.label", "pending.0.amount", "trial"],
].map((name) => `have.${name}`);
const want = ["plan", "seats", "cycle", "addons.backup", "addons.phone"].map((name) => `want.${name}`);

for (const [mode, names] of [
  ["change", [...have, "role", "want.resume", ...want, "want.timing"]],
  ["cancel", [...have, "role", "cancel.timing"]],
  ["quote", [...want, "want.first_period_end", "want.discounts.loyal", "want.discounts.launch"]],
]) {
  test(`${mode}: the form has these controls, and each of them changes its part of the request`, () => {
    const state = new Map(reader).set("mode", mode);
    const controls = controlsOf(state);
    assert.deepEqual([...controls.keys()].sort(), [...names].sort());
    const asked = (form) => sent(mode === "quote" ? quoteRequest(form, catalog) : previewRequest(form, catalog));
    const partOf = (name, { subscription: had, ...rest }) => (name.startsWith("have.") ? had : rest);
    for (const [name, values] of controls) {
      const others = values.filter((value) => value !== (state.get(name) ?? ""));
      assert.ok(others.length > 0, `${name} can be set to nothing else`);
      for (const value of others) {
        const changed = new Map(state);
        if (value === "") changed.delete(name);
        else changed.set(name, value);
        assert.notDeepEqual(partOf(name, asked(changed)), partOf(name, asked(state)), `${name}: ${value}`);
      }
    }
  });
}
