// npx planshift prints the program's bytes: the whole corpus as JSON and in words, and the sentences about wrong usage.
// scripts/check package runs the tests of the exit status and of the coprocess on it too.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { scenarios } from "../corpus.mjs";

const root = resolve(import.meta.dirname, "../../..");
const native = join(root, "dist/bin/planshift");
const packaged = join(root, "dist/npm/bin.js");
const skip = existsSync(native) && existsSync(packaged) ? false : "there is no dist/: run scripts/build";
const folder = mkdtempSync(join(tmpdir(), "planshift-npx-"));
after(() => rmSync(folder, { recursive: true }));

/** What the packaged program prints for each list of words, and its status. */
function answers(commands) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, "npx_driver.mjs")], {
    input: commands.map((words) => `${JSON.stringify(words)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  return { printed: stdout.trimEnd().split("\n").map(JSON.parse), said: stderr };
}

const expected = (words) => spawnSync(native, words, { encoding: "utf8", maxBuffer: 1 << 28 });

test("the whole corpus by bytes, every tenth answer in words", { skip }, () => {
  const commands = [...scenarios()].map(({ question, catalogText, requestText = "" }, place) => {
    const [catalog, request] = ["catalog", "request"].map((name) => join(folder, `${name}-${place}.json`));
    writeFileSync(catalog, catalogText);
    writeFileSync(request, requestText);
    const ofCatalog = question === "check" || question === "audit";
    const words = ofCatalog ? [question, catalog] : [question, "--catalog", catalog, request];
    return place % 10 === 0 ? [...words, "--format", "text"] : words;
  });
  const { printed } = answers(commands);
  assert.equal(printed.length, commands.length);
  commands.forEach((words, place) => {
    const { stdout, status } = expected(words);
    assert.deepEqual(printed[place], { status, stdout }, words.join(" "));
  });
});

test("wrong usage is said in the program's words", { skip }, () => {
  const catalog = join(root, "web/catalogs/clio-manage.json");
  const commands = [
    [],
    ["forcast"],
    ["--versoin"],
    ["preview"],
    ["preview", "--frobnicate"],
    ["preview", "--catalog"],
    ["preview", "--catalog", catalog, "--format", "xml"],
    ["preview", "--catalog", catalog, "--format=xml"],
    ["preview", "--catalog", catalog, "--catalog", catalog],
    ["preview", "--catalog", catalog, "a", "b"],
    ["preview", "--catalog", join(folder, "absent"), join(folder, "absent")],
    ["preview", "--catalog", folder, folder],
    ["check"],
    ["check", catalog, "b"],
    ["check", "--", join(folder, "absent")],
    ["audit", "--catalog", catalog, "b"],
    ["batch"],
    ["batch", "--catalog", catalog, folder],
  ];
  const { printed, said } = answers(commands);
  const ended = commands.map(expected);
  assert.deepEqual(
    printed.map(({ status }) => status),
    ended.map(({ status }) => status),
  );
  assert.equal(said, ended.map(({ stderr }) => stderr).join(""));
});

test("the executable itself: its version, and a batch with a bad line", { skip }, () => {
  const catalog = join(root, "web/catalogs/clio-manage.json");
  const of = (program, words, input) => spawnSync(program, words, { input, encoding: "utf8" });
  for (const [words, input] of [
    [["--version"], ""],
    [["batch", "--catalog", catalog], '{\n\n{"id":7}\n{"question":"advice"}'],
  ]) {
    const [ours, theirs] = [packaged, native].map((program) => of(program, words, input));
    assert.deepEqual([ours.stdout, ours.stderr, ours.status], [theirs.stdout, theirs.stderr, theirs.status]);
  }
});

test("import stripe prints a catalog that check finds sound, and the parts alone", { skip }, () => {
  const file = join(root, "tests/faces/import/stripe/authored/export.json");
  const { printed, said } = answers([
    ["import", "stripe", file],
    ["import", "stripe", "--part", "catalog", file],
    ["import", "stripe", file, "--part=left"],
    ["import", "stripe", "--currency", "JPY", "--part", "catalog", file],
    ["import", "stripe", "--addons", "prod_none,prod_scale", "--part", "catalog", file],
    ["import", "paper", file],
  ]);
  assert.equal(said, "source: paper not in {stripe}\nRun with --help for more information.\n");
  assert.deepEqual(
    printed.map(({ status }) => status),
    [0, 0, 0, 0, 0, 2],
  );
  const [whole, catalog, left, yen, fewerPlans] = printed.slice(0, 5).map(({ stdout }) => JSON.parse(stdout));
  assert.deepEqual([whole.catalog, whole.left], [catalog, left]);
  assert.equal(yen.plans[0].prices["1-month"].per_seat, "1200");
  assert.deepEqual(
    fewerPlans.plans.map(({ id }) => id),
    ["starter", "team"],
  );
  assert.deepEqual(
    fewerPlans.addons.map(({ id }) => id),
    ["scale"],
  );
  writeFileSync(join(folder, "imported.json"), JSON.stringify(catalog));
  assert.equal(expected(["check", join(folder, "imported.json")]).status, 0);
});
