import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { emptyState, missingFields } from "../../web/form/empty_state.js";
import { stateOfSubscription } from "../../web/form/example.js";
import { givenCatalog, givenDay, givenSubscription, notHeld } from "../../web/element/given.js";
import { changeOf, subscriptionOf } from "../../web/engine/requests.js";
import { bearsShippedName, otherHabits, vendors } from "../../web/site/vendors.js";

const folder = new URL("../../web/catalogs/", import.meta.url);
const catalogs = await Promise.all(
  (await readdir(folder)).map(async (name) => [name, JSON.parse(await readFile(new URL(name, folder), "utf8"))]),
);

test("equal values have equal keys, however they are written", () => {
  const one = { plan: "a", period: { start: "x", end: "y" }, addons: [{ id: "p" }, { id: "q" }] };
  const other = ' { "addons": [{"id": "p"}, {"id": "q"}], "period": {"end": "y", "start": "x"}, "plan": "\\u0061" } ';
  assert.equal(givenSubscription(one).key, givenSubscription(other).key);
  assert.equal(givenCatalog(one).key, givenCatalog(other).key);
  assert.notEqual(givenSubscription(one).key, givenSubscription({ ...one, addons: [{ id: "q" }, { id: "p" }] }).key);
  assert.notEqual(givenSubscription({ seats: 3 }).key, givenSubscription({ seats: "3" }).key);
  assert.notEqual(givenSubscription('{"__proto__": 1}').key, givenSubscription("{}").key);
});

test("a catalog is an address, a JSON text or an object", () => {
  assert.equal(givenCatalog("/plans.json").address, "/plans.json");
  assert.equal(givenCatalog(' {"id": "x"}').text, ' {"id": "x"}');
  assert.equal(givenCatalog("{half").text, "{half"); // what is wrong with it, the engine says
  assert.equal(givenCatalog({ id: "x" }).text, '{"id":"x"}');
});

test("nothing is nothing, however it is said", () => {
  for (const value of [null, undefined, ""]) {
    assert.deepEqual(givenCatalog(value), givenCatalog(null));
    assert.deepEqual(givenSubscription(value), givenSubscription("null"));
    assert.deepEqual(givenDay(value), {});
  }
});

test("what is not JSON is a fault, and an equal one is the same", () => {
  const circle = {};
  circle.itself = circle;
  for (const value of [() => circle, () => () => {}, () => ({ amount: 1n })]) {
    assert.equal(givenCatalog(value()).fault.code, "page.not_json");
    assert.equal(givenSubscription(value()).fault.path, "/subscription");
    assert.equal(givenSubscription(value()).key, givenSubscription(value()).key);
  }
  assert.equal(givenSubscription("{half").fault.code, "page.not_json");
  assert.equal(givenSubscription("{half").key, givenSubscription("{half").key);
  assert.equal(givenDay("2026-02-30").fault.code, "page.not_a_date");
  assert.equal(givenDay("2026-02-28").date, "2026-02-28");
});

test("a subscription that is changed later is given as it was", () => {
  const subscription = { seats: 3 };
  const given = givenSubscription(subscription);
  subscription.seats = 4;
  assert.deepEqual(given.value, { seats: 3 });
  assert.notEqual(given.key, givenSubscription(subscription).key);
});

test("discounts in another order than the catalog's are not shown in its order", () => {
  const catalog = { discounts: [{ id: "a" }, { id: "b" }, { id: "c" }] };
  assert.equal(notHeld({}, catalog), null);
  assert.equal(notHeld({ discounts: ["a", "c"] }, catalog), null);
  assert.equal(notHeld({ discounts: ["c", "a"] }, catalog).path, "/subscription/discounts");
  const ending = (id) => ({ id, until: "2027-01-15" });
  assert.equal(notHeld({ discounts: [ending("a"), "b", ending("c")] }, catalog), null);
  assert.equal(notHeld({ discounts: [ending("c"), "a"] }, catalog).code, "page.not_shown");
});

for (const [name, catalog] of catalogs) {
  test(`${name}: the empty form names no plan and no date where there is a choice`, () => {
    for (const mode of ["quote", "change", "cancel"]) {
      const state = emptyState(catalog, mode, "2026-11-22");
      const part = mode === "quote" ? "want" : "have";
      assert.equal(state.get(`${part}.plan`), catalog.plans.length === 1 ? catalog.plans[0].id : undefined);
      assert.equal(state.get("have.period.end"), undefined);
      assert.equal(state.get("example"), undefined);
      assert.ok(mode === "quote" || missingFields(state, catalog).includes("have.period.end"));
      const asked = new Map([...state, [`${part}.plan`, "p"], [`${part}.cycle`, "c"], [`${part}.seats`, "1"]]);
      assert.deepEqual(missingFields(asked.set("have.period.end", "2026-12-01"), catalog), []);
    }
  });

  test(`${name}: its name and id are known as the page's own`, () => {
    const known = new Map([...vendors, ...otherHabits]);
    assert.equal(known.get(name.replace(".json", "")), catalog.name);
    assert.ok(bearsShippedName({ id: "other", name: ` ${catalog.name.toUpperCase()}\u200b ` }));
    assert.ok(bearsShippedName({ id: catalog.id }));
    assert.ok(!bearsShippedName({ id: "other", name: `${catalog.name} 2` }));
  });
}

test("a scheduled list of add-ons stands in the form, and only another one is a change", () => {
  const catalog = { plans: [{ id: "a" }], cycles: [{ id: "m", length: "P1M" }], addons: [{ id: "x" }, { id: "y" }] };
  const period = { start: "2026-11-01", end: "2026-12-01" };
  for (const addons of [[], [{ id: "y", seats: 2 }]]) {
    const held = { plan: "a", cycle: "m", seats: 1, period, addons: [{ id: "x", seats: 1 }], scheduled: { addons } };
    const state = stateOfSubscription(held, new Map([["mode", "change"]]));
    assert.deepEqual(subscriptionOf(state, catalog), held);
    assert.deepEqual(changeOf(state, catalog), {});
    assert.deepEqual(changeOf(state.set("want.addons.x", "1"), catalog), {
      addons: [{ id: "x", seats: 1 }, ...addons],
    });
  }
});
