// The headline of a cancellation: what leaving costs, and until when it is free. Days and sums are worked out by hand.
import "./dom_stub.mjs";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { answerSentence } from "../../web/answer/answer_sentence.js";
import { cancelView } from "../../web/answer/cancel_view.js";
import { stateOfSubscription } from "../../web/form/example.js";
import { insteadOf, sweepOf } from "../../web/engine/further.js";
import { answersTo } from "../../web/engine/model.js";
import { sweepView } from "../../web/charts/sweep_chart.js";
import { loadMessages, wordsFor } from "../../web/words/words.js";
import { textOf } from "./dom_stub.mjs";
import { openEngine } from "./engine_of_package.mjs";

const english = await loadMessages("en");
const catalogOf = async (name) =>
  JSON.parse(await readFile(new URL(`../conformance/catalogs/additions-${name}.json`, import.meta.url), "utf8"));

/** What the page says of a cancellation on a day, under a rule of one's own. */
async function leaving(name, at, { rule, alter = () => {}, subscription: held, timing }) {
  const catalog = await catalogOf(name);
  if (rule) catalog.policy.rules.cancel = rule;
  alter(catalog);
  const engine = await openEngine(catalog);
  const state = stateOfSubscription(
    held,
    new Map([
      ["mode", "cancel"],
      ["at", at],
    ]),
  );
  if (timing) state.set("cancel.timing", timing);
  const model = answersTo(state, catalog, engine);
  assert.ok(model.allowed, JSON.stringify(model.fault ?? model.reasons));
  const words = wordsFor("en", english, catalog);
  const shown = { ...model, sweep: sweepOf(model, engine), instead: insteadOf(model, catalog, engine) };
  const view = sweepView(shown, undefined, words, { tables: new Set(), width: 1000 });
  const sentence = textOf(answerSentence(model, catalog, words)).trim();
  const wait = view ? textOf(view.childNodes[1]) : "";
  return { model, sentence, wait, view: textOf(cancelView(shown, catalog, words)) };
}

const month = { start: "2026-11-01", end: "2026-12-01" };
const monthly = { plan: "basic", cycle: "monthly", seats: 2, period: month };
const begun = { ...monthly, started_on: "2026-11-01" };
const bound = { ...begun, cycle: "committed", started_on: "2026-07-01", committed_until: "2027-07-01" };
const fortnight = { of: "subscription", length: "P14D", when: "now", unused: "refund_all", fee: { amount: "0.00" } };
const half = { when: "period_end", fee: { percent: "50" }, in_first: [fortnight] };

test("in the first days leaving is free, and the last of them is said", async () => {
  for (const at of ["2026-11-01", "2026-11-10", "2026-11-14"]) {
    const { sentence } = await leaving("windows", at, { subscription: begun });
    assert.equal(
      sentence,
      "You can still cancel free until 14 November 2026. If you cancel today, your subscription ends today. You get $20.00 back, and you are not charged again.",
    );
  }
  // From the 15th on it waits for the period's end, and nothing comes back.
  const { sentence, wait } = await leaving("windows", "2026-11-15", { subscription: begun });
  assert.equal(
    sentence,
    "If you cancel today, your subscription runs until 1 December 2026. You are not charged again. Until 14 November 2026 more money would have come back.",
  );
  assert.equal(wait, "Waiting changes nothing: you can cancel until 30 November 2026.");
});

test("of unused time in the first days of each period the last one is said", async () => {
  // Begun in July; the first seven days of November last until the 7th.
  const old = { ...begun, started_on: "2026-07-01" };
  const { sentence, wait } = await leaving("windows", "2026-11-05", { subscription: old });
  assert.match(sentence, /^Until 7 November 2026 cancelling still gives money back\. If you cancel today/);
  assert.equal(wait, "7 November 2026 is the last day on which cancelling gives money back.");
  const later = await leaving("windows", "2026-11-20", { subscription: old });
  assert.match(later.sentence, /Until 7 November 2026 more money would have come back\.$/);
});

