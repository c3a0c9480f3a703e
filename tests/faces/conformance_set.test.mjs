// The conformance set stands alone: its cases are valid, its catalogs are in it, and both of its runners run it as its
// README says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv/dist/2020.js";
import { differences } from "../conformance/run.mjs";
import { program, skip } from "./ask.mjs";

const home = fileURLToPath(new URL("../conformance/", import.meta.url));
const read = (path) => readFileSync(join(home, path), "utf8");
const names = readdirSync(join(home, "cases"), { recursive: true }).filter((name) => name.endsWith(".json"));
const runners = [
  [process.execPath, "run.mjs", "js"],
  ["python3", "run.py", "python"],
];

test("every case is valid against the schema of a case", () => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
  const valid = ajv.compile(JSON.parse(read("case.schema.json")));
  assert.ok(names.length >= 340, `${names.length} cases`);
  for (const name of names)
    assert.ok(valid(JSON.parse(read(`cases/${name}`))), `${name}: ${ajv.errorsText(valid.errors)}`);
  assert.ok(!valid({ title: "a case without an answer", question: "check", catalog: "sample.json" }));
});

test("every catalog that a case names is in the set, and equals the page's", () => {
  for (const name of names) {
    const { catalog } = JSON.parse(read(`cases/${name}`));
    const file = typeof catalog === "string" ? catalog : catalog?.base;
    if (file) assert.ok(existsSync(join(home, "catalogs", file)), `${name}: there is no ${file}`);
  }
  for (const file of readdirSync(join(home, "catalogs"))) {
    const page = join(home, "../../web/catalogs", file);
    if (existsSync(page)) assert.equal(read(`catalogs/${file}`), readFileSync(page, "utf8"), file);
  }
});

test("the README shows the comparison that the runners make", () => {
  for (const [, file, language] of runners) {
    const [, shown] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(read("README.md"));
    assert.ok(read(file).includes(shown), file);
  }
});

test("the comparison follows the README's rules", () => {
  const differ = (expected, answer) => differences(expected, answer).length;
  assert.equal(differ({ a: 1 }, { a: 1, b: 2 }), 0);
  assert.equal(differ({ a: 1 }, { b: 2 }), 1);
  assert.equal(differ({ a: [1] }, { a: [1, 2] }), 1);
  assert.equal(differ({ a: "4.0" }, { a: "4.00" }), 1);
  assert.equal(differ({ a: null, b: [] }, { a: [] }), 0);
  assert.equal(differ({ a: [], error: null }, { error: { code: "c" } }), 1);
  assert.equal(differ({ label: "x" }, { label: "y" }), 0);
  const [role, timing] = [{ code: "role" }, { code: "timing" }];
  assert.equal(differ({ reasons: [role, timing] }, { reasons: [timing, role] }), 0);
  assert.equal(differ({ reasons: [role] }, { reasons: [timing] }), 1);
  const [charge, other, refund] = ["charge", "charge", "refund"].map((transaction, n) => ({ transaction, n }));
  assert.equal(differ({ lines: [charge, refund, other] }, { lines: [refund, charge, other] }), 0);
  assert.notEqual(differ({ lines: [charge, other] }, { lines: [other, charge] }), 0);
});

for (const [command, file] of runners) {
  const run = (...words) => spawnSync(command, [join(home, file), ...words], { encoding: "utf8" });

  test(`${file} runs every case`, { skip }, () => {
    const { stdout, stderr, status } = run(program);
    assert.equal(stdout, `${names.length} cases, 0 differ\n`, stderr);
    assert.equal(status, 0);
  });

  test(`${file} names the cases that a program answers otherwise, and a program without an answer`, () => {
    const folder = mkdtempSync(join(tmpdir(), "planshift-"));
    const wrong = join(folder, "wrong");
    writeFileSync(
      wrong,
      `#!/bin/sh\ncat >/dev/null </dev/null\necho '{"allowed":true,"pay_today":{"charged":"1.00"}}'\n`,
      { mode: 0o755 },
    );
    const answered = run(wrong, "examples/01-");
    assert.match(
      answered.stdout,
      /01-upgrade-on-365-day\.json: \/pay_today\/charged: expected "292\.93", found "1\.00"/,
    );
    assert.match(answered.stdout, /^1 cases, 1 differ$/m);
    assert.equal(answered.status, 1);
    const silent = run("/bin/true", "examples/01-");
    assert.match(silent.stdout, /^1 cases, 1 differ$/m);
    assert.equal(silent.status, 1);
    rmSync(folder, { recursive: true });
  });
}
