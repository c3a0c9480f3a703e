// One corpus, every face: the command line, a line of a batch and the WebAssembly module answer with the same bytes.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { run, skip as skipProgram } from "./ask.mjs";
import { scenarios } from "./corpus.mjs";

const entry = new URL("../../dist/npm/node.js", import.meta.url);
const skipModule = existsSync(entry) ? skipProgram : "there is no dist/npm: run scripts/build";
const { load, check } = existsSync(entry) ? await import(entry) : {};

const printed = (scenario) => run(scenario).stdout.replace(/\n$/, "");

test("a line of a batch answers like the question alone", { skip: skipProgram }, () => {
  for (const scenario of scenarios()) {
    const { name, question, request, catalogText } = scenario;
    const alone = printed(scenario);
    if (!request || "question" in request || JSON.parse(alone).error?.document === "catalog") continue;
    const line = `${JSON.stringify({ ...request, question })}\n`;
    const { stdout, status } = run({ catalogText, question: "batch", requestText: line });
    assert.equal(stdout, `${alone}\n`, name);
    assert.equal(status, 0, name);
  }
});

test("a bad line is answered in its place, and the others go on", { skip: skipProgram }, () => {
  const scenario = [...scenarios()].find(({ question }) => question === "preview");
  const line = JSON.stringify({ ...scenario.request, question: scenario.question });
  const requestText = [line, "{", '{"question":"advice"}', '{"id":7}', line].join("\n");
  const { stdout, status } = run({ catalogText: scenario.catalogText, question: "batch", requestText });
  const answers = stdout.trimEnd().split("\n");
  assert.equal(status, 0);
  assert.equal(answers.length, 5);
  assert.equal(answers[0], printed(scenario));
  assert.equal(answers[4], answers[0]);
  assert.deepEqual(
    answers.slice(1, 4).map((answer) => JSON.parse(answer).error.code),
    ["request.json.syntax", "request.question.unknown", "request.member.missing"],
  );
  assert.match(answers[3], /^\{"id":7,/);
});

test("the module answers like the command line", { skip: skipModule }, async () => {
  for (const scenario of scenarios()) {
    const { name, question, catalogText, requestText } = scenario;
    if (question === "audit") continue;
    const alone = printed(scenario);
    if (question === "check") {
      assert.deepEqual(await check(catalogText), JSON.parse(alone), name);
      continue;
    }
    const engine = await load(catalogText).catch((document) => document);
    const answered = engine.error ? JSON.stringify(engine) : engine.answer(question, requestText);
    assert.equal(answered, alone, name);
  }
});
