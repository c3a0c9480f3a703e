import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

/**
 * The main flows in words that every browser driver has: `run(function, ...values)` runs a function in the page.
 * A script stands in for the reader: it fills fields and presses buttons as events, and reads what stands there.
 */
export const flows = [
  {
    name: "an upgrade, answered and explained",
    hash: "",
    async check(run) {
      await until(run, sentence, "You pay $292.93 today and $3,564.00 on 1 March 2027.");
      await run(() => {
        const root = document.querySelector("plan-preview").shadowRoot;
        root.querySelector(".line > summary").click();
      });
      assert.match(await run(textOf, ".line"), /\$2,484\.00 × 99 days ÷ 365 days = \$673\.742465…/);
    },
  },
  {
    name: "a prospect's quote with more licenses",
    hash: "#mode=quote",
    async check(run) {
      await until(run, sentence, "You pay $237.00 today and $237.00 on 22 December 2026.");
      await run(fill, "want.seats", "4");
      await until(run, sentence, "You pay $316.00 today and $316.00 on 22 December 2026.");
      assert.match(await run(textOf, ".cards:last-of-type, .want"), /Saves/);
    },
  },
  {
    name: "a cancellation, what it loses and what waiting keeps",
    hash: "#mode=cancel",
    async check(run) {
      await until(run, sentence, /you lose \$673\.74/);
      await until(
        run,
        () => document.querySelector("plan-preview").shadowRoot.querySelector(".fact-instead")?.textContent ?? "",
        /keep \$666\.93/,
      );
    },
  },
  {
    name: "a catalog at fault, and the page goes on",
    hash: "",
    async check(run) {
      await until(run, sentence, /You pay/);
      await run(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(["{}"], "c.json", { type: "application/json" }));
        const event = new Event("drop", { bubbles: true, cancelable: true });
        Object.defineProperty(event, "dataTransfer", { value: transfer });
        document.body.dispatchEvent(event);
      });
      await until(run, () => document.getElementById("remarks").textContent, /cannot be used yet/);
      assert.match(await run(sentence), /You pay/);
    },
  },
  {
    name: "four options side by side",
    hash: "",
    async check(run) {
      await until(run, sentence, /You pay/);
      await run(() =>
        document.querySelector("plan-preview").shadowRoot.querySelector("[data-action=pin-usual]").click(),
      );
      await until(
        run,
        () => String(document.querySelector("plan-preview").shadowRoot.querySelectorAll(".option").length),
        "4",
      );
    },
  },
  {
    name: "Arabic, from right to left",
    hash: "#mode=change&lang=ar",
    async check(run) {
      await until(run, sentence, /تدفع اليوم/);
      assert.equal(await run(() => document.documentElement.dir), "rtl");
    },
  },
];

/** Every browser's own clock is used, so the date comes with the link: the page is told the day it answers for. */
export async function onDay(run, day) {
  await until(
    run,
    () => String(Boolean(document.querySelector("plan-preview").shadowRoot.querySelector("[name=at]"))),
    "true",
  );
  await run(fill, "at", day);
}

export async function axeViolations(run) {
  await run(await readFile(new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  return run(async () => {
    const { violations } = await globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(" | ")}`);
  });
}

/** The size of what would have to be scrolled sideways at the present width: 0 is right. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

function sentence() {
  return document.querySelector("plan-preview").shadowRoot.querySelector(".sentence")?.textContent.trim() ?? "";
}

function textOf(selector) {
  return document.querySelector("plan-preview").shadowRoot.querySelector(selector).textContent;
}

function fill(name, value) {
  const field = document.querySelector("plan-preview").shadowRoot.querySelector(`[name="${name}"]`);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

async function until(run, read, expected) {
  let found = "";
  for (let tries = 0; tries < 150; tries += 1) {
    found = await run(read).catch(() => "");
    if (typeof expected === "string" ? found === expected : expected.test(found)) return;
    await new Promise((wake) => setTimeout(wake, 200));
  }
  assert.fail(`expected ${expected}, found ${JSON.stringify(found)}`);
}
