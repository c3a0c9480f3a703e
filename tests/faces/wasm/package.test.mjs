// The npm package as scripts/build left it in dist/npm: loading, errors, memory, and an instance that breaks.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { planshift } from "../../../dist/npm/engine.js";
import { check, load } from "../../../dist/npm/node.js";
import { catalogText, scenarios } from "../corpus.mjs";
import { withMemoryLimit } from "./memory_limit.mjs";
import { watchInstances } from "./watch_instances.mjs";

const catalog = catalogText("clio-manage.json");
const scenario = [...scenarios()].find(({ name }) => name === "examples/01-upgrade-on-365-day.json");
const request = scenario.requestText;
const core = await readFile(new URL("../../../dist/npm/core.wasm", import.meta.url));

test("a catalog opens as text and as an object, and answers text and objects", async () => {
  const fromText = await load(catalog);
  const fromObject = await load(JSON.parse(catalog));
  const answer = fromText.answer("preview", request);
  assert.equal(fromObject.answer("preview", request), answer);
  assert.deepEqual(fromText.preview(JSON.parse(request)), JSON.parse(answer));
  assert.equal(JSON.parse(answer).pay_today.total, scenario.expected.pay_today.total);
});

test("the example of the package's README is true", async () => {
  const readme = await readFile(new URL("../../../dist/npm/README.md", import.meta.url), "utf8");
  const [example] = readme.match(/engine\.preview\(\{[\s\S]*?\n\}\)/);
  const [, total] = readme.match(/pay_today\.total; \/\/ "([^"]+)"/);
  const engine = await load(catalog);
  const asked = Function("engine", `return ${example}`)(engine);
  assert.equal(asked.pay_today.total, total);
});

test("the module is loaded once, however often and however close together it is asked for", async () => {
  let loads = 0;
  const host = planshift(async () => {
    loads += 1;
    return WebAssembly.compile(core);
  });
  await Promise.all([host.load(catalog), host.load(catalog), host.check(catalog)]);
  await host.load(catalog);
  assert.equal(loads, 1);
});

test("a load that failed says why and is tried again", async () => {
  let reachable = false;
  const host = planshift(async () => {
    if (!reachable) throw new Error("the network is down");
    return WebAssembly.compile(core);
  });
  const unreachable = (error) =>
    error instanceof Error &&
    error.error.code === "internal.module_not_loaded" &&
    /the network is down/.test(error.error.message);
  await assert.rejects(host.load(catalog), unreachable);
  await assert.rejects(host.check(catalog), unreachable);
  reachable = true;
  const engine = await host.load(catalog);
  assert.equal(engine.preview(JSON.parse(request)).allowed, true);
});

test("bytes that are no module are a load that failed", async () => {
  const host = planshift(({ wasmBinary }) => WebAssembly.compile(wasmBinary));
  await assert.rejects(host.load(catalog, { wasmBinary: new Uint8Array([1, 2, 3]) }), ({ error }) => {
    return error.code === "internal.module_not_loaded";
  });
  await host.load(catalog, { wasmBinary: core });
});

test("a catalog at fault rejects with the error document, and the next one opens", async () => {
  await assert.rejects(load("{}"), (document) => {
    assert.equal(document.error.document, "catalog");
    assert.ok(document.error.all.length >= 1);
    return true;
  });
  await load(catalog);
});

test("check answers for a good catalog and for a bad one", async () => {
  assert.equal((await check(catalog)).format, "planshift-check/1");
  assert.equal((await check("[]")).error.document, "catalog");
});

test("after any error the next answer is the one of a fresh engine", async () => {
  const engine = await load(catalog);
  const expected = engine.answer("preview", request);
  for (const bad of ["", "{", "null", "[]", '{"at":1}', request.slice(0, -1), `${request}x`, "\u0000", "\ufeff{}"]) {
    assert.ok(JSON.parse(engine.answer("preview", bad)).error, JSON.stringify(bad));
    assert.equal(engine.answer("preview", request), expected);
  }
  assert.ok(JSON.parse(engine.answer("no_such_question", request)).error);
  assert.ok(engine.preview(undefined).error);
  assert.equal(engine.answer("preview", request), expected);
});

test("a lone surrogate is a fault of the text, and swallows nothing", async () => {
  const engine = await load(catalog);
  const at = request.indexOf("2026");
  for (const lone of ["\ud800", "\udc00"]) {
    const document = JSON.parse(engine.answer("preview", request.slice(0, at) + lone + request.slice(at)));
    assert.equal(document.error.document, "request");
    // The same as a byte that UTF-8 does not have in that place: the engine says where it stands.
    assert.match(JSON.stringify(document.error), new RegExp(`\\b(${at}|${at + 1})\\b`));
  }
  await assert.rejects(load(`${catalog.slice(0, -1)}\ud800`), ({ error }) => error.document === "catalog");
  assert.equal(JSON.parse(engine.answer("\ud800", request)).error.document, "request");
  // A pair is a character like any other.
  const paired = JSON.parse(request);
  assert.ok(engine.answer("preview", JSON.stringify({ ...paired, id: "😀" })).startsWith('{"id":"😀"'));
});

