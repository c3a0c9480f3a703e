import AxeBuilder from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

/**
 * What every test of the page begins with: the 22nd of November 2026, and a watch that fails the test on any message
 * in the console that is an error, any exception, any report of the security policy and any request elsewhere.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const wrong = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(`console: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`exception: ${error.stack ?? error}`));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== new URL(baseURL).origin) wrong.push(`request: ${request.url()}`);
    });
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await page.clock.setFixedTime(new Date("2026-11-22T20:00:00Z"));
    await use(page);
    expect(wrong).toEqual([]);
  },
});

export { expect };

/** Opens the page and waits for its first answer. */
export async function open(page, hash = "") {
  await page.goto(`./${hash}`);
  await expect(sentence(page)).not.toBeEmpty();
}

/**
 * A page of a vendor's own, served from the site's address so that its policy holds. `window.heard` collects what its
 * elements tell. Without `script` the element is not defined yet.
 */
export async function embed(page, body, { script = '<script type="module" src="define.js"></script>' } = {}) {
  await page.addInitScript(() => {
    window.heard = [];
    for (const type of ["preview", "fault", "confirm"])
      addEventListener(type, ({ detail }) => window.heard.push([type, detail]));
  });
  await page.route("**/embedded.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: {
        "Content-Security-Policy":
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'",
      },
      body: `<!doctype html><html lang="en"><title>Shop</title>${script}<main><h1>Shop</h1>${body}</main>`,
    }),
  );
  await page.goto("./embedded.html");
}

export const sentence = (page) => page.locator("plan-preview .sentence");
export const block = (page, name) => page.locator(`plan-preview .block-${name}`);
export const card = (page, group, name) =>
  page.getByRole("group", { name: group, exact: true }).getByRole("radio", { name });

/** Unfolds "I have", which is folded on a phone. */
export async function unfoldHave(page) {
  const have = page.locator("plan-preview details.have");
  if (!(await have.evaluate((details) => details.open))) await have.locator("> summary").click();
  return have;
}

export async function unfoldMore(page) {
  const have = await unfoldHave(page);
  const more = have.locator("details.more");
  if (!(await more.evaluate((details) => details.open))) await more.locator("> summary").click();
  return more;
}

/** Every rule, or only some, where another test has looked at the rest of the same state. */
export async function expectNoViolations(page, { rules } = {}) {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules
    ? axe.withRules(rules)
    : axe.withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
  ).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(" ")).join(", ")}`),
  ).toEqual([]);
}

/** The reader on 30-day billing of the published examples: Essentials, three licenses, paid until 10 December. */
export async function on30Days(page) {
  const have = await unfoldHave(page);
  await have.getByLabel("Billing", { exact: true }).selectOption("30-day");
  await have.getByLabel("Next billing date").fill("2026-12-10");
}
