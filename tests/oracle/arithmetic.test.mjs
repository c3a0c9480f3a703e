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
import { bought } from "./time.mjs";

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

test("a fixed weekday: the week that began on the last Monday", () => {
  const fortnight = { length: parseLength("P2W", ""), startsOn: { weekday: 1 } };
  const { period, partial } = firstPeriod(fortnight, date("2026-11-18")); // a Wednesday
  assert.deepEqual([shown(period.end), partial], ["2026-11-30", true]);
  assert.equal(firstPeriod(fortnight, date("2026-11-16")).partial, false);
  assert.equal(
    shown(firstPeriod({ ...fortnight, startsOn: { weekday: 7 } }, date("2026-11-21")).period.end),
    "2026-11-29",
  );
});

test("whole minutes: a begun one has gone", () => {
  const [at, end] = ["2026-11-16T10:00:30Z", "2026-11-16T12:00:00Z"].map((text) => parseMoment(text, true));
  const { remaining, of } = shareOf({ unit: "minute", at, end, length: parseLength("P1D", "") });
  assert.deepEqual([remaining, of], [119, 1440]);
});

test("a period that is extended has more left than a cycle", () => {
  const of = (extended) =>
    shareOf({
      unit: "day",
      at: date("2026-10-16"),
      end: date("2026-12-01"),
      length: parseLength("P1M", ""),
      anchor: 1,
      extended,
    });
  assert.equal(of(false).remaining, 30);
  assert.equal(of(true).remaining, 46);
});

// 10.00 of 30 days at 40.00: 7.5 days, so 7; they cost 10.00, or 44.28 for the 31 days that end on the 23rd.
test("unused time buys time, worth no more than was given for it", () => {
  const catalog = { unit: "day", rounding: "down" };
  const cycle = { length: parseLength("P1M", "") };
  const given = { remaining: 15, of: 30, unit: "day" };
  const buy = (more) =>
    bought(catalog, cycle, date("2026-11-16"), { given, base: 2000n, price: 4000n, charged: false, ...more });
  const { period, anchor, paid, extension, extended } = buy({});
  assert.deepEqual([shown(period.end), anchor, paid, extension.units, extended], ["2026-11-23", 23, 4000n, 7, false]);
  assert.equal(buy({ most: 300n }).extension.units, 2); // 3.00 x 30/40.00 = 2.25
  assert.equal(buy({ most: 300n }).paid, 4000n); // 3.00 x 30/2 = 45.00, but no more than a cycle costs
  assert.equal(buy({ most: 100n }), null); // 0.75 of a day
  assert.equal(buy({ price: 1500n }).paid, 1500n);
  // 10.00 at 3.00: three cycles to 16 February and 1.00 x 28/3.00 = 9.33 days more: 92 + 9
  assert.deepEqual([buy({ price: 300n }).extension.units, shown(buy({ price: 300n }).period.end)], [101, "2027-02-25"]);
  assert.equal(buy({ price: 300n }).extended, true);
  assert.equal(buy({ price: 0n }), null);
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
