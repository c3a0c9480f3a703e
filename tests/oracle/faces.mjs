import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { check, open } from "./oracle.mjs";

// A face answers texts with texts: {check(catalog), answers(catalog, [{question, request}])}. The request texts
// name their question themselves, so that every face sees the same bytes.
const root = resolve(import.meta.dirname, "../..");
export const workingFolder = resolve(root, "build/differential");

export const asked = ({ question, request }) =>
  request.startsWith("{")
    ? { question, request: `{"question":"${question}"${/^\{\s*\}/.test(request) ? "" : ","}${request.slice(1)}` }
    : { question: "preview", request };

const scratch = () => {
  mkdirSync(workingFolder, { recursive: true });
  return resolve(workingFolder, `catalog-${process.pid}.json`);
};

const native = () => {
  const program = [
    process.env.PLANSHIFT,
    resolve(root, "dist/bin/planshift"),
    resolve(root, "build/native/core/planshift"),
    resolve(root, "build/native/planshift"),
  ]
    .filter(Boolean)
    .find(existsSync);
  if (!program) throw new Error("no native planshift: run scripts/build or set PLANSHIFT");
  const file = scratch();
  const run = (args, input) => {
    const { status, signal, stdout, stderr, error } = spawnSync(program, args, {
      input,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (error || signal || status > 1)
      throw new Error(`planshift ${args.join(" ")}: ${error ?? signal ?? status} ${stderr}`);
    return { status, stdout };
  };
  const withCatalog = (catalog) => writeFileSync(file, catalog);
  return {
    check: (catalog) => (withCatalog(catalog), run(["check", file], "").stdout.trimEnd()),
    answers: (catalog, cases) => {
      withCatalog(catalog);
      const { status, stdout } = run(["batch", "--catalog", file], cases.map(({ request }) => `${request}\n`).join(""));
      const lines = stdout.split("\n").slice(0, -1);
      if (status === 1) return cases.map(() => lines[0]);
      if (lines.length !== cases.length) throw new Error(`${cases.length} requests, ${lines.length} answers`);
      return lines;
    },
  };
};

const wasm = async () => {
  const folder = resolve(root, "dist/npm");
  const { exports } = JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
  const entry = [exports["."]].map(function found(target) {
    if (typeof target === "string") return target;
    return found(target.node ?? target.import ?? target.default);
  })[0];
  const planshift = await import(pathToFileURL(resolve(folder, entry)).href);
  const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  return {
    check: async (catalog) => text(await planshift.check(catalog)),
    answers: async (catalog, cases) => {
      const engine = await planshift.load(catalog);
      return cases.map(({ question, request }) => engine.answer(question, request));
    },
  };
};

// The oracle as a face: what the driver itself is tried on.
const oracle = () => ({
  check: (catalog) => JSON.stringify(check(catalog)),
  answers: (catalog, cases) => {
    const opened = open(catalog);
    return cases.map(({ question, request }) => JSON.stringify(opened.answer(question, request)));
  },
});

export const faceNamed = (name) => ({ native, wasm, oracle })[name]();
