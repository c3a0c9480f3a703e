// How often the page asks the engine: an input asks what it alters, drawing asks nothing.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { card, expect, open, test } from "./page.mjs";

const root = new URL("../../", import.meta.url);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** The package, with every question written down. */
const counting = `
  import { check, load as open } from "./package/index.js";
  export { check };
  globalThis.asked = [];
  export async function load(...all) {
    const engine = await open(...all);
    return {
      answer(question, request) {
        globalThis.asked.push(question + " " + request);
        return engine.answer(question, request);
      },
      close: () => engine.close(),
    };
  }`;

/** The page as its sources are, which need no build, around an engine that counts; all of its parts are drawn. */
test.beforeEach(async ({ page }) => {
  await page.route("**/source/**", async (route) => {
    const path = new URL(route.request().url()).pathname.replace(/^\/source\//, "");
    const isEngine = path === "planshift/index.js";
    const file = path.startsWith("planshift/package/")
      ? path.replace("planshift/package/", "dist/npm/")
      : `web/${path}`;
    const contentType = types[extname(path)] ?? "application/wasm";
    await route.fulfill({ contentType, body: isEngine ? counting : await readFile(new URL(file, root)) });
  });
});

async function start(page, mode) {
  await open(page, `source/index.html#mode=${mode}`);
  await expect(page.locator("plan-preview .tools")).toBeVisible();
}

/** The questions that something asks, once everything that it brings is drawn. */
async function askedBy(page, action) {
  await page.evaluate(() => (globalThis.asked.length = 0));
  await action();
  await page.waitForTimeout(1000); // longer than the element waits before it draws or announces anything
  return page.evaluate(() => globalThis.asked);
}

const seats = (page) => page.locator("plan-preview .want").getByLabel("Licenses", { exact: true });

/** Another size of the window, which changes the charts, and a chosen day of one. */
async function expectNothingAskedByDrawing(page) {
  const asked = await askedBy(page, () => page.setViewportSize({ width: 800, height: 900 }));
  expect(asked).toEqual([]);
}

test("a key press in a change asks what it alters, and each question once", async ({ page }) => {
  await start(page, "change");
  const asked = await askedBy(page, () => seats(page).fill("7"));
  // The price of each plan and cycle for seven seats, the change, what comes after it, and the days to come.
  expect(asked.length).toBeLessThanOrEqual(9);
  expect(asked.filter((question) => question.startsWith("eligibility"))).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
  await expectNothingAskedByDrawing(page);
  // What one has alters more.
  expect(
    (await askedBy(page, () => page.locator("plan-preview").evaluate((element) => element.undo()))).length,
  ).toBeLessThanOrEqual(12);
});

test("with four options pinned a key press asks at most 24 questions, and drawing none", async ({ page }) => {
  await start(page, "change");
  for (const plan of ["Essentials", "EasyStart", "Complete", "Advanced"]) {
    await card(page, "Plan", plan).check();
    await page.getByRole("button", { name: "Pin this option" }).click();
  }
  await expect(page.locator("plan-preview .option")).toHaveCount(4);
  expect((await askedBy(page, () => seats(page).fill("7"))).length).toBeLessThanOrEqual(9);
  await expectNothingAskedByDrawing(page);
  const have = page.locator("plan-preview .have").getByLabel("Licenses", { exact: true });
  await page.locator("plan-preview .have").evaluate((details) => (details.open = true));
  expect((await askedBy(page, () => have.fill("9"))).length).toBeLessThanOrEqual(24);
});

test("a key press in a quote asks at most 24 questions, also with options pinned", async ({ page }) => {
  await start(page, "quote");
  expect((await askedBy(page, () => seats(page).fill("7"))).length).toBeLessThanOrEqual(16);
  await page.getByRole("button", { name: "Pin the usual ones" }).click();
  await expect(page.locator("plan-preview .option")).toHaveCount(3);
  expect((await askedBy(page, () => seats(page).fill("8"))).length).toBeLessThanOrEqual(24);
  await expectNothingAskedByDrawing(page);
});

test("a cancellation asks for no price list", async ({ page }) => {
  await start(page, "cancel");
  const have = page.locator("plan-preview .have").getByLabel("Licenses", { exact: true });
  const asked = await askedBy(page, () => have.fill("7"));
  expect(asked.filter((question) => question.startsWith("quote"))).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(8);
  await expectNothingAskedByDrawing(page);
});
