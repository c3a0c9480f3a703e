// scripts/release in a small repository of its own: what it makes, what it commits, and what it leaves alone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { askingFor, released, withVersion } from "../../../scripts/lib/release_texts.mjs";

const repository = new URL("../../../", import.meta.url).pathname;
const changelog =
  "# Changelog\n\n## Unreleased\n\n- Prices may be *negative*.\n# not a comment\n\n## 0.1.0\n\nThe first.\n";
const sources = {
  ".gitignore": "/dist/\n",
  "CHANGELOG.md": changelog,
  "CMakeLists.txt": "project(planshift VERSION 0.1.0 LANGUAGES CXX)\n",
  LICENSE: "MIT\n",
  "README.md": "find_package(planshift 0.1 REQUIRED)\n",
  "tests/faces/consumer/CMakeLists.txt": "find_package(planshift 0.1 REQUIRED)\n",
};
/** Stands for scripts/build: a program and a package that know the version, and a page. */
const build = `#!/bin/bash
set -e
[[ ! -e broken ]]
version=$(sed -nE 's/^project\\(planshift VERSION ([0-9.]+) .*/\\1/p' CMakeLists.txt)
mkdir -p dist/bin dist/npm
printf '#!/bin/bash\\necho planshift %s\\n' "$version" >dist/bin/planshift
chmod +x dist/bin/planshift
echo '<!doctype html>' >dist/planshift.html
printf '{"name": "planshift", "version": "%s"}\\n' "$version" >dist/npm/package.json
`;

function project(t) {
  const home = mkdtempSync(join(tmpdir(), "planshift-release-"));
  t.after(() => rmSync(home, { recursive: true }));
  const folder = join(home, "project");
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const run = (command, ...options) =>
    spawnSync(command, options, {
      cwd: folder,
      encoding: "utf8",
      env: {
        PATH: process.env.PATH,
        HOME: home,
        GIT_AUTHOR_NAME: "A",
        GIT_AUTHOR_EMAIL: "a@example.com",
        GIT_COMMITTER_NAME: "A",
        GIT_COMMITTER_EMAIL: "a@example.com",
      },
    });
  const git = (...options) => run("git", ...options).stdout.trim();
  for (const [path, text] of Object.entries(sources)) write(path, text);
  cpSync(join(repository, "scripts"), join(folder, "scripts"), { recursive: true });
  write("scripts/build", build);
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=First");
  return {
    run,
    git,
    write,
    read: (path) => readFileSync(join(folder, path), "utf8"),
    list: (path) => readdirSync(join(folder, path)).sort(),
    release: (...options) => run(join(folder, "scripts/release"), ...options),
  };
}

/** That nothing of the release stayed. */
function untouched({ git, read }) {
  assert.equal(git("status", "--porcelain"), "");
  assert.equal(git("tag"), "");
  assert.equal(git("log", "--format=%s"), "First");
  for (const [path, text] of Object.entries(sources)) assert.equal(read(path), text);
}

const archive = `planshift-0.2.0-linux-${spawnSync("uname", ["-m"], { encoding: "utf8" }).stdout.trim()}`;

test("a release has its version everywhere, its notes, its archive, its commit and its tag", (t) => {
  const made = project(t);
  const { status, stdout, stderr } = made.release("0.2.0");
  assert.equal(status, 0, stderr);
  assert.match(stdout, /git push origin HEAD v0\.2\.0\n$/);

  assert.equal(made.read("CMakeLists.txt"), "project(planshift VERSION 0.2.0 LANGUAGES CXX)\n");
  assert.equal(made.read("README.md"), "find_package(planshift 0.2 REQUIRED)\n");
  assert.equal(made.read("tests/faces/consumer/CMakeLists.txt"), "find_package(planshift 0.2 REQUIRED)\n");
  assert.match(made.read("CHANGELOG.md"), /\n## Unreleased\n\n## 0\.2\.0\n\n- Prices/);

  const notes = "- Prices may be *negative*.\n# not a comment\n";
  assert.equal(made.read("dist/release/notes.md"), notes);
  assert.equal(made.git("log", "-1", "--format=%s"), "Release 0.2.0");
  assert.equal(made.git("status", "--porcelain"), "");
  assert.equal(made.git("cat-file", "-t", "v0.2.0"), "tag");
  assert.equal(made.git("rev-list", "-1", "v0.2.0"), made.git("rev-parse", "HEAD"));
  assert.equal(made.git("tag", "--format=%(contents)", "--list", "v0.2.0"), notes.trim());

  assert.deepEqual(made.list("dist/release"), ["SHA256SUMS", "notes.md", `${archive}.tar.gz`].sort());
  const inside = (script) =>
    made.run("bash", "-ec", `cd dist/release && sha256sum --check --quiet SHA256SUMS && ${script}`);
  const unpacked = inside(`tar -xzf ${archive}.tar.gz && cd ${archive} && sha256sum --check SHA256SUMS && ./planshift`);
  assert.equal(unpacked.status, 0, unpacked.stderr);
  assert.match(unpacked.stdout, /^LICENSE: OK\nplanshift: OK\nplanshift-0\.2\.0\.tgz: OK\nplanshift\.html: OK\n/m);
  assert.match(unpacked.stdout, /planshift 0\.2\.0\n$/);
});

test("--dry-run makes the same archive and leaves the sources as they were", (t) => {
  const made = project(t);
  const { status, stdout, stderr } = made.release("--dry-run", "0.2.0");
  assert.equal(status, 0, stderr);
  assert.match(stdout, /nothing is committed or tagged/);
  untouched(made);
  const sums = made.read("dist/release/SHA256SUMS");
  assert.equal(made.release("0.2.0").status, 0);
  assert.equal(made.read("dist/release/SHA256SUMS"), sums);
});

test("what can't be released says why, and nothing changes", (t) => {
  const made = project(t);
  assert.equal(made.release("0.0.9").stderr, "release: 0.0.9 is older than 0.1.0 in CMakeLists.txt\n");
  assert.equal(made.release("0.1.0").stderr, "release: CHANGELOG.md has a section 0.1.0 already\n");
  untouched(made);
  for (const wrong of [[], ["v1"], ["1.2"], ["1.2.3", "1.2.4"], ["--tag"]])
    assert.equal(made.release(...wrong).status, 2);
  untouched(made);

  made.write("broken", "");
  assert.match(made.release("0.2.0").stderr, /^release: commit or remove first/);
  made.run("rm", "broken");
  made.git("tag", "v0.2.0");
  assert.equal(made.release("0.2.0").stderr, "release: there is a tag v0.2.0 already\n");
});

test("a build that fails leaves no trace", (t) => {
  const made = project(t);
  made.write(".git/info/exclude", "broken\n");
  made.write("broken", "");
  assert.notEqual(made.release("0.2.0").status, 0);
  untouched(made);
});

test("the texts of a release", () => {
  assert.equal(withVersion("project(planshift VERSION 0.9.0 X)\n", "0.10.0"), "project(planshift VERSION 0.10.0 X)\n");
  assert.throws(() => withVersion("project(planshift VERSION 0.10.0 X)\n", "0.9.9"), /older/);
  assert.equal(askingFor("find_package(planshift 0.1 REQUIRED)", "1.2.3"), "find_package(planshift 1.2 REQUIRED)");
  assert.equal(released("# C\n\n## Unreleased\n\n- a\n", "1.0.0").notes, "- a\n");
  assert.throws(() => released("# C\n\n## Unreleased\n\n## 0.1.0\n\n- a\n", "1.0.0"), /nothing under Unreleased/);
});
