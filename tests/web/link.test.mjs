import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { packText, readLink, unpackText, writeLink } from "../../web/site/share_link.js";
import { undoStack } from "../../web/element/undo_stack.js";

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

/** Deflated, base64url: what a link carries. */
const packed = (bytes) => deflateRawSync(bytes).toString("base64url");

test("the text in a link has at most 1,048,576 bytes", async () => {
  const largest = Buffer.alloc(1_048_576, "x");
  assert.equal((await unpackText(packed(largest))).length, 1_048_576);
  await assert.rejects(unpackText(packed(Buffer.concat([largest, Buffer.from("x")]))), {
    code: "catalog.too_large",
    message: "The catalog in the link is larger than 1 MiB.",
  });
});

test("a link that would inflate to 100 MB is left at its first megabytes", async (t) => {
  const bomb = packed(Buffer.alloc(104_857_600));
  assert.ok(bomb.length < 150_000);
  let made = 0;
  const Inflating = globalThis.DecompressionStream;
  t.after(() => {
    globalThis.DecompressionStream = Inflating;
  });
  globalThis.DecompressionStream = class {
    constructor(format) {
      const { readable, writable } = new Inflating(format);
      const counting = new TransformStream({
        transform(piece, controller) {
          made += piece.length;
          controller.enqueue(piece);
        },
      });
      Object.assign(this, { writable, readable: readable.pipeThrough(counting) });
    }
  };
  await assert.rejects(unpackText(bomb), { code: "catalog.too_large" });
  await new Promise((resolve) => setTimeout(resolve, 100)); // what would go on behind our back
  assert.ok(made < 4 * 1_048_576, `${made} bytes`);
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
