// Planshift beside what one would write instead, in one process and in turns: ratios of one run, not absolute times.
import assert from "node:assert/strict";
import { load } from "../../../dist/npm/node.js";
import { calculator } from "./calculator.mjs";
import * as dinero from "./dinero.mjs";
import * as plain from "./plain.mjs";
import { catalog, requests, requestTexts } from "./workload.mjs";

const engine = await load(catalog);
const peers = {
  planshift: {
    preview: (text) => engine.answer("preview", text),
    sweep: (text) => engine.answer("sweep", text),
  },
  "dinero.js + date-fns": calculator(catalog, dinero),
  "plain JavaScript": calculator(catalog, plain),
};

// The same figures first: speed is of no use where they differ.
for (const text of requestTexts) {
  const figures = Object.values(peers).map(({ preview }) => {
    const { pay_today, next_payment, forfeited } = JSON.parse(preview(text));
    return { total: pay_today.total, date: next_payment?.date, due: next_payment?.due, forfeited };
  });
  for (const figure of figures) assert.deepEqual(figure, figures[0], text);
}

// Every day of a year for every plan and cycle.
const [{ role, subscription }] = requests;
const { plans, cycles } = JSON.parse(catalog);
const sweeps = plans.flatMap((plan) =>
  cycles.map((cycle) =>
    JSON.stringify({
      role,
      subscription,
      change: { plan: plan.id, cycle: cycle.id },
      from: subscription.period.start,
      to: "2027-03-17",
    }),
  ),
);

const rounds = 31;
const times = new Map(Object.keys(peers).map((name) => [name, { preview: [], sweep: [] }]));
for (let round = -5; round < rounds; round += 1) {
  for (const [name, { preview, sweep }] of Object.entries(peers)) {
    const previewTime = timed(() => {
      for (let i = 0; i < 400; i += 1) preview(requestTexts[i % requestTexts.length]);
    });
    const sweepTime = timed(() => sweeps.forEach(sweep));
    if (round < 0) continue; // warming up
    times.get(name).preview.push(previewTime / 400);
    times.get(name).sweep.push(sweepTime);
  }
}

const own = { preview: median(times.get("planshift").preview), sweep: median(times.get("planshift").sweep) };
console.log("                            preview   ratio    year × every option   ratio");
for (const [name, { preview, sweep }] of times) {
  const [p, s] = [median(preview), median(sweep)];
  console.log(
    `${name.padEnd(24)} ${(p * 1000).toFixed(1).padStart(7)} µs ${(p / own.preview).toFixed(1).padStart(7)}` +
      `           ${s.toFixed(1).padStart(9)} ms ${(s / own.sweep).toFixed(1).padStart(7)}`,
  );
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
