// What is let go of, and when: engines that are closed or forgotten, and instances that are lost.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { planshift } from "../../../dist/npm/engine.js";
import { load } from "../../../dist/npm/node.js";
import { catalogText, scenarios } from "../corpus.mjs";
import { withMemoryLimit } from "./memory_limit.mjs";
import { watchInstances } from "./watch_instances.mjs";

const catalog = catalogText("clio-manage.json");
const request = [...scenarios()].find(({ name }) => name === "examples/01-upgrade-on-365-day.json").requestText;
const core = await readFile(new URL("../../../dist/npm/core.wasm", import.meta.url));

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

/** Collects what can be, and lets the finalizers run. */
async function settle() {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise(setImmediate);
    collect();
  }
  await new Promise(setImmediate);
}

const closed = { name: "Error", message: "This engine is closed." };

test("a closed engine answers nothing any more, and closing it again does nothing", async () => {
  const engine = await load(catalog);
  const other = await load(catalog);
  const expected = engine.answer("preview", request);
  engine.close();
  assert.throws(() => engine.answer("preview", request), closed);
  for (const question of ["preview", "quote", "eligibility", "forecast", "sweep"]) {
    assert.throws(() => engine[question]({}), closed);
  }
  // The next one takes the place that became free; the old one's second close is none of its business.
  const next = await load(catalog);
  engine.close();
  assert.equal(next.answer("preview", request), expected);
  assert.equal(other.answer("preview", request), expected);
});

test("an engine is disposed of as other resources are", async () => {
  const engine = await load(catalog);
  engine[Symbol.dispose ?? Symbol.for("Symbol.dispose")]();
  assert.throws(() => engine.answer("preview", request), closed);
});

test("20,000 catalogs opened and closed in a row leave the memory as large as it was", async () => {
  let memory;
  const unwatch = watchInstances((made) => {
    memory = made;
  });
  try {
    const host = planshift(() => WebAssembly.compile(core));
    const openAndClose = async () => (await host.load(catalog)).close();
    for (let round = 0; round < 100; round += 1) await openAndClose();
    const before = memory.buffer.byteLength;
    for (let round = 0; round < 20_000; round += 1) await openAndClose();
    assert.equal(memory.buffer.byteLength, before);

    // However many were open at once, and in whichever order they were closed: their places are all used again.
    const openMany = () => Promise.all(Array.from({ length: 500 }, () => host.load(catalog)));
    const closeAll = (engines) => {
      for (const [place, engine] of engines.entries()) if (place % 2 === 0) engine.close();
      for (const engine of engines.reverse()) engine.close();
    };
    closeAll(await openMany());
    const most = memory.buffer.byteLength;
    for (let round = 0; round < 10; round += 1) closeAll(await openMany());
    assert.equal(memory.buffer.byteLength, most);
  } finally {
    unwatch();
  }
});

test("an engine that is forgotten is closed, and one that was closed before closes no other", async () => {
  let memory;
  const unwatch = watchInstances((made) => {
    memory = made;
  });
  try {
    const host = planshift(() => WebAssembly.compile(core));
    const expected = (await host.load(catalog)).answer("preview", request);
    for (let each = 0; each < 200; each += 1) await host.load(catalog);
    await settle();
    const before = memory.buffer.byteLength;
    for (let round = 0; round < 20; round += 1) {
      for (let each = 0; each < 200; each += 1) await host.load(catalog);
      await settle();
    }
    assert.equal(memory.buffer.byteLength, before);

    for (let each = 0; each < 50; each += 1) (await host.load(catalog)).close();
    const engines = await Promise.all(Array.from({ length: 50 }, () => host.load(catalog)));
    await settle();
    for (const engine of engines) assert.equal(engine.answer("preview", request), expected);
  } finally {
    unwatch();
  }
});

test("a lost instance is let go of while engines that were open on it live on", async () => {
  const memories = [];
  const unwatch = watchInstances((made) => memories.push(new WeakRef(made)));
  try {
    // Reading such a request already needs more memory than there is.
    const tooMuch = `[${"0,".repeat(500_000)}0]`;
    const limited = await WebAssembly.compile(withMemoryLimit(core, { pagesMore: 24 }));
    const host = planshift(async () => limited);
    const engine = await host.load(catalog);
    const expected = engine.answer("preview", request);
    const idle = []; // one more for each instance: asked nothing after that was lost
    for (let lost = 1; lost <= 20; lost += 1) {
      idle.push(await host.load(catalog));
      assert.match(JSON.parse(engine.answer("preview", tooMuch)).error.code, /^internal\./);
      assert.equal(engine.answer("preview", request), expected);
      assert.equal(memories.length, lost + 1);
    }
    await settle();
    const held = memories.filter((memory) => memory.deref() !== undefined);
    assert.deepEqual(held, [memories.at(-1)]);
    for (const each of [engine, ...idle]) assert.equal(each.answer("preview", request), expected);

    // What was open on a lost instance has nothing to close on the one after it.
    engine.answer("preview", tooMuch);
    const stale = await host.load(catalog); // the first of its instance, as `engine` is of the next one
    engine.answer("preview", tooMuch);
    assert.equal(engine.answer("preview", request), expected);
    stale.close();
    assert.equal(engine.answer("preview", request), expected);
  } finally {
    unwatch();
  }
});
