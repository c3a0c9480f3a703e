// scripts/setup on machines that are not this one: what it installs, what it says, and what it leaves alone.
import assert from "node:assert/strict";
import { utimesSync } from "node:fs";
import { test } from "node:test";
import { lock, machine, systems } from "./machine.mjs";

const backports = "etc/apt/sources.list.d/bookworm-backports.sources";
const archive = (suite) =>
  `Types: deb\nURIs: http://deb.debian.org/debian\nSuites: ${suite} ${suite}-updates\nComponents: main\nSigned-By: /usr/share/keyrings/debian.gpg\n`;

function on(options, body) {
  return (t) => {
    const made = machine(options);
    t.after(made.remove);
    const { suite } = options.system ?? systems.debian12;
    made.write("etc/apt/sources.list.d/debian.sources", archive(suite));
    body(made);
  };
}
const installs = ({ calls }) => calls().filter((call) => call.includes(" install "));

test(
  "a build on Debian 12 adds no source and installs nothing for tests",
  on({}, (m) => {
    const { status, stdout } = m.run("setup", "build");
    assert.equal(status, 0);
    assert.match(stdout, /ready \(build\)/);
    assert.equal(installs(m).length, 1);
    assert.match(installs(m)[0], /g\+\+ cmake ninja-build emscripten nlohmann-json3-dev libcli11-dev$/);
    assert.doesNotMatch(m.calls().join("\n"), /catch2|rapidcheck|backports/);
    assert.ok(!m.exists(backports));
  }),
);

