import { card, expect, expectNoViolations, open, sentence, test, unfoldHave, unfoldMore } from "./page.mjs";

// Looking at every element takes a while on a busy machine.
test.describe.configure({ timeout: 240_000 });

for (const mode of ["quote", "change", "cancel"]) {
  for (const scheme of ["light", "dark"]) {
    test(`${mode}, ${scheme}: no violation, with everything opened`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await open(page, `#mode=${mode}`);
      await page.getByRole("button", { name: "Pin the usual ones" }).click();
      await expect(page.locator("plan-preview .option").first()).toBeVisible();
      await page.evaluate(() => {
        for (const details of document.querySelector("plan-preview").shadowRoot.querySelectorAll("details"))
          details.open = true;
      });
      // What differs in the dark are colours.
      await expectNoViolations(page, scheme === "dark" ? { rules: ["color-contrast"] } : {});
    });
  }
}

test("refused and at fault: no violation either", async ({ page }) => {
  await open(page);
  const have = await unfoldHave(page);
  await have.getByLabel("I am the").selectOption("");
  await expectNoViolations(page);
  await (await unfoldMore(page)).getByLabel("Licenses in use").fill("many");
  await expect(page.locator("plan-preview .error-summary")).toBeVisible();
  await expectNoViolations(page);
});

test("a catalog at fault: no violation", async ({ page }) => {
  await open(page);
  await page
    .locator("#file")
    .setInputFiles({ name: "c.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.locator("#remarks")).toContainText("cannot be used yet");
  await expectNoViolations(page);
});

test("with the keyboard alone: from the mode to the plan, the seats and an open line", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no keyboard");
  await open(page, "#mode=quote");
  const focusedName = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element.getAttribute("name") ?? element.textContent.trim();
    });
  for (let i = 0; i < 40 && (await focusedName()) !== "want.plan"; i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await expect(card(page, "Plan", "Advanced")).toBeChecked();
  await expect(sentence(page)).toContainText("$327.00 today");
  for (let i = 0; i < 5 && (await focusedName()) !== "want.seats"; i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("5");
  await expect(sentence(page)).toContainText("$545.00 today");
  for (let i = 0; i < 20 && !(await focusedName()).startsWith("For 30 days"); i += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.locator("plan-preview details.line").first()).toHaveAttribute("open");
});

test("typing is announced once, when it pauses", async ({ page }) => {
  await open(page);
  await page.waitForTimeout(900);
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector("plan-preview").shadowRoot.querySelector("[role=status]");
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await page.evaluate(() => {
    const licenses = document.querySelector("plan-preview").shadowRoot.querySelector("[name='want.seats']");
    for (const typed of ["", "1", "12", "125"]) {
      licenses.value = typed;
      licenses.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
  await expect.poll(() => page.evaluate(() => window.said.length)).toBeGreaterThan(0);
  await page.waitForTimeout(1000);
  const said = await page.evaluate(() => window.said);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain("You pay");
});

test("what is opened and what has focus stay when figures change", async ({ page }) => {
  await open(page);
  const line = page.locator("plan-preview .block-today details.line").first();
  await line.locator("summary").click();
  const licenses = page.locator("plan-preview .want").getByLabel("Licenses", { exact: true });
  await licenses.fill("6");
  await expect(sentence(page)).toContainText("$7,128.00");
  await expect(licenses).toBeFocused();
  await expect(line).toHaveAttribute("open");
});

test("the blocks keep their place from one answer to the next", async ({ page }) => {
  await open(page);
  const tops = () =>
    page
      .locator("plan-preview .block")
      .evaluateAll((blocks) => blocks.map((block) => block.getBoundingClientRect().left));
  const before = await tops();
  await card(page, "Plan", "EasyStart").check();
  await expect(sentence(page)).toContainText("nothing today");
  expect(await tops()).toEqual(before);
});

for (const [name, options] of [
  ["360 px", { width: 360, height: 740 }],
  ["320 px, which is 1280 at 400 %", { width: 320, height: 640 }],
  ["720 px, which is 1440 at 200 %", { width: 720, height: 500 }],
]) {
  for (const mode of ["quote", "change", "cancel"]) {
    test(`${mode} at ${name}: nothing is cut off and nothing scrolls sideways`, async ({ page, isMobile }) => {
      test.skip(isMobile, "the width is chosen here");
      await page.setViewportSize(options);
      await open(page, `#mode=${mode}`);
      await page.getByRole("button", { name: "Pin the usual ones" }).click();
      await expect(page.locator("plan-preview .option").first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(options.width);
    });
  }
}

test("on touch every control is at least 44 px high", async ({ page, isMobile }) => {
  test.skip(!isMobile, "fingers only");
  await open(page);
  const small = await page.evaluate(() =>
    [
      ...document
        .querySelector("plan-preview")
        .shadowRoot.querySelectorAll("button:not(.link), select, input:not([type=radio], [type=checkbox]), summary"),
    ]
      .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 43.5)
      .map((control) => control.outerHTML.slice(0, 90)),
  );
  expect(small).toEqual([]);
});

test("nothing moves where motion is reduced", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  const moving = await page.evaluate(
    () =>
      [...document.querySelector("plan-preview").shadowRoot.querySelectorAll("*")].filter(
        (element) => getComputedStyle(element).transitionDuration !== "0s",
      ).length,
  );
  expect(moving).toBe(0);
});

test("forced colours: curves, dots and the chosen card are still told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  await expect(page.locator("plan-preview .curve").first()).toHaveCSS("stroke", /rgb/);
  await expectNoViolations(page);
});

test("the timeline is a list", async ({ page }) => {
  await open(page);
  const items = page.getByRole("region", { name: "What happens when" }).getByRole("listitem");
  await expect(items).toHaveCount(4);
  await expect(items.nth(2)).toContainText("1 Mar 2027");
  await expect(items.nth(2)).toContainText("Payment: $3,564.00");
});
