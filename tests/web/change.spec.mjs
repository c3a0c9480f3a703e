import { block, card, expect, on30Days, open, sentence, test, unfoldHave, unfoldMore } from "./page.mjs";

test("the example is answered before anything is typed, and says that it is one", async ({ page }) => {
  await open(page);
  // 3 × (1188 − 828) for 99 of 365 days: 966.67 − 673.74.
  await expect(sentence(page)).toHaveText("You pay $292.93 today and $3,564.00 on 1 March 2027.");
  await expect(page.getByText("An example is filled in")).toBeVisible();
  await expect(block(page, "today").locator(".figure")).toHaveText("$292.93");
  await expect(block(page, "next").locator(".figure")).toHaveText("$3,564.00");
  await expect(block(page, "later")).toContainText("29 February 2028");
  await expect(block(page, "later")).toContainText("again every 365 days");
});

test("a line opens to its sum, its days, its rounding, its rule and its source", async ({ page }) => {
  await open(page);
  const line = block(page, "today").locator("details.line").nth(0);
  await line.locator("summary").click();
  await expect(line).toContainText("3 licenses × $828.00 = $2,484.00");
  // 2484 × 99 ÷ 365 = 673.742465…
  await expect(line).toContainText(
    "$2,484.00 × 99 days ÷ 365 days = $673.742465…, rounded to the nearest unit, halves up: $673.74",
  );
  await expect(line).toContainText("22 Nov 2026 – 28 Feb 2027: 99 of 365 days");
  await expect(line).toContainText("Upgrade: takes effect at once.");
  await expect(line.getByRole("link", { name: "Upgrading Your Clio Subscription" })).toHaveAttribute(
    "href",
    /^https:\/\/support\.clio\.com\//,
  );
});

test("two changes at once give four lines, each explained by its own rule", async ({ page }) => {
  await open(page);
  await on30Days(page);
  await card(page, "Billing", "every 30 days").check();
  await card(page, "Plan", "Advanced").check();
  const want = page.locator("plan-preview .want");
  await want.getByLabel("Licenses", { exact: true }).fill("5");
  // 18 of 30 days: −142.20 + 196.20 − 196.20 + 327.00.
  await expect(sentence(page)).toHaveText("You pay $184.80 today and $545.00 on 10 December 2026.");
  await expect(block(page, "today").locator(".line-amount")).toHaveText(["−$142.20", "$196.20", "−$196.20", "$327.00"]);
  const lines = block(page, "today").locator("details.line");
  for (let i = 0; i < 4; i += 1) await lines.nth(i).locator("summary").click();
  await expect(lines.nth(1)).toContainText("Upgrade: takes effect at once.");
  await expect(lines.nth(2)).toContainText("More seats: takes effect at once.");
});

test("from 30 to 365 days: a refund and a whole new period", async ({ page }) => {
  await open(page);
  await on30Days(page);
  await card(page, "Plan", "Essentials").check();
  await card(page, "Billing", "every 365 days").check();
  await expect(sentence(page)).toHaveText(
    "You pay $2,484.00 today, get $142.20 back, and pay $2,484.00 on 22 November 2027.",
  );
  await expect(block(page, "today")).toContainText("You get back");
});

test("a downgrade is scheduled: nothing today, the lower price on the billing date", async ({ page }) => {
  await open(page);
  await card(page, "Plan", "EasyStart").check();
  await expect(sentence(page)).toHaveText(
    "You pay nothing today and $1,404.00 on 1 March 2027. Your change takes effect on 1 March 2027.",
  );
  await expect(block(page, "today").locator(".figure")).toHaveText("nothing");
  await expect(page.locator("plan-preview .moves")).toContainText("Downgrade: 1 March 2027");
});

test("what is scheduled can be seen and taken back", async ({ page }) => {
  await open(page);
  const more = await unfoldMore(page);
  await more.getByLabel("Scheduled plan").selectOption("easystart");
  await page.getByLabel("Take back what is scheduled").check();
  await expect(sentence(page)).toHaveText("You pay nothing today and $2,484.00 on 1 March 2027.");
});

test("licenses that are in use cannot go, and the page says what would help", async ({ page }) => {
  await open(page);
  const more = await unfoldMore(page);
  await more.getByLabel("Licenses in use").fill("3");
  await card(page, "Plan", "Essentials").check();
  await page.locator("plan-preview .want").getByRole("button", { name: "Licenses: one less" }).click();
  await expect(sentence(page)).toHaveText(
    "Not like this. You are using 3 licenses. Free some first, then you can go lower.",
  );
  await expect(page.getByText("Without this change it stays like this:")).toBeVisible();
  await expect(block(page, "next").locator(".figure")).toHaveText("$2,484.00");
});

test("a reader who may not do it reads who may", async ({ page }) => {
  await open(page);
  const have = await unfoldHave(page);
  await have.getByLabel("I am the").selectOption("");
  await expect(sentence(page)).toContainText(
    "You may not do this yourself: Upgrade. Ask your primary subscriber or administrator.",
  );
  await expect(page.locator("plan-preview .card.dimmed").first()).toContainText("You may not do this yourself");
});

