// scripts/serve: what it looks at before it builds.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { test } from "node:test";
import { machine } from "./machine.mjs";

/** Runs scripts/serve beside a build that only writes down that it was asked for. */
async function serve(t, ...options) {
  const made = machine();
  t.after(made.remove);
  made.write("project/scripts/build", "#!/bin/bash\necho build >>../calls\nexit 3\n");
  const child = spawn("/bin/bash", [made.at("project/scripts/serve"), ...options], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data) => (said += data));
  const [status] = await once(child, "close");
  return { status, said, calls: made.calls() };
}

test("a port that is taken is found before anything is built", async (t) => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  t.after(() => other.close());
  const { port } = other.address();
  const { status, said, calls } = await serve(t, "--port", String(port));
  assert.equal(said, `serve: port ${port} is taken; choose another with --port\n`);
  assert.equal(status, 1);
  assert.deepEqual(calls, []);
});

test("with a free port the page is built first", async (t) => {
  const { status, calls } = await serve(t, "--port=0");
  assert.deepEqual(calls, ["build"]);
  assert.equal(status, 3);
});

test("a port that is no number is wrong usage", async (t) => {
  for (const options of [["--port"], ["--port", "x"], ["--port=70000"]]) {
    const { status, said, calls } = await serve(t, ...options);
    assert.match(said, /the port is a number up to 65535/);
    assert.equal(status, 2);
    assert.deepEqual(calls, []);
  }
});
