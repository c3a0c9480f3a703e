import { readFile } from "node:fs/promises";
import { expect, open, sentence, test } from "./page.mjs";

const clio = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));

const give = (page, text) =>
  page
    .locator("#file")
    .setInputFiles({ name: "catalog.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("a catalog with a typo: its place and what is wrong, and the vendor from before stays", async ({ page }) => {
  await open(page);
  const typo = structuredClone(clio);
  typo.policy.rules.upgrade.colect = "now";
  typo.plans[2].id = "essentials";
  await give(page, JSON.stringify(typo));
  const remarks = page.locator("#remarks");
  await expect(remarks).toContainText("This catalog cannot be used yet");
  await expect(remarks).toContainText("/policy/rules/upgrade/colect");
  await expect(remarks).toContainText("/plans/2/id");
  await expect(page.getByLabel("Vendor")).toHaveValue("clio-manage");
  await expect(sentence(page)).toContainText("$292.93");
});

for (const [name, text] of [
  ["nothing", ""],
  ["half a file", JSON.stringify(clio).slice(0, 700)],
  ["no catalog", '{"hello": "world"}'],
  ["a list", "[1, 2, 3]"],
  ["a mark before it", `\ufeff${JSON.stringify(clio)}`],
  ["too deep", "[".repeat(5000)],
  ["bad bytes", Buffer.from([0x7b, 0x22, 0xff, 0xfe])],
]) {
  test(`a file that is ${name} is refused in words, and the page goes on`, async ({ page }) => {
    await open(page);
    await give(page, text);
    await expect(page.locator("#remarks")).toContainText("This catalog cannot be used yet");
    await page.getByLabel("As of", { exact: true }).fill("2026-11-23");
    await expect(sentence(page)).toContainText("You pay");
  });
}

/** The catalog with blanks after it, so that the file has this many bytes. */
function padded(bytes) {
  const text = JSON.stringify(clio);
  return text + " ".repeat(bytes - Buffer.byteLength(text));
}

test("a file of more than 1 MiB is refused before it is read; one of exactly that is a catalog", async ({ page }) => {
  await page.addInitScript(() => {
    const read = Blob.prototype.arrayBuffer;
    globalThis.sizesRead = [];
    Blob.prototype.arrayBuffer = function () {
      globalThis.sizesRead.push(this.size);
      return read.call(this);
    };
  });
  await open(page);
  await give(page, padded(1024 * 1024 + 1));
  await expect(page.locator("#remarks")).toContainText("The file is larger than 1 MiB.");
  await expect(page.getByLabel("Vendor")).toHaveValue("clio-manage");
  expect(await page.evaluate(() => globalThis.sizesRead)).toEqual([]);
  await give(page, padded(1024 * 1024));
  await expect(page.getByText("Opened: Clio Manage")).toBeVisible();
  expect(await page.evaluate(() => globalThis.sizesRead)).toEqual([1024 * 1024]);
});

test("a catalog of one's own answers at once", async ({ page }) => {
  await open(page);
  const own = structuredClone(clio);
  own.id = "own";
  own.name = "Own & Sons";
  own.currency = "EUR";
  own.plans[2].prices["365-day"].per_seat = "1200.00";
  await give(page, JSON.stringify(own));
  await expect(page.getByText("Opened: Own & Sons")).toBeVisible();
  await expect(page.getByLabel("Vendor")).toHaveValue("own");
  await expect(sentence(page)).toContainText("€3,600.00 on 1 March 2027");
});

test("a catalog of one's own stays in the tab with what was typed, until it is forgotten", async ({
  page,
  context,
}) => {
  await open(page);
  const own = structuredClone(clio);
  own.name = "Own & Sons";
  own.plans[2].prices["365-day"].per_seat = "1200.00";
  await give(page, JSON.stringify(own));
  await expect(sentence(page)).toContainText("$3,600.00 on 1 March 2027");
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("4");
  await expect(sentence(page)).toContainText("$4,800.00 on 1 March 2027");
  await page.reload();
  await expect(sentence(page)).toContainText("$4,800.00 on 1 March 2027");
  await expect(page.getByLabel("Vendor")).toHaveValue("own");
  await expect(page.getByText("It stays in this tab")).toBeVisible();

  // The address alone does not hold it; a link that is made to be sent does.
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("alert")).toContainText("is not in this tab");
  await expect(other.locator("plan-preview .sentence")).toContainText("$292.93");

  await page.getByRole("button", { name: "Forget it now" }).click();
  await expect(page.getByLabel("Vendor")).toHaveValue("clio-manage");
  await expect(sentence(page)).toContainText("$292.93");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.getByLabel("Vendor").selectOption("own");
  await expect(page.getByLabel("Choose a file")).toBeVisible();
  await expect(page.getByText("It stays in this tab")).toBeHidden();
});

test("where the browser keeps nothing, a catalog of one's own still answers", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await open(page);
  await give(page, JSON.stringify(clio));
  await expect(page.getByText("Opened: Clio Manage")).toBeVisible();
  await expect(page.getByText("It stays in this tab")).toBeHidden();
  await expect(sentence(page)).toContainText("$292.93");
});

test("names that look like markup or like script are only names", async ({ page }) => {
  await open(page);
  const hostile = structuredClone(clio);
  hostile.name = "<img src=x onerror=alert(1)>";
  hostile.plans[0].id = "constructor";
  hostile.plans[0].name = "<script>alert(1)</script>";
  hostile.plans[1].id = "tostring";
  hostile.plans[1].name = "\u202etxet desrever";
  hostile.plans[3].name = "x".repeat(200);
  hostile.sources[0].url = "javascript:alert(1)";
  await give(page, JSON.stringify(hostile));
  await expect(page.locator("plan-preview .card").getByText("<script>alert(1)</script>")).toBeVisible();
  await expect(page.locator("plan-preview a[href^='javascript']")).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize().width,
  );
});

for (const vendor of ["clio-manage", "clio-manage-previous", "client-portal"]) {
  for (const mode of ["quote", "change", "cancel"]) {
    test(`${vendor}, ${mode}: answered at once`, async ({ page }) => {
      await open(page, `#mode=${mode}`);
      await page.getByLabel("Vendor").selectOption(vendor);
      await expect(page.locator("plan-preview .figure")).toHaveCount(3);
      await expect(page.getByText("Example prices").first()).toBeVisible();
    });
  }
}
