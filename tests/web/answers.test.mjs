// From the form to the figures that the reader sees, with the engine between them.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { answerSentence } from "../../web/answer/answer_sentence.js";
import { exampleState } from "../../web/form/example.js";
import { prospectOf } from "../../web/engine/further.js";
import { previewView } from "../../web/answer/preview_view.js";
import { prospectView } from "../../web/answer/prospect_view.js";
import { answersTo } from "../../web/engine/model.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import { textOf } from "./dom_stub.mjs";
import { openEngine } from "./engine_of_package.mjs";
import { fullCatalog, subscriber } from "./full_catalog.mjs";

const english = await loadMessages("en");

const { text: said, format } = wordsFor("en", english, fullCatalog);
const day = format.date;
const nothing = said("nothing");
const pays = (charged, due, date) => said("answer_pay_next", { charged, due, date: day(date) });

/** What the page shows of a form, and every answer that it had from the engine. */
async function shown(catalog, entries) {
  const engine = await openEngine(catalog);
  const words = wordsFor("en", english, catalog);
  const state = new Map(entries);
  const answers = [];
  const ask = (question, request) => {
    const answer = engine.ask(question, request);
    answers.push(answer);
    return answer;
  };
  const model = answersTo(state, catalog, { ask });
  const prospect = prospectOf(model, catalog, engine);
  const blocks = previewView(model, catalog, words).childNodes;
  const figures = blocks.map((block) =>
    block.childNodes.filter((node) => /^figure\b/.test(node.attributes?.get("class") ?? "")).map(textOf),
  );
  const sentence = textOf(answerSentence(model, catalog, words)).trim();
  return { model, prospect, words, answers, figures, sentence, text: [sentence, textOf(blocks)].join(" ") };
}

const prospect = {
  mode: "quote",
  at: "2026-11-22",
  "want.plan": "pro",
  "want.cycle": "monthly",
  "want.seats": "3",
  "want.addons.phone": "1",
};

test("a quote: what is paid has the discounts taken off and the tax put on", async () => {
  const chosen = { "want.discounts.loyal": "yes", "want.discounts.launch": "yes" };
  const { model, figures, sentence } = await shown(fullCatalog, Object.entries({ ...prospect, ...chosen }));
  // 3 × 20.00 + 5.00 = 65.00; 10 % and, on the first payment, 50 % off: 26.00; with 20 % VAT 31.20.
  // From the second payment on 10 % off: 58.50; with VAT 70.20.
  assert.equal(model.answer.first_payment.subtotal, "65.00");
  assert.deepEqual(figures, [["€31.20"], ["€70.20"], ["€70.20"]]);
  assert.equal(sentence, pays("€31.20", "€70.20", "2026-12-22"));
});

test("a quote without discounts, and with a first period cut short", async () => {
  // 78.00 a month with VAT. Ten of 30 days: 20.00 of 60.00 and 1.67 of 5.00, with VAT 26.00.
  const { figures } = await shown(fullCatalog, Object.entries(prospect));
  assert.deepEqual(figures, [["€78.00"], ["€78.00"], ["€78.00"]]);
  const short = await shown(fullCatalog, Object.entries({ ...prospect, "want.first_period_end": "2026-12-02" }));
  assert.deepEqual(short.figures, [["€26.00"], ["€78.00"], ["€78.00"]]);
  assert.equal(short.sentence, pays("€26.00", "€78.00", "2026-12-02"));
});

const figuresOf = async (entries) =>
  (await shown(fullCatalog, Object.entries({ ...subscriber, ...entries }))).figures.slice(0, 2);

