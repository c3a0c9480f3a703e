// The largest answers beside the largest documents: an answer is never larger than one may be, what it takes to work it
// out is a small multiple of that, and the next answer is right.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { Instance } from "../../../dist/npm/instance.js";
import { worstAnswers } from "./worst_answers.mjs";

const MIB = 1_048_576;
const root = resolve(import.meta.dirname, "../../..");
const program = process.env.PLANSHIFT ?? join(root, "dist/bin/planshift");
const module = new WebAssembly.Module(readFileSync(join(root, "dist/npm/core.wasm")));
const folder = mkdtempSync(join(tmpdir(), "planshift-answers-"));
after(() => rmSync(folder, { recursive: true }));

const native = { most: 64 * MIB, memory: 192 * MIB };
const inModule = { most: 16 * MIB, memory: 64 * MIB };

/** Either an answer that is small enough, or the error that says why there is none. */
function assertBounded(text, most, question) {
  const bytes = Buffer.byteLength(text);
  if (text.startsWith('{"error":')) {
    const { error } = JSON.parse(text);
    assert.deepEqual([error.code, error.all[0].facts.limit], ["request.answer_too_large", most]);
  } else {
    assert.ok(text.startsWith(`{"format":"planshift-${question}/1"`), text.slice(0, 200));
    assert.ok(bytes <= most, `${bytes} bytes`);
  }
}

const small = { question: "quote", at: "2026-03-01", terms: { plan: "p", cycle: "d", seats: 1 } };

for (const [name, { catalog, question, request }] of Object.entries(worstAnswers)) {
  test(`${name}: the program answers within ${native.memory / MIB} MiB, twice, and the next answer is right`, () => {
    const path = join(folder, "catalog.json");
    writeFileSync(path, JSON.stringify(catalog));
    const worst = { question, ...request };
    // Where memory passes the limit, the answer is `internal.memory`.
    const limited = `ulimit -v ${native.memory / 1024}; exec "$@"`;
    const { stdout, status, signal } = spawnSync("bash", ["-c", limited, "bash", program, "batch", "--catalog", path], {
      input: [small, worst, small, worst, small].map((line) => `${JSON.stringify(line)}\n`).join(""),
      encoding: "utf8",
      maxBuffer: 1 << 29,
    });
    assert.deepEqual([status, signal], [0, null]);
    const [before, first, between, second, afterwards] = stdout.split("\n");
    assertBounded(first, native.most, question);
    assert.ok(second === first);
    assert.match(before, /^\{"format":"planshift-quote\/1"/);
    assert.deepEqual([between, afterwards], [before, before]);
  });

  test(`${name}: the module's memory stays below ${inModule.memory / MIB} MiB and does not go on growing`, () => {
    const instance = new Instance(module);
    const { handle, error } = instance.open(JSON.stringify(catalog));
    assert.equal(error, "");
    const asked = JSON.stringify(request);
    const quote = JSON.stringify(small);
    const before = instance.answer(handle, "quote", quote);
    const first = instance.answer(handle, question, asked);
    assertBounded(first, inModule.most, question);
    const answerBoth = () => {
      assert.equal(instance.answer(handle, "quote", quote), before);
      assert.ok(instance.answer(handle, question, asked) === first);
    };
    // The allocator gives room back in pieces: it takes a few answers until the pieces fit.
    for (let pass = 0; pass < 4; pass += 1) answerBoth();
    const size = instance.size;
    assert.ok(size <= inModule.memory, `${size / MIB} MiB`);
    for (let pass = 0; pass < 4; pass += 1) answerBoth();
    assert.equal(instance.size, size);
  });
}

test("a check of a catalog with 44,000 warnings: answered by the program, and too large for the module", () => {
  const cycles = Array.from({ length: 50 }, (_, i) => ({ id: `d${i}`, length: `P${i + 1}D` }));
  const plans = Array.from({ length: 900 }, (_, i) => ({
    id: `${i}`.padEnd(64, "p"),
    rank: i,
    prices: Object.fromEntries(cycles.map(({ id }) => [id, { flat: `${1_000 - i}` }])),
  }));
  const catalog = JSON.stringify({
    format: "planshift-catalog/1",
    id: "odd",
    currency: "USD",
    cycles,
    plans,
    policy: { rules: {} },
  });
  const path = join(folder, "odd.json");
  writeFileSync(path, catalog);
  const { stdout } = spawnSync(program, ["check", path], { encoding: "utf8", maxBuffer: 1 << 29 });
  assert.ok(stdout.length > inModule.most && stdout.length < native.most, `${stdout.length} bytes`);
  const { error } = JSON.parse(new Instance(module).check(catalog));
  assert.deepEqual([error.code, error.all[0].facts.limit], ["catalog.answer_too_large", inModule.most]);
});

test("between the two limits the program answers and the module does not, and below both they say the same", () => {
  const { catalog, request } = worstAnswers["a forecast of 10,000 payments of 1,000 add-ons"];
  const path = join(folder, "catalog.json");
  writeFileSync(path, JSON.stringify(catalog));
  const instance = new Instance(module);
  const { handle } = instance.open(JSON.stringify(catalog));
  const both = (until) => {
    const asked = JSON.stringify({ ...request, until });
    const { stdout } = spawnSync(program, ["forecast", "--catalog", path, "-"], {
      input: asked,
      encoding: "utf8",
      maxBuffer: 1 << 29,
    });
    return [stdout.trimEnd(), instance.answer(handle, "forecast", asked)];
  };
  const [short, sameShort] = both("2026-03-20");
  assert.ok(short.length > 4 * MIB && short === sameShort);
  const [long, refused] = both("2026-05-20");
  assert.ok(Buffer.byteLength(long) > inModule.most && Buffer.byteLength(long) < native.most);
  assert.equal(JSON.parse(refused).error.code, "request.answer_too_large");
});
