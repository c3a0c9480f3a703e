import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { changeOf, fieldOf, money, subscriptionOf, whole } from "../../web/engine/requests.js";

const catalog = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));
const state = (entries) =>
  new Map([
    ["mode", "change"],
    ["have.plan", "essentials"],
    ["have.cycle", "365-day"],
    ["have.seats", "3"],
    ["have.period.end", "2027-03-01"],
    ["want.plan", "essentials"],
    ["want.cycle", "365-day"],
    ["want.seats", "3"],
    ...entries,
  ]);

test("numbers in other scripts, and what is no number goes as it is", () => {
  assert.equal(whole("12"), 12);
  assert.equal(whole(" ١٢ "), 12);
  assert.equal(whole("１２"), 12);
  assert.equal(whole("1.5"), "1.5");
  assert.equal(whole(""), "");
});

test("amounts: a comma before cents is a decimal one, groups fall away, the rest is left to the engine", () => {
  assert.equal(money("120,50"), "120.50");
  assert.equal(money("1 234.50"), "1234.50");
  assert.equal(money("1,234.50"), "1234.50");
  assert.equal(money("1,234"), "1,234"); // one thousand or one and a bit: never guessed
  assert.equal(money("abc"), "abc");
});

test("a period that is not given begins one cycle before its end", () => {
  assert.deepEqual(subscriptionOf(state([]), catalog).period, { start: "2026-03-01", end: "2027-03-01" });
});

test("a change names only what differs from what would hold anyway", () => {
  assert.deepEqual(changeOf(state([]), catalog), {});
  assert.deepEqual(changeOf(state([["want.plan", "advanced"]]), catalog), { plan: "advanced" });
  // Set to go to EasyStart; staying on Essentials takes that back, wanting EasyStart changes nothing.
  assert.deepEqual(changeOf(state([["have.scheduled.plan", "easystart"]]), catalog), { plan: "essentials" });
  assert.deepEqual(
    changeOf(
      state([
        ["have.scheduled.plan", "easystart"],
        ["want.plan", "easystart"],
      ]),
      catalog,
    ),
    {},
  );
});

test("a fault's place in the request leads to its field", () => {
  assert.equal(fieldOf("/subscription/seats", {}), "have.seats");
  assert.equal(fieldOf("/subscription/period", {}), "have.period.end");
  assert.equal(
    fieldOf("/change/addons/1/seats", { change: { addons: [{ id: "a" }, { id: "pi" }] } }),
    "want.addons.pi",
  );
  const held = { subscription: { discounts: ["welcome", { id: "intro", until: "soon" }] } };
  assert.equal(fieldOf("/subscription/discounts/0", held), "have.discounts.welcome");
  assert.equal(fieldOf("/subscription/discounts/1/until", held), "have.discount_until.intro");
  assert.equal(fieldOf("/terms/seats", {}), "want.seats");
  assert.equal(fieldOf("/at", {}), "at");
});
