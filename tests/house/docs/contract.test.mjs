// docs/contract.md is the law: its numbers stand in order, whatever cites one cites one that is there, and each rule
// is kept by a scenario, or by the test that its paragraph names.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { scenarios } from "../../faces/corpus.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const contract = readFileSync(`${root}docs/contract.md`, "utf8");

/** The numbered paragraphs: number, anchor, text up to the next one or the next heading. */
const paragraphs = contract
  .split(/\n(?=<a id=|#)/)
  .map((block) => /^<a id="([\d.]+)"><\/a>\*\*§([\d.]+)\*\* /.exec(block))
  .filter((head) => head !== null)
  .map(({ 1: anchor, 2: number, input: text }) => ({
    anchor,
    number,
    text,
    keeper: /\*\(kept\s+by\s+\[([^\]]+)\]/.exec(text)?.[1],
  }));
const numbers = new Set(paragraphs.map(({ number }) => number));
/** A paragraph, a section (§5.4) or a part (§5) that is there. */
const exists = (number) =>
  numbers.has(number) || new RegExp(`^#{2,3} §${number.replaceAll(".", "\\.")} `, "m").test(contract);

/** Whether the first number comes before the second, part by part. */
function before(first, second) {
  const [a, b] = [first, second].map((number) => number.split(".").map(Number));
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs >= 0 && a[differs] < b[differs];
}

test("numbers are unique and ascend, and each is its own anchor", () => {
  assert.ok(paragraphs.length > 150, `${paragraphs.length} paragraphs`);
  assert.equal(
    paragraphs.length,
    contract.match(/^<a id=|^\*\*§\d|^§\d/gm).length,
    "every number is written in one way",
  );
  paragraphs.forEach(({ anchor, number }, i) => {
    assert.equal(anchor, number);
    if (i > 0) assert.ok(before(paragraphs[i - 1].number, number), `${paragraphs[i - 1].number}, then ${number}`);
    assert.ok(exists(number.replace(/\.\d+$/, "")), `${number} has a section`);
  });
});

test("each rule is cited by a scenario, or names the test that keeps it", () => {
  const cited = new Set([...scenarios()].flatMap(({ cites = [] }) => cites));
  for (const { number, text, keeper } of paragraphs) {
    const kinds = [cited.has(`§${number}`), keeper !== undefined, text.includes("*(meaning)*")].filter(Boolean);
    assert.equal(kinds.length, 1, `§${number}: cited by a scenario, kept by a test, or meaning`);
    if (keeper) assert.ok(existsSync(root + keeper), `§${number}: there is no ${keeper}`);
  }
});

test("scenarios cite paragraphs, in order and each once", () => {
  for (const { name, cites } of scenarios()) {
    if (cites === undefined) continue;
    cites.forEach((cite, i) => {
      assert.match(cite, /^§/, name);
      assert.ok(numbers.has(cite.slice(1)), `${name}: there is no ${cite}`);
      if (i > 0) assert.ok(before(cites[i - 1].slice(1), cite.slice(1)), `${name}: ${cites[i - 1]}, then ${cite}`);
    });
  }
});

test("whatever cites a number cites one that is there", () => {
  const files = execFileSync("git", ["grep", "-lI", "§[0-9]", "--", "core", "wasm", "web", "tests", "docs", "*.md"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of files.trim().split("\n")) {
    for (const [, number] of readFileSync(root + file, "utf8").matchAll(/§(\d+(?:\.\d+)*)/g)) {
      assert.ok(exists(number), `${file}: there is no §${number}`);
    }
  }
});

test("links into the contract lead somewhere", () => {
  for (const file of ["README.md", "core/README.md", "tests/README.md", "tests/oracle/README.md", "CONTRIBUTING.md"]) {
    const text = readFileSync(root + file, "utf8");
    assert.match(text, /docs\/contract\.md/, file);
    for (const [, number] of text.matchAll(/docs\/contract\.md#(\d+\.\d+\.\d+)/g)) {
      assert.ok(numbers.has(number), `${file}: #${number}`);
    }
  }
});
