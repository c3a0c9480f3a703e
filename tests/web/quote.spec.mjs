import { block, card, expect, open, sentence, test } from "./page.mjs";

test("a prospect's quote: first payment, next payment, and the saving of the longer cycle in money", async ({
  page,
}) => {
  await open(page, "#mode=quote");
  await expect(sentence(page)).toHaveText("You pay $237.00 today and $237.00 on 22 December 2026.");
  // 237 × 365 ÷ 30 = 2883.50; 2883.50 − 2484.00 = 399.50, 13.8 % of it.
  await expect(page.locator("plan-preview .card", { hasText: "every 365 days" }).last()).toContainText(
    "Saves $399.50 in 365 days (13.8%)",
  );
  await expect(block(page, "later")).toContainText("$2,883.50");
});

test("nothing is preselected to the dearer commitment", async ({ page }) => {
  await open(page, "#mode=quote");
  await expect(card(page, "Billing", "every 30 days")).toBeChecked();
});

test("what is charged is written as large as the figure per month", async ({ page }) => {
  await open(page, "#mode=quote");
  const cycle = page.locator("plan-preview .card", { hasText: "charged each time" }).last();
  const sizes = await cycle
    .locator(".price")
    .evaluateAll((prices) => prices.map((price) => getComputedStyle(price).fontSize));
  expect(sizes).toHaveLength(2);
  expect(new Set(sizes).size).toBe(1);
  await expect(cycle).toContainText("$2,484.00 charged each time");
  await expect(cycle).toContainText("about $207.00 a month");
});

test("more licenses by the stepper and by typing", async ({ page }) => {
  await open(page, "#mode=quote");
  await page.getByRole("button", { name: "Licenses: one more" }).click();
  await expect(sentence(page)).toContainText("$316.00 today");
  await page.getByLabel("Licenses", { exact: true }).fill("12");
  await expect(sentence(page)).toContainText("$948.00 today");
  await page.getByLabel("Licenses", { exact: true }).fill("501");
  await expect(sentence(page)).toHaveText(
    "Not like this. Essentials ends at 500 licenses. Choose at most 500 licenses, or a larger plan.",
  );
});

test("and if I later add a license, go up, or cancel: answered with the reader's own numbers", async ({ page }) => {
  await open(page, "#mode=quote");
  const later = page.locator("plan-preview .later");
  // 15 of 30 days: 79 ÷ 2, (109 − 79) × 3 ÷ 2, and 237 ÷ 2 lost.
  await expect(later).toContainText(
    "Add one license on 7 December 2026: $39.50 that day, then $316.00 on 22 December 2026.",
  );
  await expect(later).toContainText(
    "Go up to Advanced on 7 December 2026: $45.00 that day, then $327.00 on 22 December 2026.",
  );
  await expect(later).toContainText(
    "Cancel on 7 December 2026: it ends that day, nothing comes back, and you lose $118.50 of paid time.",
  );
});

test("price break points: more seats for less", async ({ page }) => {
  await open(page, "#mode=quote");
  await dropCatalog(page, packages);
  await page.getByRole("radio", { name: "Volume" }).check();
  await page.getByLabel("Seats", { exact: true }).fill("10");
  // Up to 10 seats at 9.00 each, from 11 on all of them at 7.00: 90.00 against 77.00.
  await expect(page.locator("plan-preview .prospect")).toContainText(
    "11 seats cost less than 10 seats: $77.00 instead of $90.00.",
  );
});

test("the numbers carry over from one mode to the next", async ({ page }) => {
  await open(page, "#mode=quote");
  await page.getByLabel("Licenses", { exact: true }).fill("7");
  await card(page, "Plan", "Complete").check();
  await page.getByRole("link", { name: "Change my plan" }).click();
  await expect(card(page, "Plan", "Complete")).toBeChecked();
  await expect(page.locator("plan-preview .want").getByLabel("Licenses", { exact: true })).toHaveValue("7");
});

const packages = {
  format: "planshift-catalog/1",
  id: "packs",
  name: "Packs",
  currency: "USD",
  cycles: [{ id: "monthly", length: "P1M" }],
  plans: [
    { id: "single", name: "Single", rank: 1, prices: { monthly: { per_seat: "12.00" } } },
    {
      id: "volume",
      name: "Volume",
      rank: 2,
      prices: {
        monthly: {
          tiers: {
            mode: "volume",
            steps: [
              { up_to: 10, per_seat: "9.00" },
              { up_to: null, per_seat: "7.00" },
            ],
          },
        },
      },
    },
  ],
  policy: { rules: { cancel: { when: "period_end" } } },
};

async function dropCatalog(page, catalog) {
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "own.json", { type: "application/json" }));
    return transfer;
  }, JSON.stringify(catalog));
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.getByText("Opened: Packs")).toBeVisible();
}
