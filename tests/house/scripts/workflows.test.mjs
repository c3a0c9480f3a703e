// .github/workflows calls scripts/check, and only steps that it has.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const folder = ".github/workflows/";
const workflows = readdirSync(new URL(folder, root)).map((name) => ({ name, lines: text(folder + name) }));
const steps = [...text("scripts/check").matchAll(/^check_(\w+)\(\)/gm)].map(([, name]) => name);

for (const { name, lines } of workflows) {
  test(`${name} names steps that scripts/check has`, () => {
    const calls = [...lines.matchAll(/run: scripts\/check(.*)/g)].map(([, words]) => words);
    assert.ok(calls.length > 0);
    const matrix = (/^ +step: \[(.*)\]$/m.exec(lines)?.[1] ?? "").split(", ").filter(Boolean);
    const words = calls.flatMap((call) =>
      call
        .replace(/\$\{\{.*\}\}/, "")
        .split(" ")
        .filter(Boolean),
    );
    for (const word of [...matrix, ...words]) assert.ok(word === "--long" || steps.includes(word), word);
  });

  test(`${name} runs on what scripts/setup is made for`, () => {
    const oldest = /^oldest_node=(\d+)$/m.exec(text("scripts/setup"))[1];
    assert.match(lines, new RegExp(`node-version: ${oldest}\\n`));
    assert.match(lines, /container: debian:12\n/);
  });
}
