import { pathToFileURL } from "node:url";
import { expect, open, sentence, test } from "./page.mjs";

// On 127.0.0.1 itself nothing is kept.
test.use({ baseURL: ({ baseURL }, use) => use(baseURL.replace("127.0.0.1", "planshift.localhost")) });

test("after the first visit the page works without a network, charts and languages too", async ({ page, context }) => {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.reload();
  await expect(sentence(page)).toContainText("$292.93");
  await page.getByRole("button", { name: "Pin the usual ones" }).click();
  await expect(page.locator("plan-preview .option").first()).toBeVisible();
  await page.getByLabel("Language").selectOption("ja");
  await expect(sentence(page)).toContainText("お支払い");
  await page.getByLabel("提供元").selectOption("client-portal");
  await expect(sentence(page)).toContainText("$499.00");
});

test("the one-file page works from a disk", async ({ page }) => {
  const file = pathToFileURL(new URL("../../dist/planshift.html", import.meta.url).pathname);
  await page.goto(file.href);
  await expect(sentence(page)).toContainText("You pay $292.93 today");
  await page.getByRole("button", { name: "Pin the usual ones" }).click();
  await expect(page.locator("plan-preview .option").first()).toBeVisible();
  await page.getByLabel("Vendor").selectOption("client-portal");
  await expect(sentence(page)).toContainText("$499.00");
  await page.getByLabel("Language").selectOption("ar");
  await expect(sentence(page)).toContainText("تدفع");
});
