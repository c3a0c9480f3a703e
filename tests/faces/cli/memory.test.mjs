// Memory that runs out wherever it does: an answer, or a sentence and 2; never a signal.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../../..");
const program = process.env.PLANSHIFT ?? join(root, "dist/bin/planshift");
const catalog = join(root, "tests/conformance/catalogs/sample.json");
const request = JSON.stringify({
  at: "2026-11-16",
  subscription: { plan: "basic", cycle: "monthly", seats: 3, period: { start: "2026-11-01", end: "2026-12-01" } },
  change: { plan: "team" },
});

// In an address space of so many KB.
const limited = (kilobytes, args) =>
  spawnSync("sh", ["-c", 'ulimit -v "$0"; exec "$@"', String(kilobytes), program, ...args], {
    encoding: "utf8",
    input: `${request}\n`,
  });

// The loader itself ends with 127, or is killed before the program begins.
const starts = (kilobytes) => limited(kilobytes, ["--version"]).status === 0;

const smallest = () => {
  let [fails, works] = [0, 4_000_000];
  while (works - fails > 16) {
    const middle = Math.floor((fails + works) / 2);
    if (starts(middle)) works = middle;
    else fails = middle;
  }
  return works;
};

test("from the least that the program starts in: answered, at fault, or a sentence and 2", () => {
  const least = smallest();
  const seen = new Set();
  for (const command of ["preview", "batch", "check"]) {
    for (let more = 0; more <= 6000; more += 120) {
      const args = command === "check" ? [command, catalog] : [command, "--catalog", catalog];
      const { status, signal, stdout, stderr } = limited(least + more, args);
      const where = `${command} in ${least} + ${more} KB: ${signal} ${stderr}`;
      assert.ok([0, 1, 2].includes(status), where);
      if (status === 2) assert.match(stderr, /^planshift: .*memory/, where);
      else JSON.parse(stdout);
      seen.add(status);
    }
  }
  assert.ok(seen.has(0), "no limit was enough");
  assert.ok(seen.has(2) || seen.has(1), "no limit was too small");
});
