// The engine may know more than the schemas, never less: what a schema refuses the engine refuses, and what the
// engine accepts the schema accepts. Its answers are valid too. Documents: every scenario, and generated ones.
import assert from "node:assert/strict";
import { test } from "node:test";
import { groups } from "../../oracle/generate.mjs";
import { ask, skip } from "../../faces/ask.mjs";
import { scenarios } from "../../faces/corpus.mjs";
import { catalog, set, table, valid } from "./broken_documents.mjs";
import { faults } from "./validators.mjs";

const cases = Number(process.env.PLANSHIFT_CASES ?? 3000);
const check = (catalogText) => ask({ catalogText, question: "check" });
const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Says what disagrees about one catalog, or nothing. */
function disagreementAboutCatalog(text) {
  const document = parsed(text);
  const answer = check(text);
  const shape = faults(answer.error ? "error" : "check-answer", answer);
  if (shape.length) return `the answer of check: ${shape}`;
  if (document === undefined) return answer.error ? undefined : "the engine reads what is not JSON";
  const refused = faults("catalog", document);
  return refused.length && !answer.error ? `accepted: ${refused}` : undefined;
}

function disagreementAboutRequest(question, text, answer) {
  const shape = faults(answer.error ? "error" : `${question}-answer`, answer);
  if (shape.length) return `the answer to ${question}: ${shape}`;
  const document = parsed(text);
  if (document === undefined) return answer.error ? undefined : "the engine reads what is not JSON";
  const refused = faults(`${question}-request`, document);
  return refused.length && !answer.error ? `accepted: ${refused}` : undefined;
}

test("every document of the table of broken ones", { skip }, () => {
  const accepted = [];
  const answer = (name, document) => {
    const text = JSON.stringify(document);
    return name === "catalog"
      ? check(text)
      : ask({ catalogText: JSON.stringify(catalog()), question: name.replace("-request", ""), requestText: text });
  };
  for (const [name, make] of Object.entries(valid)) assert.equal(answer(name, make()).error, undefined, name);
  for (const [name, pointer, values] of table) {
    for (const value of values) {
      const refused = answer(name, set(valid[name](), pointer, value)).error;
      if (!refused) accepted.push(`${name} ${pointer}: ${JSON.stringify(value) ?? "absent"}`);
    }
  }
  assert.deepEqual(accepted, []);
});

test("every scenario", { skip }, () => {
  for (const { name, catalogText, question, requestText } of scenarios()) {
    assert.equal(disagreementAboutCatalog(catalogText), undefined, name);
    if (question === "check" || question === "audit") continue;
    const answer = ask({ catalogText, question, requestText });
    if (answer.error?.document === "catalog") continue;
    assert.equal(disagreementAboutRequest(question, requestText, answer), undefined, name);
  }
});

test(`${cases} generated requests and their catalogs`, { skip }, () => {
  let [accepted, refused] = [0, 0];
  for (const { seed, catalog, cases: group } of groups("schemas", cases)) {
    assert.equal(disagreementAboutCatalog(catalog), undefined, `${seed}\n${catalog}`);
    if (check(catalog).error) {
      refused += 1;
      continue;
    }
    for (const { question, request } of group) {
      const answer = ask({ catalogText: catalog, question, requestText: request });
      answer.error ? (refused += 1) : (accepted += 1);
      assert.equal(
        disagreementAboutRequest(question, request, answer),
        undefined,
        `${seed}\n${catalog}\n${question} ${request}`,
      );
    }
  }
  assert.ok(accepted > cases / 4, `${accepted} were accepted`);
  assert.ok(refused > cases / 50, `${refused} were refused`);
});
