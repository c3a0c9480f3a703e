// Phrases that made readers stop, and that documents, comments and test names no longer use. CONTRIBUTING.md, "English",
// shows what to write instead; its left column is the one place that still has them.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./documents.mjs";

const phrases = [
  "is told",
  "are told",
  "here stands",
  "stands where",
  "stands behind",
  "stands twice",
  "whoever",
  "stops at nothing",
  "as ever",
  "a stranger",
];
const places = [
  "*.md",
  "core",
  "docs",
  "scripts",
  "tests",
  "wasm",
  "web",
  ".github",
  "CMakeLists.txt",
  "CMakePresets.json",
];
const notOurs = ["tests/house/docs/words.test.mjs", "tests/hostile/fuzz/corpus/", "tests/conformance/cases/published/"];

const files = execFileSync("git", ["ls-files", "--", ...places], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((path) => !notOurs.some((start) => path.startsWith(start)));

/** Where a text has one of the phrases. */
function uses(text) {
  const pattern = new RegExp(`\\b(?:${phrases.join("|")})\\b`, "i");
  return text
    .split("\n")
    .map((line, index) => ({ line: index + 1, words: line.match(pattern)?.[0] }))
    .filter(({ words }) => words);
}

/** The text without the left column of the style guide's examples. */
function withoutExamples(text) {
  const [before, after] = text.split("| instead of | write |");
  return after === undefined ? text : before + after.replace(/^\| .* \| (?=.* \|$)/gm, "");
}

test("the phrases are found in any letter case, and only whole", () => {
  assert.deepEqual(uses("a\nWhoever is Told"), [{ line: 2, words: "Whoever" }]);
  assert.deepEqual(uses("this tolder, whosoever"), []);
});

test("documents, comments and test names use none of these phrases", () => {
  assert.ok(files.length > 500 && files.includes("README.md"));
  const found = files.flatMap((path) =>
    uses(withoutExamples(readFileSync(join(root, path), "utf8"))).map(({ line, words }) => `${path}:${line}: ${words}`),
  );
  assert.deepEqual(found, []);
});

test("no file has the marks of a merge that was not finished", () => {
  const { stdout } = spawnSync("git", ["grep", "-nIE", "^(<{7}|>{7}) "], { cwd: root, encoding: "utf8" });
  assert.equal(stdout, "");
});
