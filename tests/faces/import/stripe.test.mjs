// What Stripe lists as a catalog and requests: by hand-made exports, Stripe's own fixtures, and the engine's judgement.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { check, load } from "../../../dist/npm/inline.js";
import { amountOf } from "../../../dist/npm/import/stripe_objects.js";
import { importStripe } from "../../../dist/npm/import/stripe.js";

const folder = new URL("stripe/", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
const authored = read("authored/export.json");

const at = (text) => Date.parse(text) / 1000;
const monthly = (id, product, amount, more = {}) => ({
  object: "price",
  id,
  product,
  active: true,
  currency: "usd",
  type: "recurring",
  billing_scheme: "per_unit",
  unit_amount: amount,
  recurring: { interval: "month", interval_count: 1, usage_type: "licensed" },
  ...more,
});
const product = (id, name, more = {}) => ({ object: "product", id, name, active: true, ...more });
const subscription = (items, more = {}) => ({
  object: "subscription",
  id: "sub_1",
  status: "active",
  customer: "cus_1",
  current_period_start: at("2026-11-01T00:00:00Z"),
  current_period_end: at("2026-12-01T00:00:00Z"),
  items: { object: "list", data: items.map(([price, quantity]) => ({ price, quantity })) },
  ...more,
});
const shop = [
  product("prod_b", "Team"),
  product("prod_a", "Starter"),
  monthly("price_b", "prod_b", 2000),
  monthly("price_a", "prod_a", 900),
];
const only = (more, options) => importStripe([...shop, subscription([["price_a", 3]], more)], options);

test("an export becomes a sound catalog, and says what it left", async () => {
  const { catalog, left } = importStripe(authored);
  assert.deepEqual((await check(catalog)).warnings, []);
  assert.deepEqual(
    catalog.plans.map(({ id, rank }) => [id, rank]),
    [
      ["starter", 1],
      ["team", 2],
      ["scale", 3],
    ],
  );
  const withoutStripe = JSON.parse(JSON.stringify(catalog, (key, value) => (key.startsWith("x-") ? undefined : value)));
  const expected = read("authored/catalog.json");
  assert.deepEqual(withoutStripe.cycles, expected.cycles);
  assert.deepEqual(
    withoutStripe.plans.map(({ features, ...plan }) => plan),
    expected.plans,
  );
  assert.deepEqual(left.map(({ id }) => id).sort(), [
    "price_api",
    "price_backup_m",
    "price_setup",
    "price_starter_jpy",
    "price_starter_old",
    "prod_api",
    "prod_backup",
    "sub_1",
  ]);
  assert.ok(left.every(({ why }) => why.endsWith(".")));
});

test("half of a month: three more seats of a subscription are prorated as Stripe does", async () => {
  // November has 30 days, 15 remain. Starter: 3 seats for 9.00 are 27.00, half of that is 13.50; 5 seats are 45.00, half
  // is 22.50. Stripe puts both lines on the next invoice: 22.50 - 13.50 + 45.00 = 54.00 on 1 December.
  const { catalog, requests } = only({}, { at: "2026-11-16T00:00:00Z", change: { seats: 5 } });
  const preview = (await load(catalog)).preview(requests[0]);
  assert.equal(preview.id, "sub_1");
  assert.equal(preview.pay_today.charged, "0.00");
  assert.equal(preview.next_payment.due, "54.00");
  assert.equal(preview.next_payment.date, "2026-12-01T00:00:00Z");
});

test("invoiced at once, if so chosen", async () => {
  const { catalog, requests } = only({}, { at: "2026-11-16T00:00:00Z", change: { seats: 5 }, invoice: "now" });
  assert.equal((await load(catalog)).preview(requests[0]).pay_today.charged, "9.00"); // 22.50 - 13.50
});

test("without a change each request asks which plans are open", async () => {
  const { catalog, requests } = only();
  const answer = (await load(catalog)).eligibility(requests[0]);
  assert.deepEqual(
    answer.options.map(({ plan, verdict }) => [plan, verdict]),
    [
      ["starter", "current"],
      ["team", "available"],
    ],
  );
});

test("balance, trial, cancellation, schedule and a coupon come along", async () => {
  const { catalog, requests, left } = importStripe([
    ...shop,
    { object: "customer", id: "cus_1", balance: -1250, currency: "usd" },
    { object: "coupon", id: "Spring", percent_off: 12.5, duration: "repeating", duration_in_months: 3 },
    { object: "coupon", id: "FIVE", amount_off: 500, currency: "usd", duration: "once" },
    { object: "coupon", id: "EURO", amount_off: 500, currency: "eur", duration: "once" },
    {
      object: "subscription_schedule",
      id: "sub_sched_1",
      phases: [
        { start_date: at("2026-11-01T00:00:00Z"), items: [{ price: "price_a", quantity: 3 }] },
        { start_date: at("2026-12-01T00:00:00Z"), items: [{ price: "price_b", quantity: 4 }] },
      ],
    },
    subscription([["price_a", 3]], {
      schedule: "sub_sched_1",
      discounts: [{ id: "di_1", object: "discount", coupon: { id: "Spring" }, end: at("2027-02-01T00:00:00Z") }],
    }),
    {
      ...subscription([["price_a", 1]], { status: "trialing", cancel_at_period_end: true }),
      id: "sub_2",
      customer: "cus_2",
    },
  ]);
  assert.deepEqual(left, [{ id: "EURO", why: "The coupon is in EUR, the catalog in USD." }]);
  assert.deepEqual(
    catalog.discounts.map(({ id, percent, amount, on, lasts }) => ({ id, percent, amount, on, lasts })),
    [
      { id: "spring", percent: "12.5", amount: undefined, on: "everything", lasts: "P3M" },
      { id: "five", percent: undefined, amount: "5.00", on: "first_payment", lasts: undefined },
    ],
  );
  const [first, second] = requests.map((request) => request.subscription);
  assert.equal(first.balance, "12.50");
  assert.deepEqual(first.scheduled, { plan: "team", cycle: "1-month", seats: 4 });
  assert.deepEqual(first.discounts, [{ id: "spring", until: "2027-02-01T00:00:00Z" }]);
  assert.equal(second.trial, true);
  assert.equal(second.cancels_on, "2026-12-01T00:00:00Z");
  const engine = await load(catalog);
  for (const request of requests) assert.equal(engine.eligibility(request).error, undefined, JSON.stringify(request));
});

test("what has no place is left, in words", () => {
  for (const [more, why] of [
    [{ status: "past_due" }, /overdue/],
    [{ pause_collection: { behavior: "void" } }, /paused/],
    [{ cancel_at: at("2026-11-20T00:00:00Z") }, /not the end of its period/],
    [{ current_period_end: null }, /period is missing/],
    [{ items: { data: [] } }, /no items/],
    [{ items: { data: [{ price: "price_a" }, { price: "price_b" }] } }, /holds 2 plans/],
    [{ items: { data: [{ price: "price_z" }] } }, /price_z/],
  ]) {
    const { requests, left } = only(more);
    assert.deepEqual(requests, [], why.source);
    assert.match(left.find(({ id }) => id === "sub_1").why, why);
  }
});

test("a price is carried to the last digit, or left", () => {
  // Stripe's amounts are in its smallest unit: cents, whole yen, thousandths of a dinar.
  for (const [minor, currency, text] of [
    [900, "USD", "9.00"],
    ["5", "USD", "0.05"],
    ["-1250", "USD", "-12.50"],
    ["12.50", "USD", null],
    ["12.00", "USD", "0.12"],
    [1200, "JPY", "1200"],
    [1500, "KWD", "1.500"],
    ["9007199254740993", "USD", "90071992547409.93"],
  ]) {
    assert.equal(amountOf(minor, currency), text, `${minor} ${currency}`);
  }
});

test("twelve months are a year, and of two prices for one interval the default wins", () => {
  const { catalog, left } = importStripe([
    product("prod_a", "Starter", { default_price: "price_new" }),
    monthly("price_new", "prod_a", 900, { created: 1 }),
    monthly("price_late", "prod_a", 950, { created: 2 }),
    monthly("price_year", "prod_a", 9000, { recurring: { interval: "month", interval_count: 12 } }),
  ]);
  assert.deepEqual(catalog.plans[0].prices["1-month"], { per_seat: "9.00", "x-stripe-price": "price_new" });
  assert.deepEqual(
    catalog.cycles.map(({ length }) => length),
    ["P1M", "P1Y"],
  );
  assert.deepEqual(
    left.map(({ id }) => id),
    ["price_late"],
  );
});

test("Stripe's own fixtures, and what its command line creates, are read without a failure", () => {
  for (const file of readdirSync(folder, { recursive: true }).filter((name) =>
    /^(openapi|triggers).*\.json$/.test(name),
  )) {
    const { catalog, requests, left } = importStripe(read(file));
    assert.ok(catalog === null || catalog.plans.length > 0, file);
    assert.ok(Array.isArray(requests) && left.every(({ id, why }) => id && why), file);
  }
});
