import { readFile } from "node:fs/promises";
import { test as unwatched } from "@playwright/test";
import { embed, expect, test } from "./page.mjs";

/** What a page gives the element, as attributes or as properties, and what it gives wrongly. */
const clio = JSON.parse(await readFile(new URL("../../web/catalogs/clio-manage.json", import.meta.url), "utf8"));
const held = { plan: "essentials", cycle: "30-day", seats: 3, period: { start: "2026-11-10", end: "2026-12-10" } };
const address = "catalogs/clio-manage.json";
const standing = "You change nothing. Your next payment is $237.00 on 10 December 2026.";

const element = (page) => page.locator("plan-preview");
const sentence = (page) => element(page).locator(".sentence");
const heard = (page) => page.evaluate(() => window.heard.map(([type]) => type));
const set = (page, properties) =>
  page.evaluate((properties) => Object.assign(document.querySelector("plan-preview"), properties), properties);
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");

/** No amount, no answer, and no example. */
async function expectNoPrice(page) {
  await expect(element(page).locator(".figure")).toHaveCount(0);
  await expect(element(page).locator(".frame")).not.toContainText(/\$|\d\.\d\d|example/i);
  expect(await page.evaluate(() => document.querySelector("plan-preview").answer)).toBeNull();
  expect(await heard(page)).not.toContain("preview");
}

for (const [what, attributes, code, path] of [
  ["half a subscription", { subscription: "{oops" }, "page.not_json", "/subscription"],
  ["an object made into text", { subscription: "[object Object]" }, "page.not_json", "/subscription"],
  ["a plan that is not sold", { subscription: JSON.stringify({ ...held, plan: "nope" }) }, null, "/subscription/plan"],
  ["a misspelt member", { subscription: JSON.stringify({ ...held, payd: "1.00" }) }, null, "/subscription/payd"],
  ["seats as text", { subscription: JSON.stringify({ ...held, seats: "3" }) }, null, "/subscription/seats"],
  ["a list", { subscription: "[]" }, null, "/subscription"],
  ["a period that is over", { subscription: JSON.stringify(held), at: "2027-01-05" }, null, "/at"],
  ["a date of another spelling", { subscription: JSON.stringify(held), at: "22 November" }, "page.not_a_date", "/at"],
]) {
  test(`${what} is a fault that the page hears of and the reader sees, in place of every amount`, async ({ page }) => {
    const text = Object.entries({ at: "2026-11-22", ...attributes })
      .map(([name, value]) => `${name}='${escaped(value)}'`)
      .join(" ");
    await embed(page, `<plan-preview catalog="${address}" example ${text}>Wait</plan-preview>`);
    const fault = element(page).locator("[part=fault]");
    await expect(fault).toContainText("Your subscription cannot be read");
    await expect(fault).toContainText(path);
    const [[type, detail]] = await page.evaluate(() => window.heard);
    expect(type).toBe("fault");
    expect(detail.path).toBe(path);
    expect(detail.code).toMatch(code ?? /^request\./);
    expect(detail.message).toMatch(/./);
    await expectNoPrice(page);

    // Once it is mended, the answer is there.
    await set(page, { at: "2026-11-22", subscription: held });
    await expect(sentence(page)).toHaveText(standing);
    await expect(fault).toHaveCount(0);
  });
}

test("a catalog by property that is no JSON, or at fault, is a fault, and what was shown before is gone", async ({
  page,
}) => {
  await embed(
    page,
    `<plan-preview catalog="${address}" at="2026-11-22" subscription='${JSON.stringify(held)}'></plan-preview>`,
  );
  await expect(sentence(page)).toHaveText(standing);
  await page.evaluate(() => {
    const circle = {};
    circle.itself = circle;
    document.querySelector("plan-preview").catalog = circle;
  });
  await expect(element(page).locator("[part=fault]")).toContainText("The catalog is not JSON.");
  await expect(sentence(page)).toHaveCount(0);
  await set(page, { catalog: { format: "planshift-catalog/1" } });
  await expect(element(page).locator("[part=fault]")).toContainText("This catalog cannot be used yet");
  expect(await heard(page)).toEqual(["preview", "fault", "fault"]);
  await set(page, { catalog: clio });
  await expect(sentence(page)).toHaveText(standing);
});

unwatched("a catalog that cannot be loaded is a fault", async ({ page }) => {
  await embed(page, `<plan-preview catalog="catalogs/none.json" example>Wait</plan-preview>`);
  await expect(element(page).locator("[part=fault]")).toContainText("catalogs/none.json: 404");
  expect(await page.evaluate(() => window.heard[0][1].code)).toBe("page.not_loaded");
  await expectNoPrice(page);
});

