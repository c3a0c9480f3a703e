import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { compare } from "./compare.mjs";
import { open } from "./oracle.mjs";

const conformance = new URL("../conformance/", import.meta.url);
const read = (path) => readFileSync(new URL(path, conformance), "utf8");

for (const file of readdirSync(new URL("cases/examples/", conformance)).filter((name) => name.endsWith(".json"))) {
  const { catalog, question, request, expected } = JSON.parse(read(`cases/examples/${file}`));
  test(`the oracle agrees with ${file}`, () => {
    const answer = open(read(`catalogs/${catalog}`)).answer(question, JSON.stringify(request));
    assert.deepEqual(compare(expected, answer), []);
  });
}
