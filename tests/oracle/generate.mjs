import { pathToFileURL } from "node:url";
import { ADDITIONS, additionsNamed } from "./additions.mjs";
import { generateCatalog } from "./generate_catalog.mjs";
import { requestsFor } from "./generate_request.mjs";
import { injured } from "./mutate.mjs";
import { open } from "./oracle.mjs";
import { randomFrom } from "./random.mjs";

// Groups of {catalog, cases: [{question, request}]} as texts, the same for the same seed. A share of the
// groups has an injured catalog, a share of the requests is injured.
const PER_GROUP = 20;

export const groupOf = (seed, index, additions) => {
  const r = randomFrom(`${seed}/${index}`);
  const document = generateCatalog(r, additions);
  const request = requestsFor(r, document, additions);
  const broken = r.chance(12);
  const cases = Array.from({ length: broken ? 2 : PER_GROUP }, () => {
    const made = request();
    return {
      question: made.question,
      request: r.chance(12) ? injured(r, made.request).replaceAll("\n", " ") : JSON.stringify(made.request),
    };
  });
  return { seed: `${seed}/${index}`, catalog: broken ? injured(r, document) : JSON.stringify(document), cases };
};

export function* groups(seed, cases, additions = ADDITIONS) {
  const chosen = additionsNamed(additions);
  for (let index = 0, made = 0; made < cases; index += 1) {
    const group = groupOf(seed, index, chosen);
    yield group;
    made += group.cases.length;
  }
}

const counted = (answer, count) => {
  const lines = (payment, where) =>
    payment?.lines?.forEach(({ kind, transaction }) => count(`line ${where} ${kind}/${transaction}`));
  if (answer.error) return count("error");
  for (const { code } of answer.reasons ?? []) count(`reason ${code}`);
  for (const { code } of answer.notices ?? []) count(`notice ${code}`);
  for (const { kind, when } of answer.movements ?? []) count(`movement ${kind} ${when}`);
  lines(answer.pay_today, "today");
  lines(answer.next_payment, "next");
  lines(answer.first_payment, "first");
  for (const option of answer.options ?? []) count(`verdict ${option.verdict}`);
  for (const payment of answer.payments ?? []) lines(payment, "forecast");
  for (const refused of answer.refused ?? []) for (const { code } of refused.reasons) count(`refused event ${code}`);
  for (const day of answer.days ?? []) count(day.reasons ? "day refused" : "day answered");
  if (answer.credits?.carried) count("credits carried");
  if (answer.forfeited && answer.forfeited !== "0" && /[1-9]/.test(answer.forfeited)) count("something forfeited");
  if (answer.allowed === true && answer.after === null) count("subscription ended");
  if (answer.balance && answer.balance.after !== answer.balance.before) count("balance moved");
  return undefined;
};

const histogram = (seed, cases) => {
  const counts = new Map();
  const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
  for (const group of groups(seed, cases)) {
    const oracle = open(group.catalog);
    for (const { question, request } of group.cases) {
      count(`question ${question}`);
      counted(oracle.answer(question, request), count);
    }
  }
  for (const what of [...counts.keys()].sort()) console.log(String(counts.get(what)).padStart(8), what);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const argument = (name, otherwise) =>
    process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : otherwise;
  histogram(argument("--seed", "1"), Number(argument("--histogram", "1000")));
}
