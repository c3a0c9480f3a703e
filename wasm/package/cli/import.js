// planshift import stripe FILE…: one export, or several files of one.
import { importStripe } from "../import/stripe.js";
import { pieces, Unusable } from "./files.js";

/** @returns {Promise<string>} what is printed */
export async function imported({ files = ["-"], "--currency": currency, "--addons": addons, "--part": part }) {
  const exported = [];
  for (const path of files) exported.push(await read(path));
  const result = importStripe(exported, {
    ...(currency && { currency }),
    ...(addons && { addons: addons.split(",") }),
  });
  const lines = part === "requests" ? result.requests : [part ? result[part] : result];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

async function read(path) {
  const read = [];
  for await (const piece of pieces(path)) read.push(piece);
  try {
    return JSON.parse(Buffer.concat(read).toString());
  } catch {
    throw new Unusable(`${path} is not JSON`);
  }
}
