import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, addLength, daysBetween, isDate, todayIn } from "../../web/exact/dates.js";

test("lengths: days count, months stay inside their month", () => {
  assert.equal(addLength("2026-11-22", "P30D"), "2026-12-22");
  assert.equal(addLength("2027-03-01", "P365D"), "2028-02-29"); // over a leap day
  assert.equal(addLength("2026-01-31", "P1M"), "2026-02-28");
  assert.equal(addLength("2028-02-29", "P1Y"), "2029-02-28");
  assert.equal(addLength("2026-03-31", "P1M", -1), "2026-02-28");
  assert.equal(addLength("2026-11-22", "P2W"), "2026-12-06");
});

test("days between, and dates that are none", () => {
  assert.equal(daysBetween("2026-11-22", "2027-03-01"), 99);
  assert.equal(addDays("2027-03-01", -1), "2027-02-28");
  assert.ok(isDate("2028-02-29"));
  for (const wrong of ["2027-02-29", "2026-13-01", "2026-1-1", "", "2026-11-22T00:00:00Z"])
    assert.ok(!isDate(wrong), wrong);
});

test("today is the vendor's day, and the reader's where the zone is unknown", () => {
  assert.match(todayIn("Pacific/Kiritimati"), /^\d{4}-\d\d-\d\d$/);
  assert.match(todayIn("Nowhere/Else"), /^\d{4}-\d\d-\d\d$/);
});
