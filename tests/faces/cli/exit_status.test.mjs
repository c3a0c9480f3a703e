// What the program ends with: 0 answered (a refusal is an answer), 1 the input was at fault, 2 usage; and on which of
// its outputs it says what.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { version } from "../../../scripts/lib/version.mjs";

const root = resolve(import.meta.dirname, "../../..");
const program = process.env.PLANSHIFT ?? join(root, "dist/bin/planshift");
const catalog = join(root, "tests/conformance/catalogs/sample.json");
const folder = mkdtempSync(join(tmpdir(), "planshift-exit-"));
after(() => rmSync(folder, { recursive: true }));

const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const run = (args, options = {}) => spawnSync(program, args, { encoding: "utf8", input: "", ...options });

const subscription = {
  plan: "basic",
  cycle: "monthly",
  seats: 3,
  period: { start: "2026-11-01", end: "2026-12-01" },
};
const asking = (change) => JSON.stringify({ at: "2026-11-16", subscription, change });
const good = file("good.json", asking({ plan: "team" }));
const refused = file("refused.json", asking({ plan: "basic" }));
const wrong = file("wrong.json", asking({ plan: "gold" }));
const broken = file("broken.json", "{");
const absent = join(folder, "absent.json");

const code = ({ stdout }) => JSON.parse(stdout).error?.code;

test("answered: 0, one line on the standard output, nothing beside it", () => {
  for (const [args, input] of [
    [["preview", "--catalog", catalog, good]],
    [["preview", "--catalog", catalog, refused]],
    [["preview", "--catalog", catalog], readFileSync(good)],
    [["preview", "--catalog", catalog, "-"], readFileSync(good)],
    [["preview", "--catalog", "-", good], readFileSync(catalog)],
    [["check", catalog]],
    [["check", "-"], readFileSync(catalog)],
    [["check", "--catalog", catalog]],
    [["check", "--catalog", "-"], readFileSync(catalog)],
  ]) {
    const ended = run(args, { input: input ?? "" });
    assert.equal(ended.status, 0, args.join(" "));
    assert.equal(ended.stderr, "");
    assert.match(ended.stdout, /^\{"format":"planshift-(preview|check)\/1".*\}\n$/);
  }
  assert.equal(JSON.parse(run(["preview", "--catalog", catalog, refused]).stdout).allowed, false);
});

test("at fault: 1, and the error document on the standard output", () => {
  for (const [args, expected] of [
    [["preview", "--catalog", catalog, wrong], "request.plan.unknown"],
    [["preview", "--catalog", catalog, broken], "request.json.syntax"],
    [["preview", "--catalog", broken, good], "catalog.json.syntax"],
    [["quote", "--catalog", catalog, good], "request.member.unknown"],
    [["check", broken], "catalog.json.syntax"],
    [["audit", broken], "catalog.json.syntax"],
    [["audit", "--catalog", broken], "catalog.json.syntax"],
    [["batch", "--catalog", broken, good], "catalog.json.syntax"],
  ]) {
    const ended = run(args);
    assert.equal(ended.status, 1, args.join(" "));
    assert.equal(code(ended), expected);
    assert.equal(ended.stderr, "");
  }
});

test("a line of a batch that is at fault is answered like the others: 0", () => {
  const lines = file("lines.ndjson", `${asking({ plan: "team" })}\n{\n${asking({ plan: "basic" })}\n`);
  const fromFile = run(["batch", "--catalog", catalog, lines]);
  assert.equal(fromFile.status, 0);
  const answers = fromFile.stdout.trimEnd().split("\n").map(JSON.parse);
  assert.deepEqual(
    answers.map(({ allowed, error }) => allowed ?? error.code),
    [true, "request.json.syntax", false],
  );
  assert.equal(run(["batch", "--catalog", catalog], { input: readFileSync(lines) }).stdout, fromFile.stdout);
});

test("usage: 2, and why on the standard error", () => {
  for (const [args, why] of [
    [[], /subcommand/i],
    [["price"], /^planshift: There is no command price\. There are: preview, quote, .*batch\.\n$/],
    [["forcast"], /^planshift: There is no command forcast\. Did you mean forecast\?\n$/],
    [["--versoin"], /^planshift: There is no option --versoin\. Did you mean --version\?\n$/],
    [["preview", "--frobnicate"], /--frobnicate|--catalog/],
    [["preview", good], /--catalog/],
    [["preview", "--catalog", catalog, "--format", "xml", good], /xml/],
    [["preview", "--catalog", absent, good], /can't read .*absent\.json: No such file or directory\n$/],
    [["preview", "--catalog", catalog, absent], /can't read .*absent\.json: No such file or directory\n$/],
    [["preview", "--catalog", folder, good], /can't read .*: Is a directory\n$/],
    [["preview", "--catalog", catalog, folder], /can't read .*: Is a directory\n$/],
    [["batch", "--catalog", folder, good], /can't read .*: Is a directory\n$/],
    [["batch", "--catalog", catalog, folder], /can't read .*: Is a directory\n$/],
    [["check", folder], /can't read .*: Is a directory\n$/],
    [["check", absent], /can't read .*absent\.json: No such file or directory\n$/],
    [["audit", absent], /can't read .*absent\.json: No such file or directory\n$/],
    [["batch", "--catalog", absent, good], /can't read .*absent\.json: No such file or directory\n$/],
    [["batch", "--catalog", catalog, absent], /can't read .*absent\.json: No such file or directory\n$/],
  ]) {
    const ended = run(args);
    assert.equal(ended.status, 2, args.join(" "));
    assert.match(ended.stderr, why);
    assert.equal(ended.stdout, "");
  }
});

test("an answer that cannot be written is no answer: 2", () => {
  for (const args of [["preview", "--catalog", catalog, good], ["--help"], ["--version"], ["preview", "--help"]]) {
    const ended = run(args, { stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
    assert.equal(ended.status, 2, args.join(" "));
    assert.match(ended.stderr, /can't write/);
  }
});

test("help and version are no mistakes: 0", () => {
  assert.deepEqual([run(["--version"]).status, run(["--version"]).stdout], [0, `planshift ${version()}\n`]);
  for (const args of [["--help"], ["preview", "--help"]]) assert.equal(run(args).status, 0);
});

test("for people: the same answer in words, and the same exit status", () => {
  const answered = run(["preview", "--catalog", catalog, "--format", "text", good]);
  assert.equal(answered.status, 0);
  // Half of November remains: 15 of 30 days. Team costs 20.00 + 3 x 15.00 = 65.00, Basic 30.00: 32.50 less 15.00.
  assert.match(answered.stdout, /17\.50/);
  const failed = run(["preview", "--catalog", catalog, "--format", "text", wrong]);
  assert.equal(failed.status, 1);
  assert.match(failed.stdout, /gold/);
});