test(
  "the check on Debian 12 tries backports alone, then adds them, signed by the archive's key",
  on({}, (m) => {
    const { status, stdout } = m.run("setup", "check");
    assert.equal(status, 0);
    assert.match(stdout, /will add this machine's archive of bookworm-backports/);
    assert.equal(
      m.read(backports),
      "Types: deb\nURIs: http://deb.debian.org/debian\nSuites: bookworm-backports\nComponents: main\nSigned-By: /usr/share/keyrings/debian.gpg\n",
    );
    const [trial, update, install] = m.calls().filter((call) => call.startsWith("apt-get"));
    assert.match(
      trial,
      /Dir::Etc::sourcelist=\S+bookworm-backports\.sources -o Dir::Etc::sourceparts=\/dev\/null .*update$/,
    );
    assert.match(update, /-q update$/);
    assert.match(install, / libcatch2-dev\/bookworm-backports librapidcheck-dev /);
    assert.ok(!m.calls().includes("written before it was tried"));

    m.write("calls", "");
    assert.equal(m.run("setup", "check").status, 0);
    assert.deepEqual(m.calls(), [], "a second run does nothing");
  }),
);

test(
  "backports that somebody enabled already are used as they are",
  on({}, (m) => {
    m.write("etc/apt/sources.list", "deb [arch=amd64] http://mirror.example/debian bookworm-backports main # mine\n");
    assert.equal(m.run("setup", "check").status, 0);
    assert.ok(!m.exists(backports));
    assert.match(installs(m)[0], /libcatch2-dev\/bookworm-backports/);
  }),
);

test(
  "a backports source that is switched off is none",
  on({}, (m) => {
    m.write("etc/apt/sources.list.d/off.sources", `Enabled: no\n${archive("bookworm-backports")}`);
    m.write("etc/apt/sources.list", "# deb http://mirror.example/debian bookworm-backports main\n");
    assert.equal(m.run("setup", "check").status, 0);
    assert.ok(m.exists(backports));
  }),
);

test(
  "the archive is found beside a disc, other vendors and a disabled entry, with a key written out",
  on({}, (m) => {
    m.write(
      "etc/apt/sources.list",
      "deb cdrom:[Debian 12]/ bookworm main\ndeb https://packages.sury.org/php bookworm main\n",
    );
    m.write(
      "etc/apt/sources.list.d/debian.sources",
      `Enabled: no\n${archive("bookworm")}\nTypes: deb\nURIs:\n http://near.example/debian/\nSuites: bookworm\nComponents: main\nSigned-By:\n -----BEGIN-----\n .\n mQ=\n -----END-----\n`,
    );
    assert.equal(m.run("setup", "check").status, 0);
    assert.equal(
      m.read(backports),
      "Types: deb\nURIs: http://near.example/debian/\nSuites: bookworm-backports\nComponents: main\nSigned-By: \n -----BEGIN-----\n .\n mQ=\n -----END-----\n",
    );
  }),
);

test(
  "where no archive is to be seen, nothing is changed",
  on({}, (m) => {
    m.write("etc/apt/sources.list.d/debian.sources", "");
    const { status, stderr } = m.run("setup", "check");
    assert.equal(status, 1);
    assert.match(stderr, /cannot tell where this machine gets its Debian packages from/);
    assert.deepEqual(m.calls(), []);
    assert.ok(!m.exists(backports));
  }),
);

test(
  "a source that does not work is not kept, and nothing is installed",
  on({}, (m) => {
    m.write("broken", "");
    const { status, stderr } = m.run("setup", "check");
    assert.equal(status, 1);
    assert.match(stderr, /does not serve bookworm-backports; no source was added/);
    assert.ok(!m.exists(backports));
    assert.deepEqual(installs(m), []);
  }),
);

test(
  "Debian 13 gets Catch2 from its own archive",
  on({ system: systems.debian13 }, (m) => {
    assert.equal(m.run("setup", "check").status, 0);
    assert.match(installs(m)[0], / libcatch2-dev librapidcheck-dev /);
    assert.doesNotMatch(m.calls().join("\n"), /backports|sourcelist/);
    assert.ok(!m.exists(backports));
  }),
);

test(
  "Ubuntu gets no source; what its archive lacks is said before anything is installed",
  on({ system: systems.ubuntu }, (m) => {
    m.write("absent", "firefox-esr\nlibfuzzer-19-dev\n");
    const { status, stderr } = m.run("setup", "check");
    assert.equal(status, 1);
    assert.match(stderr, /archive has no libfuzzer-19-dev firefox-esr \(/);
    assert.deepEqual(installs(m), []);
    assert.ok(!m.exists(backports));
    assert.equal(m.run("setup", "build").status, 0);
  }),
);

test(
  "an archive with an older Catch2 can build but not test",
  on({ system: { ...systems.ubuntu, catch2: "2.13.8-1" } }, (m) => {
    const { status, stderr } = m.run("setup", "check");
    assert.equal(status, 1);
    assert.match(stderr, /the tests need Catch2 3; this system's archive has 2\.13\.8-1/);
    assert.equal(m.run("setup", "build").status, 0);
  }),
);

test(
  "without sudo the lines for root are said, and nothing is tried",
  on({ root: false, sudo: false }, (m) => {
    const { status, stderr } = m.run("setup", "build");
    assert.equal(status, 1);
    assert.match(stderr, /As root, run:\napt-get update\napt-get install --no-install-recommends g\+\+ cmake /);
    const check = m.run("setup", "check").stderr;
    assert.match(
      check,
      /\ncat >\/etc\/apt\/sources\.list\.d\/bookworm-backports\.sources <<'END'\n(.+\n)+Signed-By: .+\nEND\napt-get update\n/,
    );
    assert.deepEqual(m.calls(), []);
  }),
);

test(
  "a user with sudo installs through it; npm is the user's",
  on({ root: false }, (m) => {
    assert.equal(m.run("setup", "check").status, 0);
    assert.deepEqual(
      m.calls().filter((call) => /^(sudo|npm)/.test(call)),
      ["sudo env", "sudo install", "sudo env", "sudo env", "npm ci"],
    );
  }),
);

test(
  "--dry-run changes nothing",
  on({}, (m) => {
    const { status, stdout } = m.run("setup", "--dry-run");
    assert.equal(status, 0);
    assert.match(stdout, /missing packages: g\+\+/);
    assert.deepEqual(m.calls(), []);
  }),
);

for (const [what, options, found, way] of [
  [
    "no Node.js",
    { node: null, npm: false },
    /newer with npm; found none/,
    /nodejs\.org\/dist\/v[\d.]+\/node-v[\d.]+-linux-\w+\.tar\.gz \| tar/,
  ],
  ["Node.js 18", { node: "v18.20.4", npm: false }, /found v18\.20\.4/, /nodejs\.org/],
  [
    "Node.js 18 with npm",
    { node: "v18.20.4" },
    /found v18\.20\.4/,
    /npm install --prefix "\$HOME\/node" node-linux-\w+@[\d.]+\n.*export PATH=/,
  ],
  ["Node.js without npm", { npm: false }, /found Node\.js v\d+\.\S+ without it/, /nodejs\.org/],
  [
    "no Node.js on Debian 13",
    { node: null, npm: false, system: systems.debian13 },
    /found none/,
    /apt-get install nodejs npm/,
  ],
]) {
  test(
    `${what}: says what was found and how to get one`,
    on(options, (m) => {
      const { status, stderr } = m.run("setup", "build");
      assert.equal(status, 1);
      assert.match(stderr, found);
      assert.match(stderr, way);
      assert.deepEqual(m.calls(), []);
    }),
  );
}

test(
  "npm ci runs when the lock file says something else, not when it is only newer",
  on({}, (m) => {
    const npm = () => m.calls().filter((call) => call === "npm ci").length;
    m.run("setup", "build");
    assert.equal(npm(), 1);
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(m.at("project/package-lock.json"), later, later);
    m.run("setup", "build");
    assert.equal(npm(), 1);
    m.write("project/package-lock.json", lock("1.0.1"));
    m.run("setup", "build");
    assert.equal(npm(), 2);
  }),
);
