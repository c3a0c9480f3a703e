import assert from "node:assert/strict";
import { test } from "node:test";
import { packText, readLink, unpackText, writeLink } from "../../web/share_link.js";
import { undoStack } from "../../web/undo_stack.js";

const state = new Map([
  ["mode", "change"],
  ["at", "2026-11-22"],
  ["have.plan", "a&b=c#d"],
  ["have.pending.0.label", "Überhang ☕"],
]);

test("a link gives back what went in", () => {
  const { state: read, catalog } = readLink(`#${writeLink(state, { catalog: "clio-manage", lang: "de" })}`);
  assert.deepEqual([...read], [...state]);
  assert.equal(catalog.catalog, "clio-manage");
});

test("every cut and every changed character is noticed", () => {
  const link = writeLink(state, { catalog: "clio-manage", lang: "en" });
  for (let length = 4; length < link.length; length += 1)
    assert.ok(readLink(link.slice(0, length)) === null || readLink(link.slice(0, length)).damage, `${length}`);
  for (let place = 4; place < link.length; place += 1) {
    const changed = `${link.slice(0, place)}${link[place] === "x" ? "y" : "x"}${link.slice(place + 1)}`;
    assert.ok(readLink(changed).damage, `at ${place}`);
  }
});

test("a fragment without a state is no damaged one", () => {
  assert.equal(readLink(""), null);
  assert.equal(readLink("#mode=cancel"), null);
});

test("a catalog travels inside a link", async () => {
  const text = JSON.stringify({
    name: "Größe ☕",
    plans: Array.from({ length: 50 }, (_, rank) => ({ id: `plan-${rank}`, rank })),
  });
  const packed = await packText(text);
  assert.match(packed, /^[A-Za-z0-9_-]+$/);
  assert.equal(await unpackText(packed), text);
  await assert.rejects(unpackText(packed.slice(0, 20)));
});

test("undo: typing in one field is one step, and a new step forgets what was undone", () => {
  let clock = 0;
  const steps = undoStack({ now: () => clock });
  steps.record("empty", "seats");
  clock += 100;
  steps.record("1", "seats");
  clock += 100;
  steps.record("12", "plan");
  assert.equal(steps.undo("plan changed"), "12");
  assert.equal(steps.undo("12"), "empty");
  assert.equal(steps.undo("empty"), "empty");
  assert.equal(steps.redo("empty"), "12");
  steps.record("12", "other");
  assert.equal(steps.canRedo, false);
});
