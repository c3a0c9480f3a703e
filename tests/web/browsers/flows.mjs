import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../../scripts/lib/serve.mjs";
import { writeLink } from "../../../web/site/share_link.js";

const root = new URL("../../../", import.meta.url);
const site = fileURLToPath(new URL(process.env.PLANSHIFT_SITE ?? "dist/web", root));
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const clio = JSON.parse(await readFile(new URL("web/catalogs/clio-manage.json", root), "utf8"));

/** The subscriber of the published examples: Essentials, three licenses, paid for a year until 1 March 2027. */
const onAYear = {
  "have.plan": "essentials",
  "have.cycle": "365-day",
  "have.seats": "3",
  "have.period.end": "2027-03-01",
  "want.plan": "essentials",
  "want.cycle": "365-day",
  "want.seats": "3",
  role: "primary_subscriber",
};
const on30Days = { ...onAYear, "have.cycle": "30-day", "have.period.end": "2026-12-10", "want.cycle": "30-day" };

const pause = (duration) => new Promise((later) => setTimeout(later, duration));

const link = (mode, fields, lang = "en") =>
  writeLink(new Map(Object.entries({ mode, at: "2026-11-22", ...fields })), { catalog: "clio-manage", lang });

/**
 * The main flows in one browser. `browser` is what the two drivers have in common:
 *   open(address)        goes there as a new page would
 *   run(script)          the value of an expression or of the promise it makes, evaluated in the page
 *   type(text)           real keys, to whatever has the focus
 *   close()
 */
export async function mainFlows(name, browser) {
  const server = await serve(site, 0);
  const origin = `http://127.0.0.1:${server.address().port}/`;
  after(async () => {
    await browser.close();
    server.close();
  });

  const flow = (title, steps) => test(`${name}: ${title}`, { timeout: 60_000 }, steps);
  const sentence = () => browser.run(`(${textOf})(".sentence")`);

  async function open(fragment) {
    await browser.open("about:blank");
    await browser.open(`${origin}#${fragment}`);
    await browser.run(watch);
    await settled(/\S/);
    await complete();
  }

  /** Waits until everything that follows the first answer stands too: the buttons come last. */
  async function complete() {
    for (const end = Date.now() + 15_000; Date.now() < end; await pause(50)) {
      if (await browser.run(`Boolean(document.querySelector("plan-preview").shadowRoot.querySelector(".tools"))`))
        return;
    }
    assert.fail("the buttons never came");
  }

  /** Waits until the answer reads so; tells what it read instead when it never does. */
  async function settled(pattern) {
    let said = "";
    for (const end = Date.now() + 15_000; Date.now() < end; ) {
      said = await sentence();
      if (typeof pattern === "string" ? said === pattern : pattern.test(said)) return;
      await pause(50);
    }
    assert.match(said, pattern instanceof RegExp ? pattern : new RegExp(`^${RegExp.escape?.(pattern) ?? pattern}$`));
  }

  async function leavesNothingWrong() {
    assert.deepEqual(await browser.run("globalThis.wrong"), []);
    await browser.run(`globalThis.axe ? true : (() => { ${axe}; return true; })()`);
    const violations = await browser.run(`axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] })
      .then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.flat().join(" ")).join(", ")))`);
    assert.deepEqual(violations, []);
  }

  flow("a first visit: an example as of today in the vendor's time zone", async () => {
    await open("");
    await settled(/^You pay \$[\d,.]+ today and \$3,564\.00 on \d+ \w+ \d{4}\.$/);
    assert.match(await browser.run(`${inside}.querySelector("input[name=at]").value`), /^\d{4}-\d\d-\d\d$/);
    await leavesNothingWrong();
  });

  flow("a prospect's quote, and one license more by the keyboard", async () => {
    await open(link("quote", { "want.plan": "essentials", "want.cycle": "30-day", "want.seats": "3" }));
    await settled("You pay $237.00 today and $237.00 on 22 December 2026.");
    await browser.run(`(${focus})('input[name="want.seats"]')`);
    await browser.type("4");
    await settled("You pay $316.00 today and $316.00 on 22 December 2026."); // 4 × 79.00
    await leavesNothingWrong();
  });

  flow("an upgrade, with its line opened to the sum", async () => {
    await open(link("change", onAYear));
    await browser.run(`(${choose})("want.plan", "advanced")`);
    await settled("You pay $292.93 today and $3,564.00 on 1 March 2027.");
    await browser.run(`(${click})(".block-today details.line summary")`);
    const working = await browser.run(`(${textOf})(".block-today details.line[open] .working")`);
    assert.match(working, /\$2,484\.00 × 99 days ÷ 365 days = \$673\.742465…/);
    await leavesNothingWrong();
  });

  flow("from 30 to 365 days: a refund, and a whole new period", async () => {
    await open(link("change", on30Days));
    await browser.run(`(${choose})("want.cycle", "365-day")`);
    // 18 of 30 days of 237.00 come back.
    await settled("You pay $2,484.00 today, get $142.20 back, and pay $2,484.00 on 22 November 2027.");
    await browser.run(`(${click})('[data-action="pin-usual"]')`);
    await eventually(browser, `(${count})(".option")`, 3);
    await leavesNothingWrong();
  });

  flow("a downgrade waits for the billing date", async () => {
    await open(link("change", onAYear));
    await browser.run(`(${choose})("want.plan", "easystart")`);
    await settled(
      /^You pay nothing today and \$1,404\.00 on 1 March 2027\. Your change takes effect on 1 March 2027\./,
    );
    await leavesNothingWrong();
  });

  flow("cancelling: what is lost, and what waiting would keep", async () => {
    await open(link("cancel", onAYear));
    await settled(
      /^If you cancel today, your subscription ends today and you lose \$673\.74 of time you have paid for\./,
    );
    await eventually(
      browser,
      `(${textOf})(".sweep .lead")`,
      "Cancel on 28 February 2027 instead of today and keep $666.93 of paid time.",
    );
    await leavesNothingWrong();
  });

  flow("licenses in use cannot go, and the page says what would help", async () => {
    await open(link("change", { ...onAYear, "have.seats_in_use": "3", "want.seats": "1" }));
    await settled("Not like this. You are using 3 licenses. Free some first, then you can go lower.");
    await leavesNothingWrong();
  });

  flow("a catalog with a typo: its place, and the vendor from before stays", async () => {
    await open(link("change", { ...onAYear, "want.plan": "advanced" }));
    const typo = structuredClone(clio);
    typo.policy.rules.upgrade.colect = "now";
    await browser.run(`(${drop})(${JSON.stringify(JSON.stringify(typo))})`);
    await eventually(
      browser,
      `document.getElementById("remarks").textContent.includes("/policy/rules/upgrade/colect")`,
      true,
    );
    await settled("You pay $292.93 today and $3,564.00 on 1 March 2027.");
    await leavesNothingWrong();
  });

  flow("a link opens elsewhere with the same answer, a damaged one says so", async () => {
    await open(link("change", onAYear));
    await browser.run(`(${choose})("want.plan", "complete")`);
    await settled(/\$4,644\.00 on 1 March 2027/);
    const said = await sentence();
    const [, fragment] = (await browser.run("location.href")).split("#");
    await open(fragment);
    assert.equal(await sentence(), said);
    await open(fragment.replace("want.seats=3", "want.seats=9"));
    await eventually(browser, `document.querySelector("#remarks [role=alert]")?.textContent.includes("damaged")`, true);
    await leavesNothingWrong();
  });

  flow("from right to left, in Arabic", async () => {
    await open(link("change", { ...onAYear, "want.plan": "advanced" }, "ar"));
    await settled(/تدفع اليوم .*292\.93/);
    assert.equal(await browser.run("document.documentElement.dir"), "rtl");
    assert.equal(await browser.run("document.documentElement.scrollWidth <= innerWidth"), true);
    await leavesNothingWrong();
  });
}

