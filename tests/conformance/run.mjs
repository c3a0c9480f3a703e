#!/usr/bin/env node
// Runs the cases against a program that is called like `planshift`:
//   node run.mjs PROGRAM [PART-OF-A-NAME]
// It prints every difference, and ends with status 1 if there is one. README.md explains the comparison.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home = fileURLToPath(new URL(".", import.meta.url));

const sentences = ["label", "message", "title", "detail"];
const nothing = (value) => value === undefined || value === null || (Array.isArray(value) && value.length === 0);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const by = (key) => (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);

function arranged(member, list) {
  if (member === "lines") return [...list].sort(by(({ transaction }) => transaction));
  if (!["reasons", "notices", "warnings"].includes(member)) return list;
  return [...list].sort(by(({ code, path = "" }) => `${code} ${path}`));
}

export function differences(expected, answer, at = "", member = "") {
  if (nothing(expected) && nothing(answer)) return [];
  if (Array.isArray(expected) && Array.isArray(answer) && expected.length === answer.length) {
    const found = arranged(member, answer);
    return arranged(member, expected).flatMap((item, i) => differences(item, found[i], `${at}/${i}`));
  }
  if (isObject(expected) && isObject(answer)) {
    const members = Object.keys(expected).filter((name) => !sentences.includes(name));
    return members.flatMap((name) => differences(expected[name], answer[name], `${at}/${name}`, name));
  }
  return expected === answer ? [] : [`${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(answer)}`];
}

/** The three operations of RFC 6902 that the cases use. */
export function patched(document, operations) {
  const result = structuredClone(document);
  for (const { op, path, value } of operations) {
    const steps = path.split("/").slice(1);
    const last = steps.pop();
    const parent = steps.reduce((at, step) => at[step], result);
    if (op !== "add" && !(last in parent)) throw new Error(`${op} ${path}: there is nothing there`);
    if (!Array.isArray(parent)) op === "remove" ? delete parent[last] : (parent[last] = value);
    else if (op === "add") parent.splice(last === "-" ? parent.length : Number(last), 0, value);
    else parent.splice(Number(last), 1, ...(op === "replace" ? [value] : []));
  }
  return result;
}

/** The text of a case's catalog. */
export function catalogOf({ catalog, catalog_text: text }) {
  const named = (name) => readFileSync(join(home, "catalogs", name), "utf8");
  if (text !== undefined) return text;
  if (typeof catalog === "string") return named(catalog);
  return JSON.stringify(catalog.base ? patched(JSON.parse(named(catalog.base)), catalog.patch) : catalog);
}

function ask(program, folder, each) {
  const catalog = join(folder, "catalog.json");
  writeFileSync(catalog, catalogOf(each));
  const input = each.request_text ?? JSON.stringify(each.request ?? {});
  const words = each.question === "check" ? ["check", catalog] : [each.question, "--catalog", catalog, "-"];
  const { stdout, error } = spawnSync(program, words, { input, encoding: "utf8" });
  // A program that refuses the catalog need not read the request.
  if (error && error.code !== "EPIPE") throw error;
  return JSON.parse(stdout);
}

function main(program, part) {
  const folder = mkdtempSync(join(tmpdir(), "conformance-"));
  const names = readdirSync(join(home, "cases"), { recursive: true })
    .filter((name) => name.endsWith(".json"))
    .sort();
  const chosen = names.filter((name) => name.includes(part));
  let failed = 0;
  for (const name of chosen) {
    const each = JSON.parse(readFileSync(join(home, "cases", name), "utf8"));
    let found;
    try {
      found = differences({ error: null, ...each.expected }, ask(program, folder, each));
    } catch (error) {
      found = [String(error)];
    }
    if (found.length > 0) failed += 1;
    for (const difference of found) console.log(`${name}: ${difference}`);
  }
  rmSync(folder, { recursive: true });
  console.log(`${chosen.length} cases, ${failed} differ`);
  process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? "planshift", process.argv[3] ?? "");
