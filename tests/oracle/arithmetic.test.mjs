import assert from "node:assert/strict";
import test from "node:test";
import { firstPeriod, gridAfter } from "./anchor.mjs";
import { civil, dayOf, LAST_DAY, parseMoment, printMoment } from "./calendar.mjs";
import { Invalid } from "./invalid.mjs";
import { parseStrict } from "./json_text.mjs";
import { parseLength, stepped } from "./length.mjs";
import { parseMoney, printMoney } from "./money.mjs";
import { ratio, round } from "./rational.mjs";
import { shareOf } from "./share.mjs";

const date = (text) => parseMoment(text, false);
const shown = (moment) => printMoment(moment, false);

test("the four roundings, worked by hand", () => {
  const halves = [-25, -15, -14, 14, 15, 25, 26];
  const rounded = (mode) => halves.map((n) => Number(round(ratio(BigInt(n), 10n), mode)));
  assert.deepEqual(rounded("half_up"), [-3, -2, -1, 1, 2, 3, 3]);
  assert.deepEqual(rounded("half_even"), [-2, -2, -1, 1, 2, 2, 3]);
  assert.deepEqual(rounded("down"), [-2, -1, -1, 1, 1, 2, 2]);
  assert.deepEqual(rounded("up"), [-3, -2, -2, 2, 2, 3, 3]);
});

test("every day from 1970 to 9999 has its own date", () => {
  let [year, month, day] = [1970, 1, 1];
  for (let number = 0; number <= LAST_DAY; number += 97) {
    ({ year, month, day } = civil(number));
    assert.equal(dayOf(year, month, day), number);
  }
  assert.equal(LAST_DAY, 2_932_896);
  assert.equal(dayOf(2000, 3, 1) - dayOf(2000, 2, 1), 29);
  assert.equal(dayOf(2100, 3, 1) - dayOf(2100, 2, 1), 28);
});

test("months clamp and come back", () => {
  const month = parseLength("P1M", "");
  assert.deepEqual(
    [1, 2, 3].map((n) => shown(stepped(date("2026-01-31"), month, n, 31))),
    ["2026-02-28", "2026-03-31", "2026-04-30"],
  );
  assert.equal(shown(stepped(date("2026-02-28"), month, -1, 31)), "2026-01-31");
  assert.equal(shown(stepped(date("2024-02-29"), parseLength("P1Y", ""), 4, 29)), "2028-02-29");
});

test("a fixed date shortens the first period, and a grid finds the period around a day", () => {
  const quarter = { length: parseLength("P3M", ""), startsOn: { month: 1, day: 15 } };
  const { period, partial } = firstPeriod(quarter, date("2026-11-20"));
  assert.deepEqual([shown(period.end), partial], ["2027-01-15", true]);
  assert.equal(firstPeriod(quarter, date("2026-01-15")).partial, false);
  const found = gridAfter(date("2026-01-31"), parseLength("P1M", ""), 31, date("2026-03-30"));
  assert.deepEqual([shown(found.start), shown(found.end)], ["2026-02-28", "2026-03-31"]);
});

test("shares of a cycle by day, by 30-day months, and with the day of the change used", () => {
  const of = (unit, at, end, anchor, used) => {
    const { remaining, of: whole } = shareOf({
      unit,
      at: date(at),
      end: date(end),
      length: parseLength("P1M", ""),
      anchor,
      used,
    });
    return [remaining, whole];
  };
  assert.deepEqual(of("day", "2026-11-16", "2026-12-01", 1, false), [15, 30]);
  assert.deepEqual(of("day", "2026-11-30", "2026-12-01", 1, true), [0, 30]);
  assert.deepEqual(of("day30", "2026-01-31", "2026-02-28", 31, false), [30, 30]);
  assert.deepEqual(of("day30", "2026-02-28", "2026-03-01", 1, false), [1, 30]);
});

test("amounts keep their decimals and their range", () => {
  assert.equal(printMoney(parseMoney("92233720368547758.07", 2, ""), 2), "92233720368547758.07");
  assert.throws(() => parseMoney("92233720368547758.08", 2, ""), Invalid);
  assert.throws(() => parseMoney("1.000", 2, ""), Invalid);
  assert.equal(printMoney(-5n, 3), "-0.005");
  assert.equal(printMoney(7n, 0), "7");
});

test("a text that is not one plain JSON value is refused", () => {
  for (const text of [
    '{"a":1,"a":2}',
    "{} {}",
    "\ufeff{}",
    "[1,]",
    '{"a":1,}',
    "01",
    '"\\ud800"',
    '"\t"',
    "[".repeat(33) + "]".repeat(33),
    "{}\0",
  ])
    assert.throws(() => parseStrict(text), Invalid, text);
  assert.doesNotThrow(() => parseStrict("[".repeat(32) + "]".repeat(32)));
});
