// Reads what llvm-cov exported, prints the figures, and compares what is uncovered with tests/measure/coverage/exceptions.txt.
// An uncovered place is named by its file and the text of its line, so that it stays the same when lines move:
//   core/money/rounding.cpp | branch false | if (x) return;
import { readFileSync } from "node:fs";
import { relative } from "node:path";

const build = process.argv[2];
const exceptionsFile = "tests/measure/coverage/exceptions.txt";
const texts = new Map();
const textAt = (file, line) => {
  if (!texts.has(file)) texts.set(file, readFileSync(file, "utf8").split("\n"));
  return texts.get(file)[line - 1].trim();
};
const uncovered = [];
const miss = (file, kind, line) =>
  uncovered.push({ name: `${file} | ${kind} | ${textAt(file, line)}`, place: `${file}:${line}` });
const figures = { lines: [0, 0], branches: [0, 0], conditions: [0, 0] };
const count = (figure, covered) => {
  figures[figure][1] += 1;
  if (covered) figures[figure][0] += 1;
};

// Lines. A template's line counts once, however often it was instantiated.
const lines = new Map();
let file = "";
for (const row of readFileSync(`${build}/unit.lcov`, "utf8").split("\n")) {
  if (row.startsWith("SF:")) file = relative(".", row.slice(3));
  if (!row.startsWith("DA:")) continue;
  const [line, hits] = row.slice(3).split(",").map(Number);
  const key = `${file}:${line}`;
  lines.set(key, (lines.get(key) ?? 0) + hits);
}
for (const [key, hits] of lines) {
  count("lines", hits > 0);
  const [path, line] = key.split(":");
  if (hits === 0) miss(path, "line", Number(line));
}

// Branches, both ways, and conditions that on their own decided a decision (MC/DC); again once for all instantiations.
const branches = new Map();
const decisions = new Map();
const { data } = JSON.parse(readFileSync(`${build}/unit.json`, "utf8"));
for (const { filename, branches: found, mcdc_records: records } of data[0].files) {
  const path = relative(".", filename);
  for (const [line, column, lastLine, lastColumn, taken, passed] of found) {
    const key = [path, line, column, lastLine, lastColumn].join(":");
    const known = branches.get(key) ?? { path, line, taken: 0, passed: 0 };
    branches.set(key, { ...known, taken: known.taken + taken, passed: known.passed + passed });
  }
  for (const record of records ?? []) {
    const [line, column, lastLine, lastColumn] = record;
    const conditions = record.at(-1);
    const key = [path, line, column, lastLine, lastColumn].join(":");
    const known = decisions.get(key)?.conditions ?? conditions.map(() => false);
    decisions.set(key, { path, line, conditions: conditions.map((covered, i) => covered || known[i]) });
  }
}
for (const { path, line, taken, passed } of branches.values()) {
  count("branches", taken > 0);
  count("branches", passed > 0);
  if (taken === 0) miss(path, "branch true", line);
  if (passed === 0) miss(path, "branch false", line);
}
for (const { path, line, conditions } of decisions.values()) {
  conditions.forEach((covered, i) => {
    count("conditions", covered);
    if (!covered) miss(path, `condition ${i + 1}`, line);
  });
}

// In an exception `*` stands for any text.
const patternOf = (row) =>
  new RegExp(
    `^${row
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
const exceptions = [];
let reason = false;
for (const row of readFileSync(exceptionsFile, "utf8")
  .split("\n")
  .map((text) => text.trim())) {
  if (row === "") reason = false;
  else if (row.startsWith("#")) reason = true;
  else if (reason) exceptions.push({ row, pattern: patternOf(row), used: false });
  else throw new Error(`${exceptionsFile}: no reason is given for: ${row}`);
}

const percent = ([covered, all]) => `${covered} of ${all} (${((100 * covered) / all).toFixed(2)} %)`;
console.log(
  `figure: lines ${percent(figures.lines)}, branches ${percent(figures.branches)}, MC/DC ${percent(figures.conditions)}, ` +
    `${exceptions.length} exceptions explained`,
);
const unexplained = uncovered.filter(({ name }) => {
  const matching = exceptions.filter(({ pattern }) => pattern.test(name));
  for (const exception of matching) exception.used = true;
  return matching.length === 0;
});
const needless = exceptions.filter(({ used }) => !used);
for (const { name, place } of unexplained) console.log(`uncovered, and not explained: ${name}   (${place})`);
for (const { row } of needless) console.log(`explained, but covered: ${row}`);
process.exit(unexplained.length + needless.length === 0 ? 0 : 1);
