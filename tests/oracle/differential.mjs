import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ADDITIONS } from "./additions.mjs";
import { followUps, violations } from "./books.mjs";
import { compare } from "./compare.mjs";
import { asked, faceNamed, workingFolder } from "./faces.mjs";
import { groups } from "./generate.mjs";
import { check, open } from "./oracle.mjs";

// Random catalogs and requests, answered by the engine and by the oracle; every difference is kept as a file.
const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    face: { type: "string", default: "both" },
    show: { type: "string", default: "3" },
    additions: { type: "string", default: ADDITIONS.join() },
  },
});
const additions = values.additions.split(",").filter(Boolean);
const names = values.face === "both" ? ["native", "wasm"] : [values.face];
const faces = await Promise.all(names.map(async (name) => ({ name, ...(await faceNamed(name)) })));

const findings = new Map();
const pattern = (at) => at.replace(/\/\d+(?=\/|$)/g, "/*");
const record = (kind, detail) => {
  const known = findings.get(kind) ?? { count: 0, examples: [] };
  known.count += 1;
  if (known.examples.length < Number(values.show)) known.examples.push(detail);
  findings.set(kind, known);
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return { error: { code: "internal.not_json", text } };
  }
};

const compareBytes = (group, cases, texts) => {
  const [first, ...others] = texts;
  others.forEach((other, face) =>
    other.forEach((text, index) => {
      if (text !== first[index])
        record(`bytes of ${names[face + 1]} differ from ${names[0]}`, {
          ...group,
          ...cases[index],
          answers: [first[index], text],
        });
    }),
  );
};

// Why two answers are not one, in a word that groups alike causes.
const causeOf = (question, differences) => {
  const [{ at, expected, actual }] = differences;
  if (at === "/error")
    return `${question}: ${expected ? `the oracle says invalid (${expected.code})` : `the engine says ${actual.code}`}`;
  const said =
    at.endsWith("reasons/length") || /\/reasons\/\d+$/.test(at)
      ? ` oracle ${JSON.stringify(expected)} engine ${JSON.stringify(actual)}`
      : "";
  return `${question}: ${pattern(at)}${said}`;
};

const judge = (group, one, text, expected) => {
  const actual = parsed(text);
  const differences = compare(expected, actual);
  if (differences.length)
    record(causeOf(one.question, differences), { ...group, ...one, differences, oracle: expected, engine: actual });
  for (const sentence of violations(group.catalog, one, actual))
    record(`books: ${sentence.replace(/-?\d[\d.]*/g, "#")}`, { ...group, ...one, sentence, engine: actual });
  return actual;
};

const answered = (cases) => Promise.all(faces.map((face) => face.answers(cases.catalog, cases.cases)));

let count = 0;
for (const { seed, catalog, cases: plain } of groups(values.seed, Number(values.cases), additions)) {
  const group = { seed, catalog };
  const cases = plain.map(asked);
  const valid = check(catalog);
  const checks = await Promise.all(faces.map((face) => face.check(catalog)));
  const one = { question: "check", request: "" };
  compareBytes(
    group,
    [one],
    checks.map((text) => [text]),
  );
  const engineCheck = parsed(checks[0]);
  count += 1;
  if (Boolean(valid.error) !== Boolean(engineCheck.error)) {
    record(causeOf("check", [{ at: "/error", expected: valid.error, actual: engineCheck.error }]), {
      ...group,
      oracle: valid,
      engine: engineCheck,
    });
    continue;
  }
  if (valid.error) continue;

  const texts = await answered({ catalog, cases });
  compareBytes(group, cases, texts);
  const oracle = open(catalog);
  const answers = cases.map((each, index) =>
    judge(group, each, texts[0][index], oracle.answer(each.question, each.request)),
  );
  count += cases.length;

  const next = cases.flatMap((each, index) =>
    followUps(each, answers[index]).map((second) => ({ ...second, first: each.request })),
  );
  if (next.length === 0) continue;
  const seconds = await answered({ catalog, cases: next });
  compareBytes(group, next, seconds);
  next.forEach((each, index) => {
    const held = each.holds(parsed(seconds[0][index]));
    if (held !== true)
      record(`follow-up: ${held}`, {
        ...group,
        first: each.first,
        request: each.request,
        engine: parsed(seconds[0][index]),
      });
  });
}

const ordered = [...findings].sort(([, a], [, b]) => b.count - a.count);
mkdirSync(workingFolder, { recursive: true });
ordered.forEach(([kind, { count: times, examples }], index) => {
  const file = resolve(workingFolder, `finding-${values.seed}-${String(index + 1).padStart(2, "0")}.json`);
  const readable = examples.map((each) => ({
    ...each,
    catalog: parsed(each.catalog),
    request: each.request && parsed(each.request),
    requestText: each.request,
  }));
  writeFileSync(
    file,
    `${JSON.stringify({ kind, times, examples: readable }, (_, value) => (typeof value === "bigint" ? String(value) : value), 1)}\n`,
  );
  console.log(`${String(times).padStart(7)}  ${kind}\n         ${file}`);
});
const differing = ordered.reduce((total, [, { count: times }]) => total + times, 0);
console.log(`differential: ${count} cases, seed ${values.seed}, ${names.join(" and ")}: ${differing} differences`);
process.exitCode = differing === 0 ? 0 : 1;