test("of two catalogs the one that was asked for last is shown, whichever arrives first", async ({ page }) => {
  await page.route("**/catalogs/client-portal.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });
  await embed(page, `<plan-preview at="2026-11-22" mode="quote" catalog="catalogs/client-portal.json"></plan-preview>`);
  await set(page, { catalog: address });
  await expect(element(page).getByText("Essentials")).toBeVisible();
  await page.waitForTimeout(1500);
  await expect(element(page).getByText("Essentials")).toBeVisible();
});

test("properties that were set before the element was defined are kept", async ({ page }) => {
  await embed(page, "<plan-preview catalog='catalogs/client-portal.json'>Wait</plan-preview>", { script: "" });
  await set(page, {
    catalog: address,
    subscription: { ...held, plan: "easystart", seats: 7 },
    at: "2026-11-22",
    mode: "cancel",
    lang: "de",
    confirmable: true,
  });
  await page.evaluate(() => import("/define.js"));
  await expect(element(page).locator(".have-line")).toContainText("EasyStart, 7 Lizenzen");
  expect(await page.evaluate(() => Object.keys(document.querySelector("plan-preview")))).toEqual([]);
  await expect(element(page)).toHaveAttribute("mode", "cancel");
  await expect(element(page).getByRole("button", { name: "Änderung bestätigen" })).toBeVisible();
});

test("the element can be defined twice", async ({ page }) => {
  await embed(page, `<plan-preview catalog="${address}" at="2026-11-22" example></plan-preview>`);
  // Another copy of every script, as two bundles of one page would bring it.
  await page.route("**/again/*", (route) => route.continue({ url: route.request().url().replace("/again/", "/") }));
  await page.evaluate(() => import("/again/define.js"));
  await expect(sentence(page)).toContainText("$292.93");
});

for (const [how, catalog, subscription] of [
  ["address and JSON text", address, JSON.stringify(held)],
  ["JSON text and an object", JSON.stringify(clio), held],
  ["an object and JSON text", clio, JSON.stringify(held)],
]) {
  test(`a framework that sets every property anew on each \`preview\` hears one: ${how}`, async ({ page }) => {
    await embed(page, "<plan-preview>Wait</plan-preview>");
    await page.evaluate(
      ([catalog, subscription]) => {
        const element = document.querySelector("plan-preview");
        const copy = (value) => (typeof value === "string" ? value : structuredClone(value));
        window.renders = 0;
        window.render = () => {
          window.renders += 1;
          if (window.renders > 50) return;
          element.catalog = copy(catalog);
          element.subscription = copy(subscription);
          element.at = "2026-11-22";
          element.mode = "change";
          element.lang = "en";
          element.confirmable = true;
          element.example = false;
        };
        element.addEventListener("preview", () => window.render());
        window.render();
      },
      [catalog, subscription],
    );
    await expect(sentence(page)).toHaveText(standing);
    await element(page).locator(".want").getByLabel("Licenses", { exact: true }).fill("4");
    await expect(sentence(page)).toContainText("$47.40");
    // What the reader typed is not overwritten by the same subscription once more, in another order or spacing.
    await page.evaluate(
      ([held]) => {
        const turned = Object.fromEntries(Object.entries(held).reverse());
        document.querySelector("plan-preview").setAttribute("subscription", JSON.stringify(turned, null, 2));
      },
      [held],
    );
    await page.waitForTimeout(300);
    await expect(sentence(page)).toContainText("$47.40");
    expect(await heard(page)).toEqual(["preview", "preview"]);
    expect(await page.evaluate(() => window.renders)).toBe(3);
  });
}

test("what is set in one go is answered once", async ({ page }) => {
  await embed(
    page,
    `<plan-preview catalog="${address}" at="2026-11-22" subscription='${JSON.stringify(held)}'></plan-preview>`,
  );
  await expect(sentence(page)).toHaveText(standing);
  // The new period does not hold the old date, nor the old period the new date.
  const period = { start: "2026-12-10", end: "2027-01-09" };
  await set(page, { subscription: { ...held, period }, at: "2026-12-20" });
  await expect(sentence(page)).toHaveText("You change nothing. Your next payment is $237.00 on 9 January 2027.");
  expect(await heard(page)).toEqual(["preview", "preview"]);
});

test("properties and attributes say the same", async ({ page }) => {
  await embed(page, "<plan-preview>Wait</plan-preview>");
  await set(page, { at: "2026-11-22", mode: "quote", lang: "fr", confirmable: true, example: true });
  for (const [name, value] of Object.entries({
    at: "2026-11-22",
    mode: "quote",
    lang: "fr",
    confirmable: "",
    example: "",
  }))
    await expect(element(page)).toHaveAttribute(name, value);
  await set(page, { at: null, mode: null, lang: null, confirmable: false, example: false });
  expect(await element(page).evaluate((element) => element.getAttributeNames())).toEqual([]);
  const read = await element(page).evaluate(({ at, mode, lang, confirmable, example }) => [
    at,
    mode,
    lang,
    confirmable,
    example,
  ]);
  expect(read).toEqual(["", "change", "", false, false]);
});

test("without a subscription the form begins empty, says what is missing, and shows no amount", async ({ page }) => {
  await embed(page, `<plan-preview catalog="${address}" at="2026-11-22"></plan-preview>`);
  await expect(sentence(page)).toHaveText("Fill in what you have, and you see here what a change costs.");
  const missing = element(page).locator("[part=missing]");
  await expect(missing).toHaveText("Still missing: Plan · Billing · Licenses · Next billing date");
  await expect(element(page).locator(".want")).toHaveCount(0);
  await expectNoPrice(page);

  const have = element(page).locator("details.have");
  await missing.getByRole("link", { name: "Plan" }).click();
  await expect(have.getByLabel("Plan", { exact: true })).toBeFocused();
  await have.getByLabel("Plan", { exact: true }).selectOption("essentials");
  await have.getByLabel("Billing", { exact: true }).selectOption("30-day");
  await have.getByLabel("Licenses", { exact: true }).fill("3");
  await expect(missing).toHaveText("Still missing: Next billing date");
  await expectNoPrice(page);
  await have.getByLabel("Next billing date").fill("2026-12-10");
  await expect(sentence(page)).toHaveText(standing);
  await element(page).locator(".want").getByLabel("Licenses", { exact: true }).fill("4");
  await expect(sentence(page)).toContainText("$47.40");
});

test("without a subscription a prospect chooses before anything is said to be paid", async ({ page }) => {
  await embed(page, `<plan-preview catalog="${address}" mode="quote" at="2026-11-22"></plan-preview>`);
  await expect(sentence(page)).toHaveText("Choose a plan, and you see here what you pay.");
  await expect(element(page).locator(".figure")).toHaveCount(0);
  await expect(element(page).getByRole("radio", { name: "Essentials" })).not.toBeChecked();
  expect(await heard(page)).toEqual([]);
  await element(page).getByRole("radio", { name: "Essentials" }).check();
  // One license on the shorter cycle.
  await expect(sentence(page)).toHaveText("You pay $79.00 today and $79.00 on 22 December 2026.");
});

test("when the subscription is taken away, nothing of it is left, nor behind undo", async ({ page }) => {
  await embed(
    page,
    `<plan-preview catalog="${address}" at="2026-11-22" subscription='${JSON.stringify(held)}'></plan-preview>`,
  );
  await element(page).locator(".want").getByLabel("Licenses", { exact: true }).fill("4");
  await expect(sentence(page)).toContainText("$47.40");
  await set(page, { subscription: null });
  await expect(sentence(page)).toHaveText("Fill in what you have, and you see here what a change costs.");
  await expect(element(page).locator(".figure")).toHaveCount(0);
  await expect(element(page).getByRole("button", { name: "Undo" })).toBeDisabled();
  expect(await page.evaluate(() => document.querySelector("plan-preview").answer)).toBeNull();
});

test("the example is shown where the page asks for it, and goes when it no longer does", async ({ page }) => {
  await embed(page, `<plan-preview catalog="${address}" at="2026-11-22"></plan-preview>`);
  await expect(element(page).locator("[part=missing]")).toBeVisible();
  await set(page, { example: true });
  await expect(sentence(page)).toContainText("$292.93");
  await expect(element(page).getByText("An example is filled in")).toBeVisible();
  await set(page, { example: false });
  await expect(element(page).locator("[part=missing]")).toBeVisible();
  await expect(element(page).locator(".figure")).toHaveCount(0);
});

test("a scheduled list of add-ons goes into the request, also an empty one", async ({ page }) => {
  const catalog = structuredClone(clio);
  catalog.addons = [{ id: "archive", name: "Archive", prices: { "30-day": { flat: "5.00" } } }];
  await embed(page, `<plan-preview at="2026-11-22"></plan-preview>`);
  await set(page, { catalog, subscription: { ...held, addons: [{ id: "archive" }], scheduled: { addons: [] } } });
  // The add-on goes at the period's end: 3 × 79.00 and no 5.00.
  await expect(sentence(page)).toHaveText(standing);
  expect(await page.evaluate(() => document.querySelector("plan-preview").subscription.scheduled)).toEqual({
    addons: [],
  });
});
