// docs/codes.md says what the engine says, of every code that it can spell.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ask, skip } from "../../faces/ask.mjs";
import { made, page, spelled, unreachable } from "./codes.mjs";

const codes = readFileSync(new URL("../../../docs/codes.md", import.meta.url), "utf8");

test("the page is what the engine says now", { skip }, () => assert.equal(codes, page(ask)));

test("every code that the program can spell stands on the page", () => {
  const { faults, reasons, notices, warnings } = spelled();
  assert.ok(faults.length > 80 && reasons.length === 16 && notices.length >= 3 && warnings.length >= 4);
  const headed = (code) => codes.includes(`### \`${code}\`\n`);
  const absent = [...reasons, ...notices, ...warnings].filter((code) => !headed(code));
  for (const code of faults) {
    if (!unreachable.includes(code) && !headed(`catalog.${code}`) && !headed(`request.${code}`)) absent.push(code);
  }
  assert.deepEqual(absent, []);
});

for (const scenario of made) {
  test(`made example of ${scenario.code}`, { skip }, () => assert.equal(ask(scenario).error.code, scenario.code));
}
