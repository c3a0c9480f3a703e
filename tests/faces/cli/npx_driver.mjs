// Runs commands of npx planshift in one process: one list of words a line in, what each printed and its status out.
import { createInterface } from "node:readline";
import { run } from "../../../dist/npm/cli/program.js";

const write = process.stdout.write.bind(process.stdout);
let printed = [];
process.stdout.write = (bytes, done) => {
  printed.push(Buffer.from(bytes));
  done?.();
  return true;
};

for await (const line of createInterface({ input: process.stdin })) {
  printed = [];
  const status = await run(JSON.parse(line));
  write(`${JSON.stringify({ status, stdout: Buffer.concat(printed).toString() })}\n`);
}
