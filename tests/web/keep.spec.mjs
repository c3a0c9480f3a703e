import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";
import { packText, writeLink } from "../../web/site/share_link.js";
import { block, card, expect, open, sentence, test } from "./page.mjs";

test("the address holds everything: opened elsewhere it gives the same answer", async ({ page, context }) => {
  await open(page);
  await card(page, "Plan", "Complete").check();
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("4");
  const answer = await sentence(page).textContent();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator("plan-preview .sentence")).toHaveText(answer);
});

for (const [name, damage, told] of [
  ["cut off", (hash) => hash.slice(0, -20), "its end is missing"],
  ["changed", (hash) => hash.replace("want.seats=3", "want.seats=9"), "its end is missing or was changed"],
  ["of another version", (hash) => hash.replace("v=1", "v=9"), "another version"],
]) {
  test(`a link that is ${name} says so and shows an example`, async ({ page }) => {
    await open(page);
    await card(page, "Plan", "Complete").check();
    const hash = new URL(page.url()).hash;
    await page.goto("about:blank");
    await open(page, damage(hash));
    await expect(page.getByRole("alert")).toContainText("This link is damaged");
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page.getByText("An example is filled in")).toBeVisible();
  });
}

test("undo and redo, by button and by keyboard", async ({ page }) => {
  await open(page);
  await card(page, "Plan", "Complete").check();
  await expect(sentence(page)).toContainText("$4,644.00");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(page)).toContainText("$292.93");
  await expect(page.getByText("An example is filled in")).toBeVisible();
  await page.getByRole("button", { name: "Redo" }).click();
  await expect(sentence(page)).toContainText("$4,644.00");
  await card(page, "Plan", "Complete").focus();
  await page.keyboard.press("Control+z");
  await expect(card(page, "Plan", "Advanced")).toBeChecked();
});

