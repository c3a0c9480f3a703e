// docs/decisions: numbered without gaps, each with the same four headings, each in the list.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../../docs/decisions/", import.meta.url);
const text = (name) => readFileSync(new URL(name, folder), "utf8");
const files = readdirSync(folder)
  .filter((name) => name !== "README.md")
  .sort();

test("decisions are numbered from 0001 without gaps", () => {
  assert.ok(files.length >= 15);
  files.forEach((name, index) =>
    assert.match(name, new RegExp(`^${String(index + 1).padStart(4, "0")}-[a-z-]+\\.md$`)),
  );
});

test("each has its number and a title, and says context, choice, consequences and what was rejected", () => {
  for (const name of files) {
    assert.match(text(name), new RegExp(`^# ${name.slice(0, 4)} \\S`), name);
    const headings = [...text(name).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, ["Context", "Choice", "Consequences", "Rejected"], name);
  }
});

test("the list names each of them, in order", () => {
  const listed = [...text("README.md").matchAll(/^\| \[(\d+)\]\((.*)\) \|/gm)].map(([, number, name]) => ({
    number,
    name,
  }));
  assert.deepEqual(
    listed,
    files.map((name) => ({ number: name.slice(0, 4), name })),
  );
});
