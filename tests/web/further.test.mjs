// What is asked for the parts after the first answer: few questions, and what asking every one of them would say.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { askedOnce } from "../../web/engine/asked_once.js";
import { pinnedOf, prospectOf } from "../../web/engine/further.js";
import { answersTo } from "../../web/engine/model.js";
import { openEngine } from "./engine_of_package.mjs";
import { fullCatalog, subscriber } from "./full_catalog.mjs";

const cents = fc.integer({ min: 0, max: 40 }).map((amount) => `${amount}.00`);
const steps = fc
  .array(fc.record({ width: fc.integer({ min: 1, max: 25 }), per_seat: cents, flat: cents }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => {
    let end = 0;
    return parts.map(({ width, ...price }, index) => ({
      up_to: index === parts.length - 1 ? null : (end += width),
      ...price,
    }));
  });
const price = fc.oneof(
  fc.record({ per_seat: cents }),
  fc.record({ flat: cents }),
  fc.record({ package: fc.record({ size: fc.integer({ min: 1, max: 9 }), price: cents }) }),
  fc.record({ tiers: fc.record({ mode: fc.constantFrom("volume", "graduated"), steps }) }),
);

const prospect = (seats) =>
  new Map(
    Object.entries({
      mode: "quote",
      at: "2026-11-22",
      "want.plan": "pro",
      "want.cycle": "monthly",
      "want.seats": String(seats),
    }),
  );

const counted = (engine) => {
  const asked = [];
  return { asked, ask: (...all) => (asked.push(all), engine.ask(...all)) };
};

/** Every number of seats up to sixty more, asked one by one. */
function everyBreak(seats, most, engine) {
  const costOf = (count) =>
    engine.ask("quote", { at: "2026-11-22", terms: { plan: "pro", cycle: "monthly", seats: count } }).next_payment
      ?.total;
  const [own, found] = [costOf(seats), []];
  for (let count = seats + 1, before = own; count <= Math.min(seats + 60, most) && found.length < 3; count += 1) {
    const cost = costOf(count);
    if (Number(cost) < Number(before)) found.push([count, count - 1]);
    else if (cost === own) found.push([count, seats]);
    before = cost;
  }
  return found;
}

test("numbers of seats that cost no more are found without asking for each of them", async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(price, fc.integer({ min: 1, max: 40 }), async (written, seats) => {
      const catalog = structuredClone(fullCatalog);
      const pro = catalog.plans.find(({ id }) => id === "pro");
      pro.prices.monthly = written;
      const engine = await openEngine(catalog);
      const few = counted(engine);
      const model = answersTo(prospect(seats), catalog, engine);
      fc.pre(model.allowed);
      const { breaks } = prospectOf(model, catalog, askedOnce(few));
      assert.deepEqual(
        breaks.map(({ more, than }) => [more, than]),
        everyBreak(seats, pro.seats?.max ?? Number.POSITIVE_INFINITY, engine),
      );
      found += breaks.length;
      // Three later changes; the wanted number and the one above; per step its two sides and a search.
      assert.ok(few.asked.length <= 5 + 9 * (written.tiers?.steps.length ?? 1), `${few.asked.length} questions`);
    }),
    { numRuns: 150, seed: 11 },
  );
  assert.ok(found > 50, `${found}`);
});

test("what twelve months of an option cost is what the engine says of twelve months", async () => {
  const engine = await openEngine(fullCatalog);
  const reader = new Map(Object.entries(subscriber));
  const model = answersTo(reader, fullCatalog, engine);
  const pins = new Map([
    ["pin.0", "mode=change&want.plan=pro&want.cycle=monthly&want.seats=3"],
    ["pin.1", "mode=change&want.plan=basic&want.cycle=monthly&want.seats=3"],
    ["pin.2", "mode=cancel&cancel.timing=now"],
    ["pin.3", "mode=change&want.plan=none&want.cycle=monthly&want.seats=3"],
  ]);
  const options = pinnedOf(pins, model, fullCatalog, engine);
  const { subscription } = model.request;
  const changes = [{ plan: "pro" }, null, { cancel: true, timing: "now" }];
  for (const [index, change] of changes.entries()) {
    const events = change ? [{ at: "2026-11-25", role: "owner", change }] : [];
    const totals = ["2027-11-24", "2028-11-24"].map(
      (until) => engine.ask("forecast", { subscription, events, until }).total,
    );
    assert.deepEqual([options[index].year, options[index].twoYears], totals);
  }
  // 18.00 today and twelve payments of 72.00 from 10 December 2026 to 10 November 2027.
  assert.equal(options[0].year, "882.00");
  assert.equal(options[3].year, null);
});

test("the same question is asked once in a turn and the next, and again after a turn without it", () => {
  const { asked, ask } = counted({ ask: (_, { n }) => ({ n }) });
  const engine = askedOnce({ ask });
  assert.deepEqual(engine.ask("quote", { n: 1 }), { n: 1 });
  engine.ask("quote", { n: 1 });
  engine.nextTurn();
  engine.ask("quote", { n: 1 });
  assert.equal(asked.length, 1);
  engine.ask("forecast", { n: 1 });
  assert.equal(asked.length, 2);
  engine.nextTurn();
  engine.nextTurn();
  engine.ask("quote", { n: 1 });
  assert.equal(asked.length, 3);
});