test("a document past 1 MiB is refused in the same words, however large it is", async () => {
  const engine = await load(catalog);
  const large = engine.answer("preview", " ".repeat(1024 * 1024 + 1));
  const huge = engine.answer("preview", " ".repeat(200 * 1024 * 1024));
  assert.ok(JSON.parse(large).error);
  assert.equal(huge, large);
  assert.ok(JSON.parse(engine.answer("preview", "é".repeat(600_000))).error);
  assert.equal(engine.answer("preview", "é".repeat(600_000)), large);
  // Exactly 1 MiB is allowed: white space around a document does not count against anything else.
  assert.equal(JSON.parse(engine.answer("preview", request.padEnd(1024 * 1024))).allowed, true);
});

test("of a question that is none, the beginning is quoted, however long it is", async () => {
  const engine = await load(catalog);
  const quoted = (question) => JSON.parse(engine.answer(question, request)).error.facts.found;
  const shown = `${"x".repeat(79)}…`;
  assert.equal(quoted("advice"), "advice");
  assert.equal(quoted("x".repeat(80)), "x".repeat(80));
  for (const length of [81, 200, 201, 2 ** 20, 2 ** 21]) assert.equal(quoted("x".repeat(length)), shown, length);
  // A pair of code units is one character, also where the question is cut in the midst of one.
  assert.equal(quoted(`x${"😀".repeat(200)}`), `x${"😀".repeat(78)}…`);
  assert.equal(quoted("advice\ud800!"), "advice…");
});

test("a million answers and a million errors leave the memory as large as it was", async () => {
  let memory;
  const unwatch = watchInstances((made) => {
    memory = made;
  });
  try {
    const host = planshift(() => WebAssembly.compile(core));
    const engine = await host.load(catalog);
    const work = () => {
      engine.answer("preview", request);
      engine.answer("preview", '{"at": 7, "nonsense": [');
    };
    for (let round = 0; round < 1000; round += 1) work();
    const before = memory.buffer.byteLength;
    for (let round = 0; round < 1_000_000; round += 1) work();
    assert.equal(memory.buffer.byteLength, before);
  } finally {
    unwatch();
  }
});

test("an instance that runs out of memory is replaced, and the other engines go on", async () => {
  const limited = await WebAssembly.compile(withMemoryLimit(core, { pagesMore: 24 }));
  let instances = 0;
  const unwatch = watchInstances(() => {
    instances += 1;
  });
  try {
    const host = planshift(async () => limited);
    const first = await host.load(catalog);
    const second = await host.load(catalog);
    const expected = first.answer("preview", request);
    assert.equal(instances, 1);
    const broken = JSON.parse(first.answer("preview", `[${"0,".repeat(500_000)}0]`));
    assert.match(broken.error.code, /^internal\./);
    assert.equal(first.answer("preview", request), expected);
    assert.equal(second.answer("preview", request), expected);
    assert.equal(instances, 2);
    assert.equal((await host.check(catalog)).format, "planshift-check/1");
  } finally {
    unwatch();
  }
});

test("every entry gives the same answers", async () => {
  const expected = (await load(catalog)).answer("preview", request);
  const inline = await import("../../../dist/npm/inline.js");
  assert.equal((await inline.load(catalog)).answer("preview", request), expected);
  const browser = await import("../../../dist/npm/index.js");
  const compiled = await WebAssembly.compile(core);
  assert.equal((await browser.load(catalog, { wasmModule: compiled })).answer("preview", request), expected);
});

test("a browser's entry fetches the module, with or without its media type", async () => {
  const expected = (await load(catalog)).answer("preview", request);
  const { fetch } = globalThis;
  for (const type of ["application/wasm", "application/octet-stream"]) {
    const asked = [];
    globalThis.fetch = async (url, options) => {
      asked.push([String(url), options]);
      return new Response(core, { headers: { "Content-Type": type } });
    };
    try {
      const browser = await import(`../../../dist/npm/index.js?${type}`);
      const engine = await browser.load(catalog, { url: "https://example.com/core.wasm", integrity: "sha256-x" });
      assert.equal(engine.answer("preview", request), expected);
      assert.deepEqual(asked, [["https://example.com/core.wasm", { integrity: "sha256-x" }]]);
    } finally {
      globalThis.fetch = fetch;
    }
  }
});
