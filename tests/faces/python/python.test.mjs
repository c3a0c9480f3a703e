// The Python module, as the wheel installs it: its own tests, and the whole corpus by bytes.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { version } from "../../../scripts/lib/version.mjs";
import { run, skip as skipProgram } from "../ask.mjs";
import { scenarios } from "../corpus.mjs";

const python = "/usr/bin/python3";
const here = import.meta.dirname;
const dist = resolve(here, "../../../dist/python");
const wheels = existsSync(dist) ? readdirSync(dist).filter((name) => name.endsWith(".whl")) : [];
const skip = wheels.length > 0 ? skipProgram : "there is no dist/python: run scripts/build";

const installed = mkdtempSync(join(tmpdir(), "planshift-python-"));
after(() => rmSync(installed, { recursive: true }));
const options = { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, PYTHONPATH: installed } };
// What pip does with a wheel that has no scripts: it unpacks it.
if (!skip) execFileSync(python, ["-m", "zipfile", "-e", join(dist, wheels[0]), installed]);

test("one wheel, named for what it needs", { skip }, () => {
  assert.equal(wheels.length, 1);
  assert.match(wheels[0], /^planshift-\d+\.\d+\.\d+-py3-none-manylinux_2_\d+_\w+\.whl$/);
  assert.ok(wheels[0].startsWith(`planshift-${version()}-`));
});

test("its list of contents is true", { skip }, () => {
  const program = `
import base64, hashlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
(record,) = root.glob("*.dist-info/RECORD")
rows = [line.rsplit(",", 2) for line in record.read_text().splitlines()]
for name, digest, size in rows:
    if not digest: continue
    content = (root / name).read_bytes()
    expected = "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
    assert (digest, int(size)) == (expected, len(content)), name
files = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
assert files == {name for name, _, _ in rows}, files
`;
  const { status, stderr } = spawnSync(python, ["-c", program, installed], options);
  assert.equal(status, 0, stderr);
});

test("the module's own tests", { skip }, () => {
  const { status, stderr } = spawnSync(python, [join(here, "test_planshift.py")], options);
  assert.equal(status, 0, stderr);
});

test("the whole corpus, by bytes", { skip }, () => {
  const asked = [...scenarios()];
  const input = asked
    .map(({ question, catalogText, requestText }) =>
      JSON.stringify({ question, catalog: catalogText, request: requestText ?? "" }),
    )
    .join("\n");
  const { status, stdout, stderr } = spawnSync(python, [join(here, "answers.py")], { ...options, input });
  assert.equal(status, 0, stderr);
  const answers = stdout.trimEnd().split("\n").map(JSON.parse);
  assert.equal(answers.length, asked.length);
  asked.forEach((scenario, place) => {
    assert.equal(answers[place], run(scenario).stdout.replace(/\n$/, ""), scenario.name);
  });
});
