// Asks the command line program one question: a catalog's text and a request's text in, what it prints out.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const program = process.env.PLANSHIFT ?? fileURLToPath(new URL("../../dist/bin/planshift", import.meta.url));

/** For `node --test`: why a test that asks cannot run, or false. */
export const skip = existsSync(program) ? false : `there is no ${program}: run scripts/build`;

const folder = mkdtempSync(join(tmpdir(), "planshift-"));
process.on("exit", () => rmSync(folder, { recursive: true }));

const argumentsOf = (question, catalog) => {
  if (question === "check" || question === "audit") return [question, catalog];
  return question === "batch" ? ["batch", "--catalog", catalog] : [question, "--catalog", catalog, "-"];
};

/** @returns {{stdout: string, stderr: string, status: number}} */
export function run({ catalogText, question, requestText = "" }, options = []) {
  const catalog = join(folder, "catalog.json");
  writeFileSync(catalog, catalogText);
  return spawnSync(program, [...argumentsOf(question, catalog), ...options], {
    input: requestText,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
}

/** The answer, parsed. */
export const ask = (asked) => JSON.parse(run(asked).stdout);
