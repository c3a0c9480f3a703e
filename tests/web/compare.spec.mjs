import { card, expect, open, test } from "./page.mjs";

const compare = (page) => page.locator("plan-preview .compare");

test("the usual options beside each other: 12 and 24 months, and the day on which the year pays", async ({ page }) => {
  await open(page, "#mode=quote");
  await page.getByRole("button", { name: "Pin the usual ones" }).click();
  const options = compare(page).locator(".option");
  await expect(options).toHaveCount(3);
  // Thirteen payments of 237 within twelve months (the 30-day cycle bills 12.17 times): 3081; 25 within 24: 5925.
  await expect(options.nth(0)).toContainText("$3,081.00");
  await expect(options.nth(0)).toContainText("$5,925.00");
  await expect(options.nth(1)).toContainText("$2,484.00");
  await expect(options.nth(1)).toContainText("cheapest over 12 months");
  // Eleven payments make 2607, the first sum above 2484: 22 November and ten times 30 days.
  await expect(compare(page)).toContainText(
    "From 18 September 2027 on, paying every 365 days has cost less than paying every 30 days.",
  );
  await expect(compare(page)).toContainText("Paying every 30 days means 12.17 payments in 365 days.");
});

test("up to four, each can be taken away", async ({ page }) => {
  await open(page);
  for (const plan of ["Essentials", "EasyStart", "Complete", "Advanced"]) {
    await card(page, "Plan", plan).check();
    await page.getByRole("button", { name: "Pin this option" }).click();
  }
  await expect(compare(page).locator(".option")).toHaveCount(4);
  await expect(page.getByRole("button", { name: "Pin this option" })).toHaveCount(0);
  await compare(page).getByRole("button", { name: "Unpin" }).first().click();
  await expect(compare(page).locator(".option")).toHaveCount(3);
  await compare(page).getByText("Show as a table").click();
  await expect(compare(page).getByRole("row").first()).toContainText("Complete");
});

test("cancelling is compared too, and is not called the cheapest", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Pin the usual ones" }).click();
  await expect(compare(page).locator(".option")).toHaveCount(4);
  await expect(compare(page).locator(".option.cheapest")).toHaveCount(1);
  await expect(compare(page).locator(".option", { hasText: "Cancel" })).not.toHaveClass(/cheapest/);
});
