import puppeteer from "puppeteer-core";
import { mainFlows } from "./flows.mjs";

const firefox = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX_PATH ?? "/usr/bin/firefox-esr",
  headless: true,
  extraPrefsFirefox: { "intl.accept_languages": "en-US" },
});
const page = await firefox.newPage();
await page.setViewport({ width: 1280, height: 900 });

await mainFlows("Firefox", {
  open: (address) => page.goto(address),
  run: (script) => page.evaluate(script),
  type: (text) => page.keyboard.type(text),
  close: () => firefox.close(),
});
