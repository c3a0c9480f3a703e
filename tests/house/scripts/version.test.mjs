// The version stands in CMakeLists.txt; everything else reads it from there or is held to it here.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { version, versionIn } from "../../../scripts/lib/version.mjs";

const root = new URL("../../../", import.meta.url);
const text = (path) => readFileSync(new URL(path, root), "utf8");
const manifest = (path) => JSON.parse(text(path));
const skip = existsSync(new URL("dist/npm", root)) ? false : "there is no dist/npm: run scripts/build";

test("the version is the project's", () => {
  assert.equal(versionIn('# c\nproject(planshift VERSION 12.3.45 DESCRIPTION "1.1.1")\n'), "12.3.45");
  assert.throws(() => versionIn("project(planshift)\nproject(other VERSION 1.2.3 X)\n"), /declares no version/);
});

test("the package's sources say no version, and the package says this one", { skip }, () => {
  const { version: said, ...built } = manifest("dist/npm/package.json");
  assert.equal(said, version());
  assert.deepEqual(built, manifest("wasm/package/package.json"));
});

test("who asks CMake for a version asks for this one", () => {
  const asked = ["README.md", "tests/faces/consumer/CMakeLists.txt"].map(
    (path) => /find_package\(planshift (\S+) /.exec(text(path))?.[1],
  );
  const minor = version().replace(/\.\d+$/, "");
  assert.deepEqual(asked, [minor, minor]);
});