async function saved(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("CSV, JSON and calendar say what the page says", async ({ page }) => {
  await open(page);
  const csv = await saved(page, "Save as CSV");
  expect(csv.name).toBe("planshift-2026-11-22.csv");
  const rows = csv.text.trim().split("\r\n");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain(",99,365,day,2484.00,-673.74,USD");
  expect(rows[2]).toContain(",966.67,USD");

  const json = JSON.parse((await saved(page, "Save as JSON")).text);
  expect(json.request.change).toEqual({ plan: "advanced" });
  expect(json.answer.pay_today.charged).toBe("292.93");

  const calendar = await saved(page, "Save the dates");
  expect(calendar.text).toContain("BEGIN:VCALENDAR\r\n");
  expect(calendar.text).toContain("DTSTART;VALUE=DATE:20270301\r\n");
  expect(calendar.text).toContain("SUMMARY:Clio Manage: Payment: $3\\,564.00\r\n");
  expect(calendar.text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test("copied as text and as a link", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(
    "Clio Manage · I have: Essentials, 3 licenses, every 365 days, until 1 Mar 2027 · I want: Advanced",
  );
  expect(text).toContain("As of 22 November 2026");
  expect(text).toContain("You pay $292.93 today and $3,564.00 on 1 March 2027.");
  expect(text).toContain("−$673.74  Unused time, credited: Essentials, 3 licenses");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("on paper: whose prices, the answer and its dates, no buttons, every line open", async ({ page }) => {
  await open(page);
  // A browser tells the page before and after it prints, whatever started it.
  await page.evaluate(() => {
    const lines = () => [...document.querySelector("plan-preview").shadowRoot.querySelectorAll("details.line")];
    window.print = () => {
      dispatchEvent(new Event("beforeprint"));
      window.opened = lines().map((line) => line.open);
      dispatchEvent(new Event("afterprint"));
      window.openedAfter = lines().some((line) => line.open);
    };
  });
  await page.getByRole("button", { name: "Print" }).click();
  expect(await page.evaluate(() => window.opened)).toEqual([true, true, true]);
  expect(await page.evaluate(() => window.openedAfter)).toBe(false);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Clio Manage · I have: Essentials, 3 licenses")).toBeVisible();
  await expect(sentence(page)).toBeVisible();
  await expect(block(page, "today")).toBeVisible();
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("a catalog of one's own travels inside the copied link", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  const own = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));
  own.name = "Mine ☕";
  own.plans[2].prices["365-day"].per_seat = "1200.00";
  await page
    .locator("#file")
    .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(own)) });
  await expect(sentence(page)).toContainText("$3,600.00 on 1 March 2027");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("packed=");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto("about:blank");
  await page.goto(link);
  await expect(sentence(page)).toContainText("$3,600.00 on 1 March 2027");
  await expect(page.getByLabel("Vendor")).toHaveValue("own");
});

const clio = await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8");
const stateOfLink = new Map([
  ["mode", "change"],
  ["at", "2026-11-22"],
  ["have.plan", "essentials"],
  ["have.cycle", "365-day"],
  ["have.seats", "3"],
  ["have.period.end", "2027-03-01"],
  ["want.plan", "advanced"],
  ["want.cycle", "365-day"],
  ["want.seats", "3"],
  ["role", "primary_subscriber"],
]);

/** A link that brings a catalog with other prices under the name. */
async function linkTo(name, lang = "en") {
  const catalog = { ...JSON.parse(clio.replaceAll('"1188.00"', '"2000.00"')), name };
  return `./#${writeLink(stateOfLink, { packed: await packText(JSON.stringify(catalog)), lang })}`;
}

test("prices that a link brought are marked as the link's for as long as they are shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(await linkTo("Clio Manage"));
  const notice = page.locator("#from-link");
  const marked = async () => {
    await expect(notice).toBeVisible();
    await expect(notice).toContainText("came with the link that you opened, under the name “Clio Manage”");
    await expect(notice).toContainText("Planshift has not checked them");
    await expect(notice).toContainText("not this page’s own prices");
    await expect(page.getByLabel("Vendor").locator("option:checked")).toHaveText("“Clio Manage” (from a link)");
  };
  await expect(sentence(page)).toContainText("$6,000.00 on 1 March 2027");
  await marked();

  // Typing, another mode, a reload and a copy of the link do not take it away.
  await page.getByLabel("As of", { exact: true }).fill("2026-11-23");
  await page.getByRole("link", { name: "Cancel", exact: true }).click();
  await marked();
  await page.reload();
  await expect(sentence(page)).not.toBeEmpty();
  await marked();
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("“Clio Manage” (from a link) · ");
  await page.emulateMedia({ media: "print" });
  await expect(notice).toBeVisible();
  await expect(page.getByText("“Clio Manage” (from a link) · I have:")).toBeVisible();
  await page.emulateMedia({ media: "screen" });

  // It goes with the prices, and comes back with them.
  await page.getByLabel("Vendor").selectOption("clio-manage");
  await expect(notice).toBeHidden();
  await page.getByLabel("Vendor").selectOption("own");
  await marked();
  await page
    .locator("#file")
    .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(clio) });
  await expect(notice).toBeHidden();
  await expect(page.getByLabel("Vendor").locator("option:checked")).toHaveText("A catalog of my own …");
});

test("a name that is spelled a little like a shipped vendor's is taken for it, another one is only quoted", async ({
  page,
}) => {
  const notice = page.locator("#from-link");
  await page.goto(await linkTo("  ＣＬＩＯ \u200bManage "));
  await expect(notice).toContainText("not this page’s own prices");
  await page.goto("about:blank");
  const other = { ...JSON.parse(clio), id: "mine", name: "Mine” \u202eand a half" };
  await page.goto(`./#${writeLink(stateOfLink, { packed: await packText(JSON.stringify(other)), lang: "en" })}`);
  await expect(notice).toContainText("under the name “Mine” and a half”");
  await expect(notice).not.toContainText("own prices");
});

for (const [lang, told] of [
  ["de", "Planshift hat sie nicht geprüft"],
  ["fr", "Planshift ne les a pas vérifiés"],
  ["ja", "Planshiftでは確認していません"],
  ["ar", "لم تتحقق Planshift منها"],
]) {
  test(`${lang}: prices that a link brought are marked as the link's`, async ({ page }) => {
    await page.goto(await linkTo("Clio Manage", lang));
    await expect(page.locator("#from-link")).toContainText(told);
    await expect(page.locator("#from-link")).toContainText("Clio Manage");
  });
}

test("a link that inflates without end is refused in words", async ({ page }) => {
  const bomb = deflateRawSync(Buffer.alloc(104_857_600)).toString("base64url");
  await page.goto(`./#${writeLink(stateOfLink, { packed: bomb, lang: "en" })}`);
  await expect(page.getByRole("alert")).toContainText("the catalog inside it is larger than 1 MiB");
  await expect(sentence(page)).toContainText("$292.93");
  await expect(page.locator("#from-link")).toBeHidden();
});
