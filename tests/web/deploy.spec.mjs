import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, open, sentence, test as base } from "./page.mjs";
import { siteOfTwoVersions } from "./site.mjs";

const test = base.extend({
  // Playwright reads from the braces what a fixture needs.
  // biome-ignore lint/correctness/noEmptyPattern: this one needs nothing
  site: async ({}, use) => {
    const site = await siteOfTwoVersions();
    await use(site);
    await site.stop();
    await site.remove();
  },
  baseURL: async ({ site }, use) => use(site.address),
});

const notice = (page) => page.getByRole("button", { name: "A new version is ready: load it" });

/** Of which version each part of an open page is, the catalog as it comes when it is asked for now. */
const versions = (page) =>
  page.evaluate(async () => ({
    page: document.body.dataset.version,
    script: globalThis.versionOfScript,
    style: getComputedStyle(document.documentElement).getPropertyValue("--version").trim(),
    catalog: await fetch("catalogs/client-portal.json").then(
      async (response) => (await response.json()).name,
      () => "refused",
    ),
  }));
const all = (mark) => ({ page: mark, script: mark, style: mark, catalog: mark });

/** A page whose files the worker keeps. */
async function openKept(page) {
  await open(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(sentence(page)).not.toBeEmpty();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** The browser looks for a new version and is done with it, whether it took it or not. */
const lookForUpdate = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = await registration.update().catch(() => registration);
    const { installing } = found;
    if (!installing) return found.waiting?.state ?? "nothing new";
    while (installing.state === "installing") {
      await new Promise((changed) => installing.addEventListener("statechange", changed, { once: true }));
    }
    return installing.state;
  });

/**
 * What comes of the new version. A page that has just loaded looks for one itself: a look may meet the end of that
 * earlier one, so the test looks again until it sees `state`.
 */
const updateIs = (page, state) => expect.poll(() => lookForUpdate(page)).toBe(state);

test("a new version waits until the reader takes it, and no page has parts of two", async ({ page, context, site }) => {
  await openKept(page);
  const other = await context.newPage();
  await open(other);
  await site.deploy("second");

  await updateIs(page, "installed");
  await expect(notice(page)).toBeVisible();
  await expect(notice(other)).toBeVisible();
  for (const old of [page, other]) expect(await versions(old)).toEqual(all("first"));
  await other.reload();
  await expect(notice(other)).toBeVisible();
  expect(await versions(other)).toEqual(all("first"));

  await notice(page).click();
  for (const renewed of [page, other]) {
    await expect(renewed.locator("body")).toHaveAttribute("data-version", "second");
    await expect(sentence(renewed)).not.toBeEmpty();
    await expect(notice(renewed)).toBeHidden();
    expect(await versions(renewed)).toEqual(all("second"));
  }
  expect((await page.evaluate(() => caches.keys())).length).toBe(1);
});

test("when every tab was closed the new version is simply there, also without a network", async ({
  page,
  context,
  site,
}) => {
  await openKept(page);
  await site.deploy("second");
  await updateIs(page, "installed");
  await page.close();
  const next = await context.newPage();
  await open(next);
  expect(await versions(next)).toEqual(all("second"));
  await site.stop();
  await next.reload();
  await expect(sentence(next)).not.toBeEmpty();
  expect(await versions(next)).toEqual(all("second"));
});

test("the notice speaks the page's language", async ({ page, site }) => {
  await openKept(page);
  await site.deploy("second");
  await updateIs(page, "installed");
  await page.getByLabel("Language").selectOption("de");
  await expect(page.getByRole("button", { name: "Eine neue Version ist bereit: jetzt laden" })).toBeVisible();
});

for (const [what, spoil] of [
  ["half of its files", (site) => site.deploy("second", { only: ["files.js", "index.html", "styles.css"] })],
  [
    "a file cut short",
    async (site) => {
      await site.deploy("second");
      await truncate(join(site.served, "core.wasm"), 1000);
    },
  ],
]) {
  test(`a deploy with ${what} is not taken, and the next whole one is`, async ({ page, site }) => {
    await openKept(page);
    await spoil(site);
    await updateIs(page, "redundant");
    await page.reload();
    await expect(sentence(page)).not.toBeEmpty();
    expect(await versions(page)).toEqual(all("first"));
    await expect(notice(page)).toBeHidden();
    expect((await page.evaluate(() => caches.keys())).length).toBe(1);

    await site.deploy("second");
    await updateIs(page, "installed");
    await notice(page).click();
    await expect(page.locator("body")).toHaveAttribute("data-version", "second");
    await expect(sentence(page)).not.toBeEmpty();
    expect(await versions(page)).toEqual(all("second"));
  });
}

test.describe("on 127.0.0.1", () => {
  test.use({ baseURL: async ({ site }, use) => use(site.loopback) });
  const kept = (page) =>
    page.evaluate(async () => [...(await navigator.serviceWorker.getRegistrations()), ...(await caches.keys())].length);

  test("nothing is kept: what is served now is what is seen", async ({ page, site }) => {
    await open(page);
    await site.deploy("second");
    await page.evaluate(() => fetch("main.js", { cache: "reload" })); // what ten minutes would do
    await expect.poll(() => kept(page)).toBe(0);
    await page.evaluate(() => location.reload());
    await expect(page.locator("body")).toHaveAttribute("data-version", "second");
    expect(await kept(page)).toBe(0);
  });

  test("a worker that an earlier version left there leaves with its files, and the page is loaded again", async ({
    page,
    site,
  }) => {
    await writeFile(join(site.served, "sw.js"), earlierWorker);
    await open(page);
    await page.evaluate(async () => {
      const address = trustedTypes
        .createPolicy("planshift", { createScriptURL: (url) => url })
        .createScriptURL("sw.js");
      await navigator.serviceWorker.register(address);
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    expect(await kept(page)).toBe(2);
    await site.deploy("second");
    await page.reload();
    await expect(page.locator("body")).toHaveAttribute("data-version", "second");
    await expect.poll(() => kept(page)).toBe(0);
  });
});

/** Answers from its files first and takes over at once, as the worker of version 0.1.0 did. */
const earlierWorker = `
self.addEventListener("install", (event) =>
  event.waitUntil(caches.open("planshift 1").then((cache) => cache.addAll(["./", "main.js"])).then(() => skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
self.addEventListener("fetch", (event) =>
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));
`;
