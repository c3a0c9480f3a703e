// The gate without a clock: what visitors download and what a preview costs in instructions, against the budgets in
// tests/measure/budgets.json. With --accept the budgets become what is measured now; review the difference.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { catalog, requestTexts } from "./workload.mjs";

const file = "tests/measure/budgets.json";
const work = "build/budgets";
const tolerance = 0.03;

mkdirSync(work, { recursive: true });
const measured = { brotli_bytes: brotliBytes(), instructions: { preview: instructionsPerPreview() } };
if (process.argv.includes("--accept")) {
  writeFileSync(file, `${JSON.stringify(measured, null, 2)}\n`);
  console.log(`budgets: ${file} now holds what was measured`);
} else {
  compare(JSON.parse(readFileSync(file, "utf8")));
}

function compare(budgets) {
  let over = 0;
  for (const group of Object.keys(measured)) {
    for (const name of new Set([...Object.keys(budgets[group]), ...Object.keys(measured[group])])) {
      const [budget, now] = [budgets[group][name], measured[group][name]];
      const line = `${group} ${name}: ${now ?? "gone"}, budget ${budget ?? "none"}`;
      if (budget === undefined || now === undefined || now > budget * (1 + tolerance)) {
        over += 1;
        console.log(`over    ${line}`);
      } else if (now < budget * (1 - tolerance)) {
        console.log(`under   ${line} (node tests/measure/bench/budgets.mjs --accept)`);
      } else {
        console.log(`within  ${line}`);
      }
    }
  }
  console.log(
    `figure: module ${measured.brotli_bytes.module} brotli bytes, page ${measured.brotli_bytes["planshift.html"]}`,
  );
  console.log(`figure: ${measured.instructions.preview} instructions per preview, native`);
  if (over > 0) {
    console.log(`budgets: ${over} over by more than ${tolerance * 100} %, or without a budget`);
    process.exit(1);
  }
}

/** Of every shipped file; the digest in a bundled file's name is no part of it, so files of one name are summed. */
function brotliBytes() {
  const sizes = {};
  const add = (name, path) => {
    sizes[name] = (sizes[name] ?? 0) + brotliCompressSync(readFileSync(path)).length;
  };
  for (const folder of ["web", "npm"]) {
    const entries = readdirSync(join("dist", folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      add(path.slice("dist/".length).replace(/-[A-Z0-9]{8}\.js$/, "-*.js"), path);
    }
  }
  add("planshift.html", "dist/planshift.html");
  const module = sizes["npm/core.wasm"] + sizes["npm/core.js"];
  return Object.fromEntries([...Object.entries(sizes).sort(([a], [b]) => (a < b ? -1 : 1)), ["module", module]]);
}

/** Two runs of different length: what the program does before and after them is the same in both and falls out. */
function instructionsPerPreview() {
  writeFileSync(join(work, "catalog.json"), catalog);
  const [few, many] = [100, 500];
  return Math.round((instructions(many) - instructions(few)) / (many - few));
}

function instructions(lines) {
  const requests = join(work, `${lines}.ndjson`);
  writeFileSync(
    requests,
    Array.from({ length: lines }, (_, i) => `${requestTexts[i % requestTexts.length]}\n`).join(""),
  );
  const out = join(work, `callgrind.${lines}`);
  execFileSync(
    "valgrind",
    [
      "--tool=callgrind",
      `--callgrind-out-file=${out}`,
      "dist/bin/planshift",
      "batch",
      "--catalog",
      join(work, "catalog.json"),
    ],
    {
      input: readFileSync(requests),
      stdio: ["pipe", "ignore", "ignore"],
      env: { PATH: process.env.PATH, LC_ALL: "C" },
    },
  );
  return Number(readFileSync(out, "utf8").match(/^summary: (\d+)/m)[1]);
}
