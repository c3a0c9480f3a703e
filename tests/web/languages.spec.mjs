import { expect, expectNoViolations, open, sentence, test } from "./page.mjs";

const expected = {
  de: ["Sie zahlen heute 292,93 $ und am 1. März 2027 3.564,00 $.", "ltr", "Lizenzen"],
  fr: ["Vous payez 292,93 $US aujourd’hui et 3 564,00 $US le 1 mars 2027.", "ltr", "Licences"],
  ja: ["お支払いは本日$292.93、次は2027年3月1日に$3,564.00です。", "ltr", "ライセンス数"],
  ar: ["تدفع اليوم ‏292.93 US$‎، ثم ‏3,564.00 US$‎ في 1 مارس 2027.", "rtl", "التراخيص"],
};

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").trim();

for (const [language, [text, direction, seats]] of Object.entries(expected)) {
  test(`${language}: the answer, its direction, the seats, and no violation`, async ({ page }) => {
    await open(page, `#mode=change&lang=${language}`);
    expect(plain(await sentence(page).textContent())).toBe(text);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator("plan-preview .want").getByLabel(seats, { exact: true })).toHaveValue("3");
    await expectNoViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize().width,
    );
  });

  for (const mode of ["quote", "change", "cancel"]) {
    test(`${language}, ${mode}: no English is left`, async ({ page }) => {
      await open(page, `#mode=${mode}&lang=${language}`);
      await page.locator("plan-preview .compare button").last().click();
      await expect(page.locator("plan-preview .option").first()).toBeVisible();
      const names =
        /Clio Manage|EasyStart|Essentials|Advanced|Complete|Upgrading Your Clio Subscription|Cancelling Your Clio Manage Account|Clio support: cancelling ends the access of all users at once \(article 115002975094\)|Planshift|CSV|JSON|US|English|Deutsch|Français|(previous account management)|Client Portal|The Oakline Journal|Harbour Hosting|Lumen Notes|Nimbus Render|Gulf Ledger/g;
      const shown = (await page.locator("body, plan-preview .frame").allInnerTexts()).join("\n").replace(names, "");
      expect(
        shown.match(
          /(?<!\p{L})(the|you|your|pay|today|next|every|licenses?|and|what|days?|month|from|billing|cancel|plan)(?!\p{L})/giu,
        ),
      ).toBeNull();
    });
  }
}

test("the language can be changed at any time and keeps what was typed", async ({ page }) => {
  await open(page);
  await page.locator("plan-preview .want").getByLabel("Licenses", { exact: true }).fill("8");
  await page.getByLabel("Language").selectOption("de");
  await expect(sentence(page)).toContainText("Sie zahlen");
  await expect(page.locator("plan-preview .want").getByLabel("Lizenzen", { exact: true })).toHaveValue("8");
});
