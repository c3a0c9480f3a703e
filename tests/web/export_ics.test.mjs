// What the button "Save the dates" saves, as a calendar reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as ics from "../../web/export/ics.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import "./dom_stub.mjs";
import { fullCatalog } from "./full_catalog.mjs";

const [english, german] = [await loadMessages("en"), await loadMessages("de")];
const said = (key, values) => wordsFor("en", english, fullCatalog).text(key, values);

const subscription = { plan: "basic", cycle: "monthly", seats: 3, period: { start: "2026-11-10", end: "2026-12-10" } };
const request = { at: "2026-11-22", role: "owner", subscription, change: { plan: "pro" } };

/** An upgrade in the middle of a period: its start is past, today and two payments are ahead. */
const modelOf = (asked) => ({
  at: asked.at,
  request: asked,
  answer: { movements: [{ kind: "upgrade", when: "now", on: asked.at }] },
  today: { charged: "18.00" },
  next: { date: "2026-12-10", due: "60.00" },
  later: { date: "2027-01-09", due: "60.00" },
});

function fileOf(asked = request, { catalog = fullCatalog, messages = english, lang = "en" } = {}) {
  return ics.write({ model: modelOf(asked), catalog, words: wordsFor(lang, messages, catalog) });
}

/** The events of a calendar file as objects of its properties, long lines put together again. */
function eventsOf(file) {
  const lines = file.replaceAll("\r\n ", "").split("\r\n");
  const events = lines.join("\n").split("BEGIN:VEVENT\n").slice(1);
  return events.map((event) =>
    Object.fromEntries(
      event
        .split("\nEND:VEVENT")[0]
        .split("\n")
        .map((line) => /^([^:]*):(.*)$/.exec(line).slice(1)),
    ),
  );
}
const pays = (key, amount) => said(key, { amount });
const uidsOf = (...args) => eventsOf(fileOf(...args)).map(({ UID }) => UID);

test("each date that is ahead is an event of that whole day; what is past is none", () => {
  const events = eventsOf(fileOf());
  assert.deepEqual(
    events.map((event) => [event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"], event.SUMMARY]),
    [
      ["20261122", "20261123", `Full: ${pays("date_today_pay", "€18.00")}`],
      ["20261210", "20261211", `Full: ${pays("date_payment", "€60.00")}`],
      ["20270109", "20270110", `Full: ${pays("date_payment", "€60.00")}`],
    ],
  );
  for (const event of events) {
    assert.equal(event.DTSTAMP, "20261122T000000Z");
    assert.equal(event.TRANSP, "TRANSPARENT");
  }
});

test("the last day of a month and of a year ends on the first of the next", () => {
  const model = { ...modelOf(request), next: { date: "2026-12-31", due: "60.00" }, later: null };
  const words = wordsFor("en", english, fullCatalog);
  const [, event] = eventsOf(ics.write({ model, catalog: fullCatalog, words }));
  assert.deepEqual([event["DTSTART;VALUE=DATE"], event["DTEND;VALUE=DATE"]], ["20261231", "20270101"]);
});

test("no line is longer than 75 octets, no character is torn, and nothing is lost", () => {
  for (const name of ["x".repeat(200), "さくら教室".repeat(40), "☕🎉é".repeat(60), "a; b, c\\d"]) {
    const file = fileOf(request, { catalog: { ...fullCatalog, name } });
    const lines = file.split("\r\n");
    assert.equal(lines.pop(), "");
    for (const line of lines) {
      assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)}: ${line}`);
      assert.ok(!/[\r\n]/.test(line) && line.isWellFormed());
    }
    const [{ SUMMARY }] = eventsOf(file);
    assert.equal(SUMMARY.replace(/\\([\\;,])/g, "$1"), `${name}: ${pays("date_today_pay", "€18.00")}`);
  }
});

test("an event keeps its name when it is exported again: later, or in another language", () => {
  const again = structuredClone(request);
  assert.deepEqual(uidsOf(again), uidsOf());
  assert.deepEqual(uidsOf(request, { messages: german, lang: "de" }), uidsOf());
  // The next day "today" is another event; the payments are the same ones.
  const [today, ...payments] = uidsOf({ ...request, at: "2026-11-23" });
  const [before, ...same] = uidsOf();
  assert.deepEqual(payments, same);
  assert.notEqual(today, before);
});

test("another subscription, another change and another catalog have events of their own", () => {
  const changed = (part) => ({ ...request, ...part });
  const all = [
    uidsOf(),
    uidsOf(changed({ subscription: { ...subscription, seats: 4 } })),
    uidsOf(changed({ subscription: { ...subscription, paid: "12.00" } })),
    uidsOf(changed({ change: { plan: "max" } })),
    uidsOf(request, { catalog: { ...fullCatalog, id: "other" } }),
  ].flat();
  assert.equal(all.length, 15);
  assert.equal(new Set(all).size, 15);
  for (const uid of all) assert.match(uid, /^[0-9]{8}-[0-9a-f]{16}@planshift$/);
});
