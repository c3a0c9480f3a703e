// Every case, asked of the engine through its command line, and compared as tests/conformance/README.md says.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { differences } from "../conformance/run.mjs";
import { run, skip } from "./ask.mjs";
import { scenarios } from "./corpus.mjs";

for (const scenario of scenarios()) {
  test(scenario.name, { skip }, () => {
    const { stdout, stderr, status } = run(scenario);
    assert.equal(stderr, "", "nothing is said beside the answer");
    assert.equal(stdout.split("\n").length, 2, "the answer is one line");
    const answer = JSON.parse(stdout);
    const { expected } = scenario;
    assert.equal(status, expected.error ? 1 : 0);
    assert.deepEqual(differences({ error: null, ...expected }, answer), []);
  });
}

test("every scenario that works something out says how", () => {
  for (const { name, title, worked } of scenarios()) {
    if (name.startsWith("examples/")) continue;
    assert.ok(title?.length > 10, `${name}: a title`);
    assert.ok(worked?.length > 10, `${name}: what is worked out`);
  }
});

test("every worked catalog has scenarios, and every published example says where it was published", () => {
  const all = [...scenarios()];
  const copies = new Set(["client-portal.json", "clio-manage.json", "clio-manage-previous.json"]);
  for (const catalog of readdirSync(new URL("../../web/catalogs/", import.meta.url))) {
    if (!catalog.endsWith(".json") || copies.has(catalog)) continue;
    const own = all.filter((scenario) => scenario.catalog === catalog);
    assert.ok(own.length >= 4, `${catalog} has ${own.length} scenarios`);
  }
  for (const { name, source } of all) {
    if (name.startsWith("published/")) assert.match(source ?? "", /^https:\/\//, name);
  }
});
