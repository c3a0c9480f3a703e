// Every catalog and request of the corpus, and every answer that it states whole, is valid against the shipped schemas.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { faults } from "./validators.mjs";

const tests = fileURLToPath(new URL("../..", import.meta.url));
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

function* jsonFiles(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* jsonFiles(path);
    else if (entry.name.endsWith(".json")) yield path;
  }
}

const catalogs = [...jsonFiles(join(tests, "conformance/catalogs")), ...jsonFiles(join(tests, "../web/catalogs"))];
test("there are catalogs and examples to look at", () => {
  assert.ok(catalogs.length >= 9);
  assert.ok([...jsonFiles(join(tests, "conformance/cases/examples"))].length >= 30);
});

for (const path of catalogs) {
  test(`catalog ${path.slice(tests.length)}`, () => assert.deepEqual(faults("catalog", read(path)), []));
}

for (const path of jsonFiles(join(tests, "conformance/cases"))) {
  const scenario = read(path);
  if (!("question" in scenario) || "fault" in scenario || "request_text" in scenario || scenario.question === "check")
    continue;
  // A request that is at fault may be one that a schema already refuses.
  if (scenario.expected.error) {
    test(`error ${path.slice(tests.length)}`, () => assert.equal(typeof scenario.expected.error, "object"));
    continue;
  }
  test(`scenario ${path.slice(tests.length)}`, () => {
    assert.deepEqual(faults(`${scenario.question}-request`, scenario.request), []);
    assert.deepEqual(faults("batch-line", { ...scenario.request, question: scenario.question }), []);
    if (path.includes("/examples/")) assert.deepEqual(faults(`${scenario.question}-answer`, scenario.expected), []);
  });
}
