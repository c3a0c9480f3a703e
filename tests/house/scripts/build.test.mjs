// scripts/build: how it sets up the native build.
import assert from "node:assert/strict";
import { test } from "node:test";
import { machine } from "./machine.mjs";

/** What CMake is asked for first, where a cache says this about the tests already. */
function configured(t, cache) {
  const made = machine();
  t.after(made.remove);
  made.tool("cmake", `echo "cmake $*" >>${made.at("calls")}\nif [[ $1 == --build ]]; then exit 1; fi`);
  if (cache) made.write("project/build/native/CMakeCache.txt", `PLANSHIFT_TESTS:BOOL=${cache}\n`);
  made.run("build");
  return made.calls().find((call) => call.startsWith("cmake --preset"));
}

test("what is released is built without tests", (t) => {
  assert.equal(configured(t, null), "cmake --preset native -D PLANSHIFT_TESTS=OFF");
  assert.equal(configured(t, "OFF"), "cmake --preset native -D PLANSHIFT_TESTS=OFF");
});

test("tests that are set up in that folder stay", (t) => {
  assert.equal(configured(t, "ON"), "cmake --preset native -D PLANSHIFT_TESTS=ON");
});
