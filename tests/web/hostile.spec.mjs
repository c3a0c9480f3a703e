import { readFile } from "node:fs/promises";
import { writeLink } from "../../web/site/share_link.js";
import { expect, open, sentence, test } from "./page.mjs";

/**
 * What strangers can put in: a catalog, a link, an attribute. Beside what each test says, page.mjs fails it on any
 * report of the policy, any error in the console and any request elsewhere.
 */
const clio = await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8");
const give = (page, text) =>
  page.locator("#file").setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("a member called __proto__ is an unknown member and changes no object", async ({ page }) => {
  await open(page);
  await give(page, clio.replace('"policy": {', '"__proto__": {"polluted": "yes"}, "policy": {'));
  await expect(page.locator("#remarks")).toContainText("/__proto__");
  expect(await page.evaluate(() => ({}).polluted)).toBeUndefined();
  await expect(sentence(page)).toContainText("$292.93");
});

for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
  test(`a catalog whose names and ids are ${name}, or as near as an id may come, is answered like any other`, async ({
    page,
  }) => {
    await open(page);
    const id = "constructor";
    let text = clio;
    for (const own of ["essentials", "365-day", "primary_subscriber", "upgrading"])
      text = text.replaceAll(`"${own}"`, `"${id}"`);
    const catalog = JSON.parse(text);
    catalog.id = id;
    catalog.name = name;
    catalog.seat_name = { one: name, other: name };
    for (const plan of catalog.plans) plan.name = plan.id === id ? name : plan.name;
    catalog.addons = [{ id, name, prices: { [id]: { flat: "5.00" } } }];
    catalog.discounts = [{ id, name, percent: "10", on: "recurring" }];
    catalog.tax = { name, percent: "0" };
    await give(page, JSON.stringify(catalog));
    await expect(page.getByText(`Opened: ${name}`)).toBeVisible();
    await expect(sentence(page)).toHaveText("You pay $292.93 today and $3,564.00 on 1 March 2027.");
    await expect(page.locator("plan-preview .have-line")).toContainText(`${name}, 3 ${name}`);
    for (const mode of ["Cancel", "Choose a plan", "Change my plan"]) {
      await page.getByRole("link", { name: mode, exact: true }).click();
      await expect(page.locator("plan-preview .figure")).toHaveCount(3);
      await page.locator("plan-preview .compare button").last().click();
      await expect(page.locator("plan-preview .option").first()).toBeVisible();
    }
  });
}

test("a link to a mode that is none is a link to a change", async ({ page }) => {
  for (const mode of ["constructor", "__proto__"]) {
    const state = new Map([
      ["mode", mode],
      ["at", "2026-11-22"],
      ["have.plan", "essentials"],
      ["have.cycle", "365-day"],
      ["have.seats", "3"],
      ["have.period.end", "2027-03-01"],
      ["want.plan", "complete"],
      ["want.cycle", "365-day"],
      ["want.seats", "3"],
      ["role", "primary_subscriber"],
    ]);
    await page.goto("about:blank");
    await page.goto(`./#${writeLink(state, { catalog: "clio-manage", lang: "en" })}`);
    await expect(sentence(page)).toContainText("$4,644.00 on 1 March 2027");
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
});

test("controls of direction in a name stay inside the name", async ({ page }) => {
  await open(page);
  const catalog = JSON.parse(clio);
  catalog.plans[2].name = "\u202e\u2066Advanced\u2067";
  await give(page, JSON.stringify(catalog));
  await expect(page.getByText("Opened: Clio Manage")).toBeVisible();
  // What follows the name in the same line still runs from left to right.
  const names = page.locator("plan-preview .card-title bdi");
  expect(await names.evaluateAll((all) => all.every((name) => getComputedStyle(name).unicodeBidi === "isolate"))).toBe(
    true,
  );
  await expect(sentence(page)).toHaveText("You pay $292.93 today and $3,564.00 on 1 March 2027.");
});

test("texts of the greatest length neither break the page nor stop it", async ({ page }) => {
  await open(page);
  const catalog = JSON.parse(clio);
  for (const plan of catalog.plans) plan.name = `${plan.id}${"W".repeat(200 - plan.id.length)}`;
  catalog.plans[0].features = Array.from({ length: 50 }, (_, index) => `${index} ${"feature ".repeat(20)}`);
  await give(page, JSON.stringify(catalog));
  await expect(page.locator("plan-preview .card-title").first()).toContainText("WWWW");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize().width,
  );
});

for (const [what, value] of [
  ["markup", "<img src=x onerror=alert(1)>"],
  ["a name of every object", "constructor"],
  ["the prototype", "__proto__"],
  ["control characters", "\u0000\u202e\ud7ff"],
]) {
  test(`a link that holds ${what} where a plan should be is answered in words`, async ({ page }) => {
    const state = new Map([
      ["mode", "change"],
      ["at", "2026-11-22"],
      ["have.plan", value],
      ["have.cycle", "365-day"],
      ["have.seats", "3"],
      ["have.period.end", "2027-03-01"],
      ["want.plan", value],
      ["want.cycle", value],
      ["want.seats", "3"],
      ["role", value],
      [value, value],
      ["pin.0", value],
    ]);
    await page.goto(`./#${writeLink(state, { catalog: "clio-manage", lang: "de" })}`);
    await expect(page.locator("plan-preview .error-summary")).toContainText(
      "Tarif: Wählen Sie einen Eintrag aus der Liste.",
    );
    await page.getByLabel("Sprache").selectOption("en");
    await page.getByLabel("Vendor").selectOption("client-portal");
    await expect(sentence(page)).toContainText("You pay");
  });
}

test("the policy holds: no code from text, no inline script, no word to anybody else", async ({ page }) => {
  await open(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(await page.evaluate(() => document.querySelectorAll("[style], [onclick], script:not([src])").length)).toBe(0);
});
