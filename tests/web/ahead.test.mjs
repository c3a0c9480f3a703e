// What comes about by itself: ends of discounts, announced prices, the end of a commitment, the last free day. In "After
// that", on the timeline and in the calendar file.
import "./dom_stub.mjs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { stateOfSubscription } from "../../web/form/example.js";
import * as ics from "../../web/export/ics.js";
import { keyDates } from "../../web/answer/key_dates.js";
import { previewView } from "../../web/answer/preview_view.js";
import { answersTo } from "../../web/engine/model.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import { textOf } from "./dom_stub.mjs";
import { openEngine } from "./engine_of_package.mjs";

const english = await loadMessages("en");
const month = { start: "2026-11-01", end: "2026-12-01" };
const monthly = { plan: "basic", cycle: "monthly", seats: 2, period: month };
const bound = { ...monthly, cycle: "committed", committed_until: "2027-07-01" };

/** What the page shows of a state: the blocks' paragraphs, and the dates. */
async function shown(name, entries, alter = () => {}) {
  const file = new URL(`../conformance/catalogs/additions-${name}.json`, import.meta.url);
  const catalog = JSON.parse(await readFile(file, "utf8"));
  alter(catalog);
  const engine = await openEngine(catalog);
  const state = new Map(entries);
  const model = answersTo(state, catalog, engine);
  assert.ok(model.allowed, JSON.stringify(model.fault ?? model.reasons));
  const words = wordsFor("en", english, catalog);
  const blocks = previewView(model, catalog, words).childNodes;
  const dates = keyDates(model, words).map(({ date, texts }) => [date, texts.join(", ")]);
  const sentences = (block) => block.childNodes.filter(({ localName }) => localName === "p").map(textOf);
  return { next: sentences(blocks[1]), later: sentences(blocks[2]), dates, file: ics.write({ model, catalog, words }) };
}

const standing = (subscription, at = "2026-11-22") =>
  stateOfSubscription(subscription, new Map(Object.entries({ mode: "change", at })));
const cancelling = (subscription, at) => standing(subscription, at).set("mode", "cancel");

test("the day on which an introductory price ends stands in After that, and what is paid then", async () => {
  const held = { ...monthly, discounts: [{ id: "intro", until: "2027-01-15" }] };
  const { later, dates, file } = await shown("intro", standing(held));
  assert.ok(later.includes("intro ends on 15 January 2027: $20.00 from 1 February 2027 on."), later.join("|"));
  assert.deepEqual(dates, [
    ["2026-11-01", "This period began"],
    ["2026-11-22", "Today"],
    ["2026-12-01", "Payment: $10.00"],
    ["2027-01-01", "Payment: $10.00"],
    ["2027-01-15", "Discount ends: intro"],
    ["2027-02-01", "Payment: $20.00"],
  ]);
  assert.match(file, /DTSTART;VALUE=DATE:20270115\r\n.*\r\nSUMMARY:additions-intro: Discount ends: intro/);
  assert.match(file, /DTSTART;VALUE=DATE:20270201\r\n.*\r\nSUMMARY:additions-intro: Payment: \$20\.00/);
});

test("one that ends before the next payment stands beside that payment, once", async () => {
  const held = { ...monthly, discounts: [{ id: "intro", until: "2026-11-30" }] };
  const { next, later, dates } = await shown("intro", standing(held));
  assert.ok(next.includes("intro ends on 30 November 2026: $20.00 from 1 December 2026 on."));
  assert.ok(!later.some((sentence) => sentence.includes("intro")));
  assert.deepEqual(
    dates.filter(([date]) => date === "2026-12-01"),
    [["2026-12-01", "Payment: $20.00"]],
  );
});

test("a discount that a quote begins ends after its length, and one without an end never", async () => {
  const asked = { mode: "quote", at: "2026-11-22", "want.plan": "basic", "want.cycle": "monthly", "want.seats": "2" };
  const chosen = { "want.discounts.intro": "yes" };
  // Three months from 22 November: the period of 22 February begins on its end and no longer has it.
  const { later } = await shown("intro", Object.entries({ ...asked, ...chosen }));
  assert.ok(later.includes("intro ends on 22 February 2027: $20.00 from 22 February 2027 on."), later.join("|"));
  const endless = await shown("intro", standing({ ...monthly, discounts: ["intro"] }));
  assert.ok(!endless.later.some((sentence) => sentence.includes("intro")));
});