test("changing nothing is no error: the next payment stays", async ({ page }) => {
  await open(page);
  await card(page, "Plan", "Essentials").check();
  await expect(sentence(page)).toHaveText("You change nothing. Your next payment is $2,484.00 on 1 March 2027.");
});

test("a vendor without seats: a choice of when, and credits that move along", async ({ page }) => {
  await open(page);
  await page.getByLabel("Vendor").selectOption("client-portal");
  await expect(page.getByLabel("When", { exact: true })).toBeVisible();
  await expect(page.locator("plan-preview").getByLabel("Seats", { exact: true })).toHaveCount(0);
  await expect(sentence(page)).toContainText("You pay $499.00 today and $499.00 on 22 December 2026.");
  await expect(block(page, "today")).toContainText("task credits: 64 from 22 November 2026 (4 kept, 60 new).");
  await page.getByLabel("When", { exact: true }).selectOption("period_end");
  await expect(sentence(page)).toContainText("You pay nothing today and $499.00 on 10 December 2026.");
});

test("a fault stands at its field and in a summary, the last right answer stays and is marked as old", async ({
  page,
}) => {
  await open(page);
  const licenses = page.locator("plan-preview .want").getByLabel("Licenses", { exact: true });
  await licenses.fill("three");
  await expect(page.locator("plan-preview .error-summary")).toContainText(
    "Licenses: enter a whole number of at least 1.",
  );
  await expect(licenses).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("The answer below is for what you entered before.")).toBeVisible();
  await expect(block(page, "today").locator(".figure")).toHaveText("$292.93");
  await page.locator("plan-preview .error-summary a").click();
  await expect(licenses).toBeFocused();
  await licenses.fill("4");
  await expect(page.locator("plan-preview .error-summary")).toHaveCount(0);
  await expect(licenses).not.toHaveAttribute("aria-invalid");
});

test("another day: as of a later date the same change costs less, and the date is in the link", async ({ page }) => {
  await open(page);
  await card(page, "Plan", "Advanced").check();
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("3");
  await page.getByLabel("As of", { exact: true }).fill("2027-02-28");
  // One of 365 days: round(3564 / 365) − round(2484 / 365) = 9.76 − 6.81.
  await expect(sentence(page)).toHaveText("You pay $2.95 today and $3,564.00 on 1 March 2027.");
  expect(page.url()).toContain("at=2027-02-28");
  await page.getByLabel("As of", { exact: true }).fill("2027-03-02");
  await expect(page.locator("plan-preview .error-summary")).toContainText("Enter a date inside your running period.");
});

test("what is put off to the next payment shows its figures, in every language", async ({ page }) => {
  await open(page);
  await page.getByLabel("Vendor").selectOption("nimbus-render");
  const lines = block(page, "next").locator("details.line");
  await expect(lines.nth(1)).toContainText("Unused time, credited");
  await lines.nth(1).locator("summary").click();
  await expect(lines.nth(1)).toContainText("$360.00 × 8,553,600 seconds ÷ 31,536,000 seconds");
  await expect(lines.nth(1)).toContainText("It is collected with your next payment.");
  await page.getByLabel("Language").selectOption("de");
  await expect(lines.nth(1)).toContainText("Solo");
  await expect(block(page, "next")).not.toContainText(/unused|seconds/i);
});

test("a chosen date also stands in the page's language, whatever the browser's own is", async ({ page }) => {
  await open(page, "#mode=change&lang=de");
  const at = page.locator("plan-preview .bar");
  await expect(at).toContainText("22. November 2026");
  await at.getByLabel("Stand", { exact: true }).fill("2026-12-01");
  await expect(at).toContainText("1. Dezember 2026");
  await expect(at.getByLabel("Stand", { exact: true })).toHaveAccessibleDescription("1. Dezember 2026");
});

test("what is typed about a subscription is what the engine is asked about", async ({ page }) => {
  await open(page);
  await page.getByLabel("Vendor").selectOption("lumen-notes");
  const more = await unfoldMore(page);
  const asked = () => page.evaluate(() => document.querySelector("plan-preview").subscription);
  const before = await asked();
  const fill = (name, text) => more.locator(`[name="${name}"]`).fill(text);
  await fill("have.seats_in_use", "2");
  await fill("have.paid", "1,200.50");
  await fill("have.balance", "3,25");
  await fill("have.credits_left", "7");
  await fill("have.pending.0.label", "October");
  await fill("have.pending.0.amount", "4.00");
  await more.locator('[name="have.discounts.student"]').check();
  await more.locator('[name="have.trial"]').check();
  await expect.poll(asked).toEqual({
    ...before,
    seats_in_use: 2,
    paid: "1200.50",
    balance: "3.25",
    credits_left: 7,
    pending: [{ label: "October", amount: "4.00" }],
    discounts: ["student"],
    trial: true,
  });
});
