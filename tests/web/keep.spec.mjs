import { readFile } from "node:fs/promises";
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
  // A browser tells the page before and after it prints, whoever asked for it.
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
