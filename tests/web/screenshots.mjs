// Pictures of every state, for people to look at: node tests/web/screenshots.mjs [--site FOLDER] [--out FOLDER] [NAME...]
// A name chooses the pictures that have it in theirs. The state is a link, as a reader would be sent it.
import { mkdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { writeLink } from "../../web/site/share_link.js";
import { serve } from "../../scripts/lib/serve.mjs";

const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: "string", default: "dist/web" },
    out: { type: "string", default: "build/screenshots" },
    page: { type: "string", default: "dist/planshift.html" },
  },
});

const link = (state) => {
  const { catalog = "clio-manage", ...rest } = Object.fromEntries(new URLSearchParams(state));
  return `#${writeLink(new Map(Object.entries(rest)), { catalog })}`;
};
const have = "have.plan=essentials&have.cycle=365-day&have.seats=3&have.period.end=2027-03-01&role=primary_subscriber";
const on30 = "have.plan=essentials&have.cycle=30-day&have.seats=3&have.period.end=2026-12-10&role=primary_subscriber";
const change = (want, subscription = have, at = "2026-11-22") => link(`mode=change&at=${at}&${subscription}&${want}`);
const wanting = (plan, cycle, seats) => `want.plan=${plan}&want.cycle=${cycle}&want.seats=${seats}`;

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const desk = { viewport: { width: 1440, height: 900 } };
const usual = (page) => page.getByRole("button", { name: "Pin the usual ones" }).click();
const openLines = (page) =>
  page.evaluate(() => {
    for (const line of document.querySelector("plan-preview").shadowRoot.querySelectorAll("details.line"))
      line.open = true;
  });
const openFirstLine = (page) => page.locator("plan-preview .block-today summary").first().click();
const vendor = (id) => async (page) => {
  await page.locator("#vendor").selectOption(id);
  await page.waitForTimeout(300);
};
const catalogFile = (text) => async (page) => {
  await page.locator("#vendor").selectOption("own");
  await page
    .locator("#file")
    .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.waitForTimeout(300);
};
const clio = await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8");

/** name → [options of the browser, link, what is done before the picture, "top" for the first screen only] */
const states = new Map([
  ["quote-phone", [phone, "#mode=quote"]],
  ["quote-desk", [desk, "#mode=quote"]],
  ["quote-dark", [{ ...desk, colorScheme: "dark" }, "#mode=quote", usual]],
  ["change-phone", [phone, ""]],
  ["change-phone-top", [phone, "", null, "top"]],
  ["change-desk", [desk, ""]],
  ["change-desk-top", [desk, "", null, "top"]],
  ["change-dark", [{ ...desk, colorScheme: "dark" }, "", usual]],
  ["change-lines-desk", [desk, change(wanting("advanced", "365-day", 5)), openLines]],
  ["change-lines-phone", [phone, change(wanting("advanced", "365-day", 5)), openLines]],
  ["switch-desk", [desk, change(wanting("essentials", "365-day", 3), on30), usual]],
  ["switch-phone", [phone, change(wanting("essentials", "365-day", 3), on30), usual]],
  ["downgrade-desk", [desk, change(wanting("easystart", "365-day", 3))]],
  ["fewer-phone", [phone, change(wanting("essentials", "365-day", 1))]],
  ["refused-desk", [desk, change(`${wanting("essentials", "365-day", 1)}&have.seats_in_use=3`)]],
  ["refused-phone", [phone, change(`${wanting("essentials", "365-day", 1)}&have.seats_in_use=3`)]],
  ["standing-desk", [desk, change(wanting("essentials", "365-day", 3))]],
  ["cancel-phone", [phone, "#mode=cancel"]],
  ["cancel-desk", [desk, "#mode=cancel", usual]],
  ["cancel-dark-phone", [{ ...phone, colorScheme: "dark" }, "#mode=cancel"]],
  ["error-desk", [desk, change(wanting("advanced", "365-day", "three"))]],
  ["error-phone", [phone, change(wanting("advanced", "365-day", "three"))]],
  ["error-first", [desk, change(wanting("advanced", "365-day", 3), have, "2027-05-05")]],
  ["damaged-desk", [desk, "#v=1&catalog=clio-manage&mode=change&at=2026-11-22&have.plan=%00%ff"]],
  ["typo-desk", [desk, "", catalogFile(clio.replace('"illustrative"', '"ilustrative"'))]],
  ["typo-phone", [phone, "", catalogFile(clio.replace('"illustrative"', '"ilustrative"'))]],
  ["own-catalog", [desk, "", catalogFile(clio)]],
  ["german", [{ ...desk, locale: "de-DE" }, "", async (page) => openLines(page)]],
  ["french-phone", [{ ...phone, locale: "fr-FR" }, "#mode=cancel"]],
  ["japanese", [{ ...desk, locale: "ja-JP" }, "#mode=quote"]],
  ["arabic", [{ ...desk, locale: "ar" }, "", openLines]],
  ["arabic-phone", [{ ...phone, locale: "ar" }, "#mode=cancel"]],
  ["forced-colours", [{ ...desk, forcedColors: "active", colorScheme: "dark" }, "", usual]],
  ["zoom-200", [{ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }, ""]],
  ["portal-desk", [desk, "", vendor("client-portal")]],
  ["seconds-desk", [desk, "", vendor("nimbus-render")]],
  ["yen-desk", [desk, "#mode=quote", vendor("sakura-class")]],
  ["print", [desk, change(wanting("advanced", "365-day", 5)), (page) => page.emulateMedia({ media: "print" })]],
  // The two in README.md.
  ["readme-desktop", [{ viewport: { width: 1280, height: 1180 } }, "", openFirstLine, "top"]],
  ["readme-phone", [phone, "", null, "top"]],
  ["one-file", [desk, "file:"]],
]);

await mkdir(values.out, { recursive: true });
const server = await serve(values.site, 0);
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
for (const [name, [options, address, prepare, part]] of states) {
  if (chosen.length && !chosen.some((word) => name.includes(word))) continue;
  const context = await browser.newContext({ locale: "en-US", timezoneId: "America/Vancouver", ...options });
  const page = await context.newPage();
  for (const event of ["console", "pageerror"])
    page.on(event, (said) => console.log(`${name}: ${said.text?.() ?? said}`));
  await page.clock.setFixedTime(new Date("2026-11-22T20:00:00Z"));
  const site = `http://127.0.0.1:${server.address().port}/`;
  await page.goto(address === "file:" ? `file://${resolve(values.page)}` : site + address);
  await page.locator("plan-preview .sentence, plan-preview .error-summary").first().waitFor();
  await prepare?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${values.out}/${name}.png`, fullPage: part !== "top" });
  await context.close();
}
await browser.close();
server.close();
