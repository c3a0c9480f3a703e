import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { compare } from "./compare.mjs";
import { open } from "./oracle.mjs";

const scenarios = new URL("../scenarios/", import.meta.url);
const read = (path) => readFileSync(new URL(path, scenarios), "utf8");

for (const file of readdirSync(new URL("examples/", scenarios)).filter((name) => name.endsWith(".json"))) {
  const { catalog, question, request, expected } = JSON.parse(read(`examples/${file}`));
  test(`the oracle agrees with ${file}`, () => {
    const answer = open(read(`catalogs/${catalog}`)).answer(question, JSON.stringify(request));
    assert.deepEqual(compare(expected, answer), []);
  });
}
