import { readFile } from "node:fs/promises";
import { embed, expect, test } from "./page.mjs";

const subscription = JSON.stringify({
  plan: "essentials",
  cycle: "30-day",
  seats: 3,
  period: { start: "2026-11-10", end: "2026-12-10" },
});

test("two elements on one page: each its own catalog, mode, language and date", async ({ page }) => {
  await embed(
    page,
    `
    <plan-preview id="a" catalog="catalogs/clio-manage.json" subscription='${subscription}' mode="cancel" at="2026-11-24"></plan-preview>
    <plan-preview id="b" catalog="catalogs/client-portal.json" mode="quote" example lang="de" at="2026-12-01">Bald</plan-preview>`,
  );
  // 16 of 30 days of 237.00.
  await expect(page.locator("#a .sentence")).toContainText("you lose $126.40 of time you have paid for");
  await expect(page.locator("#b .sentence")).toHaveText(
    /Sie zahlen heute 229,00\s\$ und am 1\. Januar 2027 229,00\s\$\./,
  );
  await page.locator("#b").getByRole("radio", { name: "Virtual Team 60" }).check();
  await expect(page.locator("#b .sentence")).toContainText("499,00");
  await expect(page.locator("#a .sentence")).toContainText("$126.40");
});

test("the events `preview` and `confirm` hand over request and answer", async ({ page }) => {
  await embed(
    page,
    `<plan-preview catalog="catalogs/clio-manage.json" subscription='${subscription}' at="2026-11-22" confirmable></plan-preview>`,
  );
  await expect(page.locator("plan-preview .sentence")).toContainText("You change nothing");
  await page.evaluate(() => {
    window.heard = [];
  });
  await expect(page.getByRole("button", { name: "Confirm this change" })).toHaveCount(0);
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("4");
  await page.getByRole("button", { name: "Confirm this change" }).click();
  // 18 of 30 days: 316 × 0.6 − 237 × 0.6.
  const heard = await page.evaluate(() =>
    window.heard.map(([type, { request, answer }]) => [type, request.change, answer.pay_today.charged]),
  );
  expect(heard).toEqual([
    ["preview", { seats: 4 }, "47.40"],
    ["confirm", { seats: 4 }, "47.40"],
  ]);
});

test("objects by property, another mode by attribute", async ({ page }) => {
  await embed(page, "<plan-preview at='2026-11-22'>Wait</plan-preview>");
  const catalog = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));
  await page.evaluate(
    ([catalog, subscription]) => {
      const element = document.querySelector("plan-preview");
      element.catalog = catalog;
      element.subscription = JSON.parse(subscription);
    },
    [catalog, subscription],
  );
  await expect(page.locator("plan-preview .sentence")).toHaveText(
    "You change nothing. Your next payment is $237.00 on 10 December 2026.",
  );
  await page.evaluate(() => document.querySelector("plan-preview").setAttribute("mode", "cancel"));
  await expect(page.locator("plan-preview .sentence")).toContainText("you lose $142.20");
  expect(await page.evaluate(() => document.querySelector("plan-preview").answer.forfeited)).toBe("142.20");
});

test("a catalog at fault shows its faults in the element's place", async ({ page }) => {
  await embed(page, `<plan-preview catalog='{"format": "planshift-catalog/1"}'></plan-preview>`);
  await expect(page.locator("plan-preview").getByRole("alert")).toContainText("This catalog cannot be used yet");
});

test("the host's colours and fonts reach in by custom properties", async ({ page }) => {
  await embed(page, `<plan-preview catalog="catalogs/clio-manage.json" at="2026-11-22" example></plan-preview>`);
  await expect(page.locator("plan-preview .sentence")).toContainText("$292.93");
  await page.evaluate(() =>
    document.querySelector("plan-preview").style.setProperty("--plan-accent", "rgb(200, 0, 100)"),
  );
  await expect(page.locator("plan-preview .dot-today")).toHaveCSS("fill", "rgb(200, 0, 100)");
});
