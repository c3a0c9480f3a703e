import assert from "node:assert/strict";
import { test } from "node:test";
import {
  compare,
  difference,
  isNegative,
  isZero,
  perPart,
  share,
  sum,
  thousandths,
  times,
} from "../../web/exact/amounts.js";

test("differences and sums are exact where a Number is not", () => {
  assert.equal(difference("673.74", "6.81"), "666.93");
  assert.equal(difference("0.30", "0.10"), "0.20");
  assert.equal(sum(["0.10", "0.20"]), "0.30");
  assert.equal(difference("92233720368547758.07", "0.01"), "92233720368547758.06");
  assert.equal(difference("1.00", "2.50"), "-1.50");
  assert.equal(sum([]), "0");
  assert.equal(sum(["1.234", "1"]), "2.234"); // three decimals, and none
  assert.equal(times("1188.00", 3), "3564.00");
});

test("a share is what one would write on paper", () => {
  assert.deepEqual(share("2484.00", 99, 365), { digits: "673.742465", ends: false });
  assert.deepEqual(share("237.00", 18, 30), { digits: "142.200000", ends: true });
  assert.deepEqual(share("1000", 1, 3), { digits: "333.3333", ends: false });
});

test("parts are rounded to the nearest, halves up", () => {
  assert.equal(perPart("2883.50", 12), "240.29"); // 240.2916…
  assert.equal(perPart("1.00", 8), "0.13"); // 0.125
  assert.equal(perPart("2484.00", 12), "207.00");
});

test("order and signs", () => {
  assert.equal(compare("10.00", "9.00"), 1);
  assert.equal(compare("9", "9.00"), 0);
  assert.equal(compare("-1.00", "0.00"), -1);
  assert.ok(isZero("0.00") && isZero("-0.00") && !isZero("0.01"));
  assert.ok(isNegative("-0.01") && !isNegative("0.00"));
});

test("heights for the eye", () => {
  assert.equal(thousandths("50.00", "200.00"), 250);
  assert.equal(thousandths("1.00", "0.00"), 0);
});
