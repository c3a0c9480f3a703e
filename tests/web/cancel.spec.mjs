import { block, expect, open, sentence, test, unfoldHave, unfoldMore } from "./page.mjs";

test("cancelling: what is lost and when, what is kept, what else one could do, who may do it", async ({ page }) => {
  await open(page, "#mode=cancel");
  await expect(sentence(page)).toHaveText(
    "If you cancel today, your subscription ends today and you lose $673.74 of time you have paid for. Nothing is refunded, and you are not charged again.",
  );
  const fact = (name) => page.locator(`plan-preview .fact-${name}`);
  await expect(fact("lose")).toContainText("Access ends for everyone: 22 November 2026");
  await expect(fact("lose")).toContainText("Your content is deleted for good: 20 February 2027 at the earliest");
  await expect(fact("keep")).toContainText("Last day of your data in escrow: 22 May 2027");
  await expect(fact("instead")).toContainText(
    "Wait until 28 February 2027, the last day before the next charge, and keep $666.93 of paid time.",
  );
  await expect(fact("instead")).toContainText("Go down to EasyStart: $1,404.00 on 1 March 2027 instead.");
  await expect(fact("instead")).toContainText("Keep 2 licenses: $1,656.00 on 1 March 2027 instead.");
  await expect(fact("who")).toContainText("Only: primary subscriber.");
  await expect(block(page, "next").locator(".figure")).toHaveText("nothing");
});

test("waiting: the last day that avoids the next charge, and what each earlier day would lose", async ({ page }) => {
  await open(page, "#mode=cancel");
  const sweep = page.locator("plan-preview .sweep");
  // 673.74 lost today, 6.81 on the last day.
  await expect(sweep).toContainText("Cancel on 28 February 2027 instead of today and keep $666.93 of paid time.");
  await sweep.getByText("Show as a table").click();
  await expect(sweep.getByRole("row")).toHaveCount(100);
  await expect(sweep.getByRole("row").last()).toContainText("$6.81");
});

test("an alternative leads to its own preview", async ({ page }) => {
  await open(page, "#mode=cancel");
  await page.locator("plan-preview .fact-instead li", { hasText: "EasyStart" }).getByRole("button").click();
  await expect(page.getByRole("link", { name: "Change my plan" })).toHaveAttribute("aria-current", "page");
  await expect(sentence(page)).toContainText("$1,404.00 on 1 March 2027");
});

test("an administrator may not cancel, and reads who may", async ({ page }) => {
  await open(page, "#mode=cancel");
  const have = await unfoldHave(page);
  await have.getByLabel("I am the").selectOption("administrator");
  await expect(sentence(page)).toHaveText(
    "Not like this. You may not do this yourself: Cancellation. Ask your primary subscriber.",
  );
});

test("a balance that is left is named", async ({ page }) => {
  await open(page, "#mode=cancel");
  const more = await unfoldMore(page);
  await more.getByLabel("Balance on my account").fill("25");
  await expect(page.locator("plan-preview .fact-keep")).toContainText(
    "$25.00 stays on your balance; ask the vendor about it",
  );
});
