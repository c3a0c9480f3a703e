// `planshift audit` against every sequence of at most two changes (PLANSHIFT_DEPTH=3: three), by the second opinion's arithmetic.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "../../oracle/oracle.mjs";
import { randomFrom } from "../../oracle/random.mjs";
import { BruteForce } from "./brute_force.mjs";
import { randomCatalog } from "./random_policy.mjs";

const program =
  process.env.PLANSHIFT_CLI ?? fileURLToPath(new URL("../../../build/native/core/planshift", import.meta.url));
const policies = Number(process.env.PLANSHIFT_AUDITS ?? 6);
const depth = Number(process.env.PLANSHIFT_DEPTH ?? 2);

const audit = (catalog) => {
  const { stdout, status } = spawnSync(program, ["audit", "-"], { input: JSON.stringify(catalog), encoding: "utf8" });
  assert.equal(status, 0, stdout);
  return JSON.parse(stdout);
};

const allTerms = ({ plans, cycles }) =>
  plans.flatMap(({ id: plan, seats: { max } }) =>
    cycles.flatMap(({ id: cycle }) => Array.from({ length: max }, (_, i) => ({ plan, cycle, seats: i + 1 }))),
  );

const bruteForce = (catalog, oracle) => {
  const perSeat = ({ plan, cycle }) =>
    BigInt(catalog.plans.find(({ id }) => id === plan).prices[cycle].per_seat.replace(".00", ""));
  const priceOf = (terms) => `${perSeat(terms) * BigInt(terms.seats)}.00`;
  return new BruteForce(oracle, {
    terms: allTerms(catalog),
    priceOf,
    depth,
    choices: JSON.stringify(catalog).includes('"choice"'),
  }).run();
};

test(`${policies} random policies hold a pump exactly where the audit finds one`, () => {
  const r = randomFrom(process.env.PLANSHIFT_SEED ?? "pumps");
  const seen = { with: 0, without: 0 };
  while (seen.with + seen.without < policies) {
    const catalog = randomCatalog(r);
    const oracle = open(JSON.stringify(catalog));
    if (oracle.error) continue;
    const found = bruteForce(catalog, oracle);
    const pumps = audit(catalog).pumps.filter(({ steps }) => steps.length <= depth);
    const told = JSON.stringify(
      { rules: catalog.policy, prices: catalog.plans.map(({ prices }) => prices), found, pumps },
      null,
      1,
    );
    assert.equal(pumps.length > 0, found !== undefined, told);
    seen[found ? "with" : "without"] += 1;
  }
  console.log(
    `figure: ${policies} random policies against every sequence: ${seen.with} hold a pump, ${seen.without} hold none`,
  );
  // Else one of the two answers was never wanted, and a search that always gives the other would pass.
  if (process.env.PLANSHIFT_SEED === undefined) assert.ok(seen.with > 0 && seen.without > 0, JSON.stringify(seen));
});

test("every pump can be replayed, step by step, to the same amounts", () => {
  const r = randomFrom("replay");
  let replayed = 0;
  while (replayed < policies) {
    const catalog = randomCatalog(r);
    const oracle = open(JSON.stringify(catalog));
    if (oracle.error) continue;
    for (const { start, steps, renewals } of audit(catalog).pumps) {
      const events = steps.map(({ at, role, change }) => ({ at, role, change }));
      const until = [...steps, ...renewals]
        .map(({ at }) => at)
        .sort()
        .at(-1);
      const { payments, refused } = oracle.answer("forecast", JSON.stringify({ subscription: start, events, until }));
      assert.deepEqual(refused, []);
      const paid = payments.map(({ date, charged, refunded, due }) => [date, charged ?? due, refunded ?? "0.00"]);
      const told = [
        ...renewals.map(({ at, due }) => [at, due, "0.00"]),
        ...steps.map(({ at, charged, refunded }) => [at, charged, refunded]),
      ];
      const moved = (rows) =>
        rows
          .filter(([, charged, refunded]) => charged !== "0.00" || refunded !== "0.00")
          .map(String)
          .sort();
      assert.deepEqual(moved(told), moved(paid));
      replayed += 1;
    }
  }
});
