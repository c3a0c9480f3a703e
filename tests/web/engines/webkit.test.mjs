import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { after, before, test } from "node:test";
import { Builder, Capabilities } from "selenium-webdriver";
import { serve } from "../../../scripts/serve.mjs";
import { axeViolations, flows, onDay, overflow } from "./flows.mjs";

const driverPort = 4571;
let server;
let driver;
let webkit;
before(async () => {
  server = await serve("dist/web", 0);
  driver = spawn(process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver", [`--port=${driverPort}`], {
    stdio: "ignore",
    env: { ...process.env, LANG: "en_US.UTF-8", LANGUAGE: "en", TZ: "America/Vancouver" },
  });
  await new Promise((wake) => setTimeout(wake, 1500));
  webkit = await new Builder()
    .usingServer(`http://127.0.0.1:${driverPort}`)
    .withCapabilities(
      new Capabilities({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": {
          binary: process.env.MINIBROWSER ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
          args: ["--automation"],
        },
      }),
    )
    .build();
  await webkit.manage().setTimeouts({ script: 300_000, pageLoad: 60_000 });
});
after(async () => {
  await webkit?.quit().catch(() => {});
  driver?.kill();
  server?.close();
});

/** Scripts of the driver run in the page's own world; promises are waited for. */
const run = (what, ...values) =>
  typeof what === "string"
    ? webkit.executeScript(what)
    : webkit.executeAsyncScript(
        `const done = arguments[arguments.length - 1];
         Promise.resolve((${what})(...[...arguments].slice(0, -1))).then(done, (error) => done(String(error)));`,
        ...values,
      );

async function open(hash) {
  await webkit.get("about:blank");
  await webkit.get(`http://127.0.0.1:${server.address().port}/${hash}`);
}

for (const { name, hash, check } of flows) {
  test(`WebKit: ${name}`, async () => {
    await open(hash);
    await onDay(run, "2026-11-22");
    await check(run);
  });
}

test("WebKit: no violation, and nothing scrolls sideways in a narrow window", async () => {
  await webkit.manage().window().setRect({ width: 400, height: 800 });
  await open("");
  await onDay(run, "2026-11-22");
  assert.equal(await run(overflow), 0);
  assert.deepEqual(await axeViolations(run), []);
});
