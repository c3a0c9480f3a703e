import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

const repository = new URL("../../../", import.meta.url).pathname;
const realTools = `bash sh env sed awk grep cat tr dirname mktemp chmod rm install uname dpkg cp`.split(" ");

export const systems = {
  debian12: {
    release: 'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
    suite: "bookworm",
    catch2: "2.13.10-1",
  },
  debian13: { release: 'ID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n', suite: "trixie", catch2: "3.7.1-0.5" },
  ubuntu: { release: "ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n", suite: "noble", catch2: "3.4.0-1" },
};

/**
 * A machine to run scripts on: a copy of them, an /etc of its own, and only such tools as are named here. What would
 * change the real machine is a stand-in that writes down how it was called.
 */
export function machine({ system = systems.debian12, root = true, sudo = true, node = "real", npm = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "planshift-machine-"));
  const at = (...path) => join(folder, ...path);
  const bin = at("bin");
  for (const path of ["bin", "etc/apt/sources.list.d", "project/build/native"])
    mkdirSync(at(path), { recursive: true });
  cpSync(join(repository, "scripts"), at("project/scripts"), { recursive: true });
  const tool = (name, script) => {
    writeFileSync(join(bin, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };

  writeFileSync(at("etc/os-release"), system.release);
  writeFileSync(at("calls"), "");
  writeFileSync(at("installed"), "");
  writeFileSync(at("project/package-lock.json"), lock("1.0.0"));
  for (const name of realTools) {
    const found = process.env.PATH.split(delimiter)
      .map((part) => join(part, name))
      .find((path) => existsSync(path));
    symlinkSync(found, join(bin, name));
  }
  tool("id", `echo ${root ? 0 : 1000}`);
  if (sudo) tool("sudo", `echo "sudo $1" >>${at("calls")}\nexec "$@"`);
  if (node === "real") symlinkSync(process.execPath, join(bin, "node"));
  else if (node) tool("node", `echo ${node}`);
  if (npm) {
    tool(
      "npm",
      `echo "npm $1" >>${at("calls")}\n/bin/mkdir -p node_modules\ncp package-lock.json node_modules/.package-lock.json`,
    );
  }
  // What is installed: a name and a version in each line.
  tool(
    "dpkg-query",
    `line=$(grep "^\${!#} " ${at("installed")}) || exit 1
     case $2 in *Status*) echo -n installed ;; *) echo -n "\${line#* }" ;; esac`,
  );
  tool(
    "apt-cache",
    `
    for name; do :; done
    if grep -qsx "$name" ${at("absent")}; then exit 100; fi
    if [[ $1 == policy ]]; then echo "  Candidate: ${system.catch2}"; fi`,
  );
  tool(
    "apt-get",
    `
    echo "apt-get $*" >>${at("calls")}
    if [[ $* == *sourcelist* ]]; then
      [[ ! -e ${at("etc/apt/sources.list.d/bookworm-backports.sources")} ]] || echo "written before it was tried" >>${at("calls")}
      [[ ! -e ${at("broken")} ]] || exit 100
    fi
    if [[ $* == *" install "* ]]; then
      for name; do
        case $name in
          */*) echo "\${name%/*} 3.7.1" ;;
          libcatch2-dev) echo "$name ${system.catch2}" ;;
          *) echo "$name 1" ;;
        esac
      done >>${at("installed")}
    fi`,
  );

  return {
    at,
    write: (path, text) => writeFileSync(at(path), text),
    read: (path) => readFileSync(at(path), "utf8"),
    exists: (path) => existsSync(at(path)),
    tool,
    run: (script, ...options) => {
      const { status, stdout, stderr } = spawnSync("/bin/bash", [at("project/scripts", script), ...options], {
        encoding: "utf8",
        env: { PATH: bin, HOME: folder, TMPDIR: folder, PLANSHIFT_SETUP_ROOT: folder },
      });
      return { status, stdout, stderr };
    },
    calls: () => readFileSync(at("calls"), "utf8").trim().split("\n").filter(Boolean),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A lock file of one package, which says the same in node_modules once it is installed. */
export const lock = (version) =>
  JSON.stringify({ packages: { "node_modules/esbuild": { version, integrity: `sha512-${version}` } } });
