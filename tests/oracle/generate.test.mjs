import assert from "node:assert/strict";
import test from "node:test";
import { ADDITIONS } from "./additions.mjs";
import { violations } from "./books.mjs";
import { groupOf, groups } from "./generate.mjs";
import { check, open } from "./oracle.mjs";

const all = new Set(ADDITIONS);

test("the same seed makes the same documents, another seed others", () => {
  assert.deepEqual(groupOf("a", 7, all), groupOf("a", 7, all));
  assert.notDeepEqual(groupOf("a", 7, all), groupOf("b", 7, all));
});

const REASONS = [
  "not_allowed",
  "role",
  "timing",
  "retired",
  "plan_not_sold_on_cycle",
  "seats_below_minimum",
  "seats_above_maximum",
  "seats_in_use",
  "addon_not_sold_on_cycle",
  "addon_not_for_plan",
  "cancellation_pending",
  "scheduled_in_the_way",
  "discounts_with_net",
  "ended",
  "nothing_changes",
  "nothing_to_resume",
];
const NOTICES = ["deferred_together", "replaces_scheduled", "balance_left"];
const LINES = ["unused", "charge", "net", "full", "pending", "discount", "cap", "tax", "used", "fee", "once"];

test("every reason, notice, line kind and question comes up, valid and invalid, and the oracle's own books balance", () => {
  const met = new Set();
  for (const { catalog, cases } of groups("coverage", 6000)) {
    met.add(check(catalog).error ? "invalid catalog" : "valid catalog");
    const oracle = open(catalog);
    for (const one of cases) {
      const answer = JSON.parse(JSON.stringify(oracle.answer(one.question, one.request)));
      assert.deepEqual(violations(catalog, one, answer), [], `${catalog}\n${JSON.stringify(one)}`);
      met.add(one.question).add(answer.error ? "invalid" : "valid");
      const spoken = [answer, ...(answer.refused ?? [])];
      for (const { reasons = [], notices = [] } of spoken)
        for (const { code } of [...reasons, ...notices]) met.add(code);
      const paid = [answer.pay_today, answer.next_payment, answer.first_payment, ...(answer.payments ?? [])].filter(
        Boolean,
      );
      for (const { lines } of paid) for (const { kind, transaction } of lines) met.add(kind).add(transaction);
    }
  }
  const due = [
    ...REASONS,
    ...NOTICES,
    ...LINES,
    "refund",
    "invalid catalog",
    "valid catalog",
    "invalid",
    "valid",
    "preview",
    "quote",
    "eligibility",
    "forecast",
    "sweep",
  ];
  assert.deepEqual(
    due.filter((what) => !met.has(what)),
    [],
  );
});
