import { card, expect, on30Days, open, sentence, test } from "./page.mjs";

const sweep = (page) => page.locator("plan-preview .sweep");

test("the cheapest day stands in a sentence, every day in a table", async ({ page }) => {
  await open(page);
  // 292.93 today, 2.95 on the last day.
  await expect(sweep(page)).toContainText(
    "Cheapest on 28 February 2027: $289.98 less than today, for fewer days of it.",
  );
  await sweep(page).getByText("Show as a table").click();
  await expect(sweep(page).getByRole("row")).toHaveCount(100);
  await expect(sweep(page).getByRole("row").nth(1)).toContainText("22 Nov 2026");
  await expect(sweep(page).getByRole("row").nth(1)).toContainText("$292.93");
});

test("the cheapest day is marked on the curve; cancelling has none to mark", async ({ page }) => {
  await open(page);
  await expect(sweep(page).locator("svg")).toContainText("cheapest");
  await page.getByRole("link", { name: "Cancel" }).click();
  await expect(sweep(page)).toContainText("Cancel on 28 February 2027");
  await expect(sweep(page).locator("svg")).not.toContainText("cheapest");
});

test("the first answer waits for nothing that comes after it", async ({ page }) => {
  let goOn;
  const held = new Promise((resolve) => (goOn = resolve));
  await page.route("**/later-*.js", (route) => held.then(() => route.continue()));
  await open(page);
  await expect(sentence(page)).toHaveText("You pay $292.93 today and $3,564.00 on 1 March 2027.");
  await expect(page.locator("plan-preview .block-today .line")).toHaveCount(2);
  await expect(sweep(page)).toHaveCount(0);
  goOn();
  await expect(sweep(page)).toContainText("Cheapest on 28 February 2027");
  await expect(page.locator("plan-preview .block-today .working").first()).toContainText("99 days");
});

test("where waiting costs, today is named as the cheapest day", async ({ page }) => {
  await open(page);
  await on30Days(page);
  await card(page, "Plan", "Essentials").check();
  await card(page, "Billing", "every 365 days").check();
  // The refund falls from 142.20 to 7.90.
  await expect(sweep(page)).toContainText("Today is the cheapest day. On 9 December 2026 it costs $134.30 more.");
});

test("the keyboard moves the day, and the whole page can follow it", async ({ page }) => {
  await open(page);
  const slider = page.getByRole("slider", { name: "Day" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(sweep(page)).toContainText("23 November 2026 — you pay");
  await expect(slider).toHaveAttribute("aria-valuetext", /^23 November 2026: you pay \$/);
  await page.keyboard.press("End");
  await expect(sweep(page)).toContainText("28 February 2027 — you pay $2.95");
  await page.getByRole("button", { name: "Answer everything as of 28 Feb 2027" }).click();
  await expect(sentence(page)).toContainText("You pay $2.95 today");
});

test("a finger or a pointer on the chart moves the day", async ({ page }) => {
  await open(page);
  const chart = page.locator("plan-preview .chart-plot");
  await chart.scrollIntoViewIfNeeded();
  const { width, height } = await chart.boundingBox();
  await chart.click({ position: { x: width - 1, y: height / 2 } });
  await expect(sweep(page)).toContainText("28 February 2027 — you pay $2.95");
});

test("where no day costs anything, that is said and nothing empty is drawn", async ({ page }) => {
  await open(page);
  await card(page, "Plan", "Essentials").check();
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("1");
  await expect(sweep(page).locator(".lead")).toHaveText("It costs the same on every day until your next billing date.");
  await expect(sweep(page).locator("svg")).toHaveCount(0);
});
