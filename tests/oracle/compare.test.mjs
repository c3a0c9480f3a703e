import assert from "node:assert/strict";
import test from "node:test";
import { compare } from "./compare.mjs";

const pointers = (expected, actual) => compare(expected, actual).map(({ at }) => at);
const unused = { kind: "unused", transaction: "refund", amount: "-1.00", proration: null, cite: ["a"] };
const full = { kind: "full", transaction: "charge", amount: "2.00", proration: null, cite: [] };
const paid = (...lines) => ({ pay_today: { lines } });

test("absent, null and an empty list are the same, and more members do no harm", () => {
  assert.deepEqual(pointers({ after: null, notices: [] }, { x: 1, pay_today: null }), []);
});
test("a named member that is not expected is a difference", () => {
  assert.deepEqual(pointers({ after: {} }, { after: { scheduled: { plan: "b" } } }), ["/after/scheduled"]);
});
test("texts are free, amounts are not", () => {
  assert.deepEqual(pointers(paid(unused), paid({ ...unused, label: "words" })), []);
  assert.deepEqual(pointers(paid(unused), paid({ ...unused, amount: "-1.01" })), ["/pay_today/lines/refund/0/amount"]);
});
test("the two transactions may come in either order, the lines of one may not", () => {
  assert.deepEqual(pointers(paid(unused, full), paid(full, unused)), []);
  assert.deepEqual(pointers(paid(full, { ...full, plan: "p" }), paid({ ...full, plan: "p" }, full)), [
    "/pay_today/lines/charge/1/plan",
  ]);
});
test("the sources of a rule's line count", () => {
  assert.deepEqual(pointers(paid(unused), paid({ ...unused, cite: [] })), ["/pay_today/lines/refund/0/cite"]);
});
test("reasons are their codes, in any order", () => {
  const [role, timing] = [{ code: "role", path: "/change" }, { code: "timing" }];
  assert.deepEqual(pointers({ reasons: [role, timing] }, { reasons: [timing, { code: "role" }] }), []);
  assert.deepEqual(pointers({ reasons: [role, timing] }, { reasons: [timing] }), ["/reasons/length"]);
});
test("add-ons are known by their ids", () => {
  assert.deepEqual(pointers({ addons: [{ id: "a", seats: 1 }] }, { addons: [{ id: "b", seats: 1 }] }), [
    "/addons/0/id",
  ]);
});
test("an error where an answer is due is a difference", () => {
  assert.deepEqual(pointers({ error: {} }, { allowed: true }), ["/error"]);
  assert.deepEqual(pointers({ error: { code: "a" } }, { error: { code: "b" } }), []);
});
