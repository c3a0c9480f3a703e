import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { serve } from "../../../scripts/serve.mjs";
import { axeViolations, flows, onDay, overflow } from "./flows.mjs";

let server;
let browser;
before(async () => {
  server = await serve("dist/web", 0);
  browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
    headless: true,
    protocolTimeout: 300_000,
    extraPrefsFirefox: { "intl.accept_languages": "en-US" },
    env: { ...process.env, TZ: "America/Vancouver" },
  });
});
after(async () => {
  await browser?.close();
  server?.close();
});

for (const { name, hash, check } of flows) {
  test(`Firefox: ${name}`, async () => {
    const page = await browser.newPage();
    const wrong = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/${hash}`);
    const run = (what, ...values) => page.evaluate(what, ...values);
    await onDay(run, "2026-11-22");
    await check(run);
    assert.deepEqual(wrong, []);
    await page.close();
  });
}

test("Firefox: no violation, and nothing scrolls sideways at 360 px", async () => {
  const page = await browser.newPage();
  await page.setBypassCSP?.(true).catch(() => {});
  await page.setViewport({ width: 360, height: 740 });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const run = (what, ...values) => page.evaluate(what, ...values);
  await onDay(run, "2026-11-22");
  assert.equal(await run(overflow), 0);
  assert.deepEqual(await axeViolations(run), []);
  await page.close();
});