async function eventually(browser, script, wanted) {
  let found;
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    found = await browser.run(script);
    if (found === wanted) return;
    await pause(50);
  }
  assert.equal(found, wanted);
}

// ---- what runs in the page: text, because the two drivers hand functions over differently ----------------------

const inside = `document.querySelector("plan-preview")?.shadowRoot`;
const textOf = `(selector) => (${inside}?.querySelector(selector)?.textContent ?? "").trim()`;
const count = `(selector) => ${inside}.querySelectorAll(selector).length`;
const click = `(selector) => { ${inside}.querySelector(selector).click(); return true; }`;
const focus = `(selector) => { const field = ${inside}.querySelector(selector); field.focus(); field.select(); return true; }`;
const choose = `(name, value) => { [...${inside}.querySelectorAll("input[type=radio]")].find((card) => card.name === name && card.value === value).click(); return true; }`;
const drop = `(text) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], "catalog.json", { type: "application/json" }));
  document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer }));
  return true;
}`;
/** Every report of the security policy, every exception and every request elsewhere, from here on. */
const watch = `(() => {
  if (globalThis.wrong) return true;
  globalThis.wrong = [];
  addEventListener("securitypolicyviolation", (event) => wrong.push("policy: " + event.violatedDirective + " " + event.blockedURI));
  addEventListener("error", (event) => wrong.push("exception: " + event.message));
  addEventListener("unhandledrejection", (event) => wrong.push("rejection: " + event.reason));
  const elsewhere = (entries) => entries.filter(({ name }) => /^https?:/.test(name) && new URL(name).origin !== location.origin);
  new PerformanceObserver((list) => elsewhere(list.getEntries()).forEach(({ name }) => wrong.push("request: " + name)))
    .observe({ type: "resource", buffered: true });
  return true;
})()`;