test("after the first days leaving costs a fee, and the day until which it was free is said", async () => {
  const held = { ...bound, started_on: "2026-11-01", committed_until: "2027-11-01" };
  const free = await leaving("commitment", "2026-11-10", { rule: half, subscription: held });
  assert.equal(
    free.sentence,
    "You can still cancel free until 14 November 2026. If you cancel today, your subscription ends today. You get $20.00 back, and you are not charged again.",
  );
  // December to October: eleven months of 20.00, half of 220.00.
  assert.equal(free.wait, "Until 14 November 2026 cancelling is free; on 15 November 2026 it costs $110.00.");
  const { sentence, view } = await leaving("commitment", "2026-11-15", { rule: half, subscription: held });
  assert.equal(
    sentence,
    "Leaving today costs $110.00. Until 14 November 2026 it was free. If you cancel today, your subscription runs until 1 December 2026. You are not charged again.",
  );
  assert.match(view, /\$110\.00 as a fee for leaving/);
  assert.match(view, /Leave when your commitment ends, on 1 November 2027: then there is no fee\./);
});

test("first days before the running period come from the rule alone", async () => {
  const { sentence } = await leaving("commitment", "2026-11-20", { rule: half, subscription: bound });
  // Seven months of 20.00 from December to June.
  assert.match(sentence, /^Leaving today costs \$70\.00\. Until 14 July 2026 it was free\. If you cancel today/);
  const unknown = { ...bound };
  delete unknown.started_on;
  const without = await leaving("commitment", "2026-11-20", { rule: half, subscription: unknown });
  assert.match(without.sentence, /^Leaving today costs \$70\.00\. If you cancel today/);
});

test("a fee that was never free says no day", async () => {
  const { sentence } = await leaving("commitment", "2026-11-20", { subscription: bound });
  assert.match(sentence, /^Leaving today costs \$70\.00\. If you cancel today/);
  // Not bound: nothing is owed, on no day.
  const { committed_until: _, ...loose } = bound;
  const free = await leaving("commitment", "2026-11-20", { subscription: loose });
  assert.equal(
    free.sentence,
    "If you cancel today, your subscription runs until 1 December 2026. You are not charged again.",
  );
  const trial = await leaving("commitment", "2026-11-20", { subscription: { ...bound, trial: true } });
  assert.doesNotMatch(trial.sentence, /Leaving|free/);
});

test("a fee is said with its tax, and before tax where other lines share it", async () => {
  const taxed = (catalog) => (catalog.tax = { name: "VAT", percent: "20" });
  const alone = await leaving("commitment", "2026-11-20", { subscription: bound, alter: taxed });
  assert.match(alone.sentence, /^Leaving today costs \$84\.00\. If you cancel today/);
  // At once: 11 of 30 days of 20.00 are credited, 7.33; 70.00 − 7.33 = 62.67, with tax 75.20.
  const rule = { when: "now", unused: "credit", fee: { percent: "50" } };
  const beside = await leaving("commitment", "2026-11-20", { subscription: bound, alter: taxed, rule });
  assert.equal(
    beside.sentence,
    "Leaving today costs $70.00 before tax. If you cancel today, your subscription ends today. You pay $75.20 today. Nothing is refunded, and you are not charged again.",
  );
});

test("a credit can hide a fee, and a balance can pay it: neither makes leaving free", async () => {
  // A year of 200.00: the credit is more than the fee of 50.00 until spring, so that nothing is charged.
  const year = { start: "2026-11-01", end: "2027-11-01" };
  const rule = { when: "now", unused: "credit", fee: { amount: "50.00" }, in_first: [fortnight] };
  const held = { ...begun, cycle: "yearly", period: year };
  const credited = await leaving("windows", "2026-11-15", { rule, subscription: held });
  assert.match(credited.sentence, /^Leaving today costs \$50\.00\. Until 14 November 2026 it was free\./);
  const first = await leaving("windows", "2026-11-10", { rule, subscription: held });
  assert.match(first.sentence, /^You can still cancel free until 14 November 2026\./);
  const paid = await leaving("commitment", "2026-11-20", { rule: half, subscription: { ...bound, balance: "500.00" } });
  assert.match(paid.sentence, /^Leaving today costs \$70\.00\. Until 14 July 2026 it was free\./);
  assert.match(paid.sentence, /\$70\.00 comes from your balance\./);
});

test("what is owed in any case makes leaving no dearer", async () => {
  const owing = { ...begun, pending: [{ label: "October", amount: "7.00" }] };
  const { sentence } = await leaving("windows", "2026-11-10", { subscription: owing });
  assert.match(sentence, /^You can still cancel free until 14 November 2026\..* You pay \$7\.00 today\./);
  const later = await leaving("windows", "2026-11-20", { subscription: owing });
  assert.match(later.sentence, /What you still owe, \$7\.00, is due on 1 December 2026, and nothing after that\./);
});

