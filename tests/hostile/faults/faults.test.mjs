// The command line program under bad conditions: hostile documents, endless files, other places of
// the world, a great many lines. It answers, and gives the same answers.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { worstDocuments } from "./worst_documents.mjs";

const root = resolve(import.meta.dirname, "../../..");
const program = process.env.PLANSHIFT ?? join(root, "dist/bin/planshift");
const folder = mkdtempSync(join(tmpdir(), "planshift-faults-"));
after(() => rmSync(folder, { recursive: true, force: true }));
const sample = join(root, "tests/conformance/catalogs/sample.json");
const long = process.env.PLANSHIFT_LONG === "true";

const file = (name, value) => {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};
const run = (args, options = {}) => {
  const ended = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 29, timeout: 60_000, ...options });
  assert.equal(ended.signal, null, `${args.join(" ")} was ended by ${ended.signal}`);
  assert.ok(ended.status === 0 || ended.status === 1, `${args.join(" ")}: ${ended.status} ${ended.stderr}`);
  return ended.stdout;
};
const request = JSON.parse(readFileSync(join(root, "tests/conformance/cases/examples/29-cap.json"), "utf8")).request;

const arguments_ = ({ catalog, question, request: asked }) => {
  const path = file("catalog.json", catalog);
  return asked === undefined ? ["check", path] : [question, "--catalog", path, file("request.json", asked)];
};
const ask = (documents) => run(arguments_(documents));

/** Seconds of processor time that an answer takes, however busy the machine is. */
const seconds = (documents) => {
  const timed = ["-c", 'TIMEFORMAT=%U; time "$@" >/dev/null', "bash", program, ...arguments_(documents)];
  const { stderr, signal } = spawnSync("bash", timed, { encoding: "utf8", timeout: 120_000, env: { LC_ALL: "C" } });
  assert.equal(signal, null);
  return Number(stderr.trim().split("\n").at(-1));
};

let slowest = 0;
after(() =>
  console.log(`figure: the slowest of ${Object.keys(worstDocuments).length} documents of 1 MiB: ${slowest} s`),
);
for (const [name, make] of Object.entries(worstDocuments)) {
  test(`${name}: answered, in time that grows with the size`, () => {
    assert.doesNotMatch(ask(make(1)), /json\.too_large|"internal\./);
    const [half, whole] = [seconds(make(0.5)), seconds(make(1))];
    slowest = Math.max(slowest, whole);
    // Twice the size may take twice the time; four times would be quadratic. What is over in a moment is not judged.
    assert.ok(whole < 0.2 || whole < 3.2 * half, `${half} s for a half, ${whole} s for the whole`);
    assert.ok(whole < 1, `${whole} s`);
  });
}

test("a file without end is too large, and no more than that", () => {
  for (const args of [
    ["check", "/dev/zero"],
    ["preview", "--catalog", sample, "/dev/zero"],
    ["quote", "--catalog", "/dev/zero", sample],
  ]) {
    assert.match(run(args), /"code":"(request|catalog)\.json\.too_large"/);
  }
});

test("the same bytes wherever and whenever it runs", () => {
  const path = file("request.json", request);
  const expected = run(["preview", "--catalog", sample, path]);
  for (const TZ of ["UTC", "Pacific/Kiritimati", "America/St_Johns"]) {
    for (const LC_ALL of ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8"]) {
      for (const cwd of ["/", folder]) {
        assert.equal(run(["preview", "--catalog", sample, path], { cwd, env: { TZ, LC_ALL } }), expected);
      }
    }
  }
});

test("names that mean something elsewhere are text here", () => {
  const names = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "\u202egro.elpmaxe\u202c",
    "\u2066x\u2069",
    "{movement}",
    "%s%n",
    "__proto__",
    "\u2028\u2029",
    "\ufeff",
    "\u{10ffff}",
    "'; DROP TABLE",
  ];
  const catalog = JSON.parse(readFileSync(sample, "utf8"));
  for (const name of names) {
    for (const plan of catalog.plans) plan.name = name;
    const answer = JSON.parse(ask({ catalog, question: "preview", request }));
    assert.equal(answer.allowed, true);
    assert.ok(answer.pay_today.lines[0].label.includes(name), answer.pay_today.lines[0].label);
  }
});

test("ids that every JavaScript object has are ids like others", () => {
  const text = readFileSync(sample, "utf8").replaceAll('"team"', '"constructor"').replaceAll('"basic"', '"tostring"');
  const asked = JSON.parse(
    JSON.stringify(request).replaceAll('"team"', '"constructor"').replaceAll('"basic"', '"tostring"'),
  );
  assert.equal(JSON.parse(ask({ catalog: JSON.parse(text), question: "preview", request: asked })).allowed, true);
  const proto = `{"__proto__":{"at":"2026-11-16"},${JSON.stringify(request).slice(1)}`;
  const said = JSON.parse(run(["preview", "--catalog", sample, file("request.json", proto)]));
  assert.deepEqual([said.error.code, said.error.path], ["request.member.unknown", "/__proto__"]);
});

test("documents nested a million deep, and no stack for them", () => {
  for (const open of ["[", '{"a":', '[{"x-a":']) {
    const deep = open.repeat(Math.floor(1_000_000 / open.length));
    for (const args of [
      ["check", file("deep.json", deep)],
      ["preview", "--catalog", sample, file("deep.json", deep)],
    ]) {
      assert.match(run(args), /"code":"(request|catalog)\.json\.too_deep"/);
    }
  }
});

/** The most memory that a batch of so many lines, every third of them at fault, ever held, in KiB. */
const batchMemory = async (lines) => {
  const started = spawn(program, ["batch", "--catalog", sample], { stdio: ["pipe", "pipe", "inherit"] });
  let answers = 0;
  started.stdout.on("data", (block) => {
    for (const byte of block) answers += byte === 10 ? 1 : 0;
  });
  const row = `${JSON.stringify({ id: "x", ...request })}\n{"at": 7, "nonsense": [\n${JSON.stringify({ ...request, change: { cancel: true } })}\n`;
  const block = row.repeat(500);
  for (let written = 0; written < lines; written += 1500) {
    if (!started.stdin.write(block)) await new Promise((drained) => started.stdin.once("drain", drained));
  }
  // It reads in blocks and so has the last few lines still before it; what it held until then is what counts.
  const held = Number(readFileSync(`/proc/${started.pid}/status`, "utf8").match(/VmHWM:\s+(\d+)/)[1]);
  started.stdin.end();
  assert.equal(await new Promise((ended) => started.on("close", ended)), 0);
  assert.equal(answers, Math.ceil(lines / 1500) * 1500);
  return held;
};

test("a batch holds as much memory at its end as at its beginning", async () => {
  const [few, many] = [3_000, long ? 10_000_000 : 200_000];
  const [first, last] = [await batchMemory(few), await batchMemory(many)];
  console.log(`figure: batch: ${first} KiB after ${few} lines, ${last} KiB after ${many}`);
  assert.ok(last - first <= 256, `${first} KiB after ${few} lines, ${last} KiB after ${many}`);
});
