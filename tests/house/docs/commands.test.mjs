// The commands that the documents name run under every Node.js that they name.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { documents, root } from "./documents.mjs";

/** What each `node --test` in the documents is given: { place, argument }, options left out. */
const given = documents().flatMap((path) =>
  readFileSync(join(root, path), "utf8")
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(/node --test((?: [^\s`]+)*)/g)].flatMap(([, words]) =>
        words
          .split(" ")
          .filter((word) => word && !word.startsWith("-"))
          .map((argument) => ({ place: `${path}:${index + 1}`, argument })),
      ),
    ),
);

test("the documents name tests", () => assert.ok(given.length >= 15));

// Node.js 20 looks for tests in a folder; newer versions take it for a file.
test("no document gives node --test a folder, and every file that one names is there", () => {
  const wrong = given.filter(({ argument }) => {
    const name = basename(argument);
    if (!name.endsWith(".test.mjs")) return true;
    const files = readdirSync(join(root, dirname(argument)));
    return name === "*.test.mjs" ? !files.some((file) => file.endsWith(".test.mjs")) : !files.includes(name);
  });
  assert.deepEqual(wrong, []);
});