test("a discount, a balance and what is owed change what is paid", async () => {
  // 15 of 30 days: 30.00 − 15.00 = 15.00, with VAT 18.00; then 60.00 with VAT 72.00.
  assert.deepEqual(await figuresOf({}), [["€18.00"], ["€72.00"]]);
  // 10 % off both sides: 13.50, with VAT 16.20; then 54.00, with VAT 64.80.
  assert.deepEqual(await figuresOf({ "have.discounts.loyal": "yes" }), [["€16.20"], ["€64.80"]]);
  // 5.00 of credit is used up first.
  assert.deepEqual(await figuresOf({ "have.balance": "5.00" }), [["€13.00"], ["€72.00"]]);
  // 7.00 is owed for later: with VAT 8.40 more on the next date.
  const owed = { "have.pending.0.label": "October", "have.pending.0.amount": "7.00" };
  assert.deepEqual(await figuresOf(owed), [["€18.00"], ["€80.40"]]);
});

test("what comes back is a share of what was really paid", async () => {
  const cancelled = { mode: "cancel", "cancel.timing": "now" };
  const back = said("you_get_back");
  // 15 of 30 days of 30.00, with VAT 18.00; of the 20.00 that were really paid 10.00, with VAT 12.00.
  assert.deepEqual(await figuresOf(cancelled), [[`${back}€18.00`], [nothing]]);
  assert.deepEqual(await figuresOf({ ...cancelled, "have.paid": "20,00" }), [[`${back}€12.00`], [nothing]]);
});

test("in a trial nothing has been paid", async () => {
  const { figures, sentence } = await shown(fullCatalog, Object.entries({ ...subscriber, "have.trial": "yes" }));
  assert.deepEqual(figures.slice(0, 2), [[nothing], ["€72.00"]]);
  assert.equal(sentence, said("answer_nothing_next", { due: "€72.00", date: day("2026-12-10") }));
});

test("later changes of a prospect are asked with the reader's discounts", async () => {
  const chosen = Object.entries({ ...prospect, "want.plan": "basic", "want.discounts.loyal": "yes" });
  const { prospect: later, words } = await shown(fullCatalog, chosen);
  // One license more for 15 of 30 days: 10.00 ÷ 2 less 10 %, with VAT 5.40; then 4 × 10.00 + 5.00 less 10 %: 48.60.
  const oneMore = { seat: words.seat(), today: "€5.40", due: "€48.60" };
  const dates = { date: day("2026-12-07"), next_date: day("2026-12-22") };
  assert.ok(textOf(prospectView(later, words)).includes(said("later_add_seat", { ...oneMore, ...dates })));
});

// ---- every catalog that the site has -------------------------------------------------------------------------------

const folder = new URL("../../web/catalogs/", import.meta.url);
const catalogs = [fullCatalog];
for (const name of await readdir(folder)) catalogs.push(JSON.parse(await readFile(new URL(name, folder), "utf8")));

/** Every amount that stands anywhere in a document. */
const amountsIn = (value) =>
  typeof value === "string"
    ? [value].filter((text) => /^-?\d+(\.\d+)?$/.test(text))
    : Object.values(value ?? {}).flatMap(amountsIn);

for (const catalog of catalogs) {
  for (const mode of ["quote", "change", "cancel"]) {
    test(`${catalog.id}, ${mode}: what is paid is what the engine says, and every figure is the engine's`, async () => {
      const { model, words, answers, figures, text } = await shown(catalog, exampleState(catalog, mode, "2026-11-22"));
      assert.ok(model.answer?.allowed);
      const { answer } = model;
      const today = mode === "quote" ? answer.first_payment.total : answer.pay_today.charged;
      const shownToday = (amount) => figures[0].some((figure) => figure.endsWith(words.money(amount)));
      assert.ok(shownToday(today) || words.money(today) === nothing, figures[0].join());
      const back = answer.pay_today?.refunded ?? "0.00";
      assert.ok(shownToday(back) || words.money(back) === nothing, figures[0].join());
      assert.deepEqual(figures[1], [words.money(answer.next_payment?.due ?? "0")]);

      const known = new Set(answers.flatMap(amountsIn).flatMap((amount) => [amount, amount.replace("-", "")]));
      const written = [...known].map(words.format.money).sort((a, b) => b.length - a.length);
      const rest = written.reduce((left, amount) => left.replaceAll(amount, "·"), text);
      const currency = words.format.money("0").replace(/[\d.\s]/g, "");
      assert.ok(!rest.includes(currency), rest);
    });
  }
}
