// scripts/ holds what a person types, and each of them says how.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const root = new URL("../../../", import.meta.url).pathname;
const commands = readdirSync(join(root, "scripts"), { withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ name }) => name);

test("there are commands", () => assert.ok(commands.includes("check") && commands.length >= 8));

for (const name of commands) {
  test(`scripts/${name} --help says how to call it`, () => {
    const { status, stdout, error } = spawnSync(join(root, "scripts", name), ["--help"], { encoding: "utf8" });
    assert.equal(error, undefined, "it can be run");
    assert.equal(status, 0);
    assert.ok(stdout.startsWith(`Usage: scripts/${name}`), stdout);
  });
}

test("an npm script is the command of that name", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(
    scripts,
    Object.fromEntries(["build", "check", "format", "serve"].map((name) => [name, `scripts/${name}`])),
  );
  for (const name of Object.keys(scripts)) assert.ok(commands.includes(name));
});
