// A batch as a coprocess: each line is answered when it is complete, before the next is written.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";

const root = resolve(import.meta.dirname, "../../..");
const program = process.env.PLANSHIFT ?? join(root, "dist/bin/planshift");
const catalog = join(root, "tests/conformance/catalogs/sample.json");
const folder = mkdtempSync(join(tmpdir(), "planshift-coprocess-"));
after(() => rmSync(folder, { recursive: true }));

const limit = { timeout: 60_000 };
const subscription = {
  plan: "basic",
  cycle: "monthly",
  seats: 3,
  period: { start: "2026-11-01", end: "2026-12-01" },
};
const request = (id) => JSON.stringify({ id, at: "2026-11-16", subscription, change: { seats: 4 } });

const start = (t, stdin = "pipe") => {
  const child = spawn(program, ["batch", "--catalog", catalog], { stdio: [stdin, "pipe", "pipe"] });
  t.after(() => child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, answer: async () => JSON.parse((await lines.next()).value), lines };
};

test("one line, its answer, the next line", limit, async (t) => {
  const { child, answer, lines } = start(t);
  for (let id = 1; id <= 20; id += 1) {
    child.stdin.write(`${request(id)}\n`);
    assert.equal((await answer()).id, id);
  }
  child.stdin.end();
  assert.equal((await lines.next()).done, true);
});

test("a line in pieces is one request; whole lines before it are answered", limit, async (t) => {
  const { child, answer } = start(t);
  const split = request(2);
  child.stdin.write(`${request(1)}\n${split.slice(0, 40)}`);
  assert.equal((await answer()).id, 1);
  child.stdin.write(split.slice(40, 80));
  await pause(50);
  child.stdin.write(`${split.slice(80)}\n`);
  assert.equal((await answer()).id, 2);
});

test("a last line without an end is answered when the input ends", limit, async (t) => {
  const { child, answer, lines } = start(t);
  const ended = once(child, "close");
  child.stdin.write(`${request(1)}\n`);
  assert.equal((await answer()).id, 1);
  child.stdin.end(request(2));
  assert.equal((await answer()).id, 2);
  assert.equal((await lines.next()).done, true);
  assert.deepEqual(await ended, [0, null]);
});

test("an input that can't be read is no end of it: 2", () => {
  const ended = spawnSync(program, ["batch", "--catalog", catalog, folder], { encoding: "utf8" });
  assert.equal(ended.status, 2);
  assert.equal(ended.stderr, `planshift: can't read ${folder}: Is a directory\n`);
  assert.equal(ended.stdout, "");
});