test("a notice is the last free day too", async () => {
  const rule = { when: "period_end", notice: "P10D" };
  const early = await leaving("windows", "2026-11-10", { rule, subscription: monthly });
  assert.match(early.sentence, /^You can still cancel free until 21 November 2026\./);
  const late = await leaving("windows", "2026-11-22", { rule, subscription: monthly });
  assert.equal(
    late.sentence,
    "If you cancel today, your subscription runs until 1 January 2027. It is too late to stop the next payment: $20.00 on 1 December 2026. Until 21 November 2026 you could have cancelled free.",
  );
});

test("a cancellation for the end of a commitment says what is paid until then", async () => {
  const rule = { when: "term_end", in_first: [{ of: "subscription", length: "P7D", when: "now", unused: "refund" }] };
  const { sentence } = await leaving("commitment", "2026-11-20", { rule, subscription: bound });
  // December to June: seven payments of 20.00.
  assert.equal(
    sentence,
    "If you cancel today, your subscription runs until 1 July 2027. Until then you pay $140.00 in 7 payments, the next one of $20.00 on 1 December 2026. Until 7 July 2026 you could have cancelled free.",
  );
  const fresh = { ...bound, started_on: "2026-11-16", committed_until: "2027-11-16" };
  const period = { start: "2026-11-16", end: "2026-12-16" };
  const early = await leaving("commitment", "2026-11-20", { rule, subscription: { ...fresh, period } });
  assert.match(early.sentence, /^You can still cancel free until 22 November 2026\./);
});

test("a fee that falls with the months, and is nothing at last", async () => {
  // 12.00 less 4.00 for each whole month since 1 September 2026; three months on, on 1 December, nothing is left.
  const rule = { when: "now", unused: "forfeit", fee: { amount: "12.00", less: "4.00" } };
  const held = { ...bound, committed_until: "2027-09-01" };
  const { sentence } = await leaving("commitment", "2026-11-20", { rule, subscription: held });
  assert.match(sentence, /^Leaving today costs \$4\.00\. If you cancel today/);
  const rulePeriod = { ...rule, when: "period_end" };
  const gone = await leaving("commitment", "2026-11-20", { rule: rulePeriod, subscription: held });
  assert.equal(
    gone.sentence,
    "If you cancel today, your subscription runs until 1 December 2026. You are not charged again.",
  );
});

test("what is lost each day is no fee, and what comes back each day is no last free day", async () => {
  const forfeits = await leaving("windows", "2026-11-10", { rule: { when: "now" }, subscription: begun });
  assert.match(forfeits.sentence, /^If you cancel today, your subscription ends today and you lose \$14\.00/);
  assert.match(forfeits.wait, /^Cancel on 30 November 2026 instead of today and keep \$13\.33 of paid time\.$/);
  const refunds = await leaving("windows", "2026-11-10", {
    rule: { when: "now", unused: "refund" },
    subscription: begun,
  });
  assert.match(refunds.sentence, /^If you cancel today, your subscription ends today\. You get \$14\.00 back/);
  const credits = await leaving("credit", "2026-11-16", { subscription: { ...monthly, balance: "3.00" } });
  assert.equal(
    credits.sentence,
    "If you cancel today, your subscription ends today. $10.00 goes to your balance. You are not charged again.",
  );
});

test("first days of thousands of years hold, and are looked at in no time", async () => {
  const rule = { when: "period_end", in_first: [{ ...fortnight, length: "P9999Y" }] };
  const began = Date.now();
  const { sentence } = await leaving("windows", "2026-11-20", { rule, subscription: begun });
  assert.match(sentence, /^You can still cancel free until 30 November 2026\./); // then the next month is paid
  assert.ok(Date.now() - began < 2000);
});

test("a choice is judged by what is chosen", async () => {
  const rule = { when: "choice", choice_default: "period_end", unused: "refund", notice: "P10D" };
  const waits = await leaving("windows", "2026-11-10", { rule, subscription: monthly });
  assert.match(waits.sentence, /^You can still cancel free until 21 November 2026\./);
  const now = await leaving("windows", "2026-11-10", { rule, subscription: monthly, timing: "now" });
  assert.match(now.sentence, /^If you cancel today/);
});

test("what a vendor says is kept is listed apart from what is lost, whatever its code", async () => {
  const alter = (catalog) =>
    (catalog.cancellation = {
      consequences: [
        { code: "vault", kept: true, title: "Your vault stays open" },
        { code: "badge", title: "Your badge is taken away" },
      ],
    });
  const { view } = await leaving("windows", "2026-11-20", { subscription: begun, alter });
  assert.match(view, /What you lose.*Your badge is taken away.*What you keep.*Your vault stays open/);
});