test("announced prices come before they are paid, each with its day", async () => {
  const team = { ...monthly, plan: "team", period: { start: "2026-11-15", end: "2026-12-15" } };
  const { later, dates } = await shown("prices", standing(team));
  const announced = later.filter((sentence) => sentence.startsWith("The price changes"));
  assert.deepEqual(announced, [
    "The price changes on 1 January 2027: $48.00 from 15 January 2027 on.",
    "The price changes on 1 July 2027: $50.00 from 15 July 2027 on.",
  ]);
  assert.deepEqual(dates.slice(3), [
    ["2027-01-01", "The price changes"],
    ["2027-01-15", "Payment: $48.00"],
    ["2027-07-01", "The price changes"],
    ["2027-07-15", "Payment: $50.00"],
  ]);
  // The running period is the last one at the old price.
  const soon = await shown(
    "prices",
    standing({ ...team, period: { start: "2026-12-15", end: "2027-01-15" } }, "2026-12-20"),
  );
  assert.ok(soon.next.includes("The price changes on 1 January 2027: $48.00 from 15 January 2027 on."));
});

test("held prices, a cancellation, and a price for others only announce nothing", async () => {
  const team = { ...monthly, plan: "team" };
  for (const state of [
    standing({ ...team, prices_of: "2026-11-01" }),
    cancelling(team),
    standing({ ...team, cancels_on: "2026-12-01" }),
  ]) {
    const { later, dates } = await shown("prices", state);
    assert.ok(!later.some((sentence) => sentence.startsWith("The price changes")), later.join("|"));
    assert.ok(!dates.some(([, text]) => text.includes("price")));
  }
  // Basic's last change is the one of January; July's is team's alone.
  const basic = await shown("prices", standing(monthly));
  assert.deepEqual(
    basic.dates.filter(([, text]) => text.includes("The price changes")).map(([date]) => date),
    ["2027-01-01"],
  );
  // To the other plan the held prices do not go along.
  const change = standing({ ...team, prices_of: "2026-11-01" }).set("want.plan", "basic");
  const { dates } = await shown("prices", change);
  assert.ok(dates.some(([date, text]) => date === "2027-01-01" && text.includes("The price changes")));
});

test("a commitment's end is a date of its own, unless it has been left", async () => {
  const dateOf = ({ dates }) => dates.find(([date]) => date === "2027-07-01");
  const { file, ...still } = await shown("commitment", standing(bound));
  assert.deepEqual(dateOf(still), ["2027-07-01", "Your commitment ends and begins anew"]);
  assert.match(file, /DTSTART;VALUE=DATE:20270701\r\n.*\r\nSUMMARY:additions-commitment: Your commitment ends and/);
  assert.deepEqual(dateOf(await shown("commitment", cancelling(bound))), ["2027-07-01", "Your commitment ends"]);
  const once = (catalog) => (catalog.cycles[1].commitment.renews = false);
  assert.deepEqual(dateOf(await shown("commitment", standing(bound), once)), ["2027-07-01", "Your commitment ends"]);
  // A quote begins one: a year from today.
  const asked = { mode: "quote", at: "2026-11-22", "want.plan": "basic", "want.cycle": "committed", "want.seats": "2" };
  const quoted = await shown("commitment", Object.entries(asked), once);
  assert.deepEqual(quoted.dates.at(-1), ["2027-11-22", "Your commitment ends"]);
  const now = await shown("commitment", cancelling(bound), (catalog) => {
    catalog.policy.rules.cancel = { when: "now" };
  });
  assert.equal(dateOf(now), undefined);
});

test("the last free day, and what waits or is scheduled, are dates too", async () => {
  const begun = { ...monthly, started_on: "2026-11-01" };
  const { dates } = await shown("windows", cancelling(begun, "2026-11-10"));
  assert.deepEqual(
    dates.find(([date]) => date === "2026-11-14"),
    ["2026-11-14", "Last day to cancel free"],
  );
  const old = await shown("windows", cancelling({ ...begun, started_on: "2026-07-01" }, "2026-11-05"));
  assert.deepEqual(
    old.dates.find(([date]) => date === "2026-11-07"),
    ["2026-11-07", "Last day to cancel with money back"],
  );
  const fewer = await shown("commitment", standing({ ...bound, seats: 5 }).set("want.seats", "3"));
  assert.deepEqual(fewer.dates.at(-1), ["2027-07-01", "Fewer seats, Your commitment ends and begins anew"]);
  const scheduled = { ...bound, seats: 5, scheduled: { seats: 3 } };
  const wanted = standing({ ...scheduled, scheduled_on: "2027-07-01" });
  assert.match((await shown("commitment", wanted)).dates.at(-1)[1], /What is scheduled takes effect/);
  const soon = await shown("commitment", standing(scheduled));
  assert.deepEqual(soon.dates[2], ["2026-12-01", "What is scheduled takes effect, Payment: $30.00"]);
});
