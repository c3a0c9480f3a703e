// docs/catalog.md is true: each of its answers is what the engine says, and its catalogs are valid.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, skip } from "../../faces/ask.mjs";
import { faults } from "../schemas/validators.mjs";
import { examples, missing } from "./catalog_examples.mjs";

test("the page has examples", () => assert.ok([...examples()].length >= 35));

for (const { line, catalog, question, request, answer } of examples()) {
  test(`line ${line}: the documents are valid`, () => {
    assert.deepEqual(faults("catalog", catalog), []);
    assert.deepEqual(faults(`${question}-request`, request), []);
  });
  test(`line ${line}: the answer is the engine's`, { skip }, () => {
    const answered = ask({ catalogText: JSON.stringify(catalog), question, requestText: JSON.stringify(request) });
    assert.deepEqual(missing(answer, answered), []);
  });
}
