// Files and the standard streams, with the sentences of the native program.
import { createReadStream } from "node:fs";
import { getSystemErrorMap } from "node:util";

export const MOST_BYTES = 1_048_576; // of a document
const EVERYTHING = "-"; // the standard input

/** A file that can't be read, or an output that can't be written. */
export class Unusable extends Error {}

const sentences = {
  EISDIR: "Is a directory",
  EACCES: "Permission denied",
  ELOOP: "Too many levels of symbolic links",
  ENOTDIR: "Not a directory",
  EIO: "Input/output error",
};

function because(error) {
  if (sentences[error.code]) return sentences[error.code];
  const [, words] = getSystemErrorMap().get(error.errno) ?? ["", error.message];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The pieces of a file or of the standard input, as they arrive. */
export async function* pieces(path) {
  try {
    if (path !== EVERYTHING) yield* createReadStream(path);
    // The standard input that was read before is at its end.
    else if (!process.stdin.readableEnded && !process.stdin.destroyed) yield* process.stdin;
  } catch (error) {
    const name = path === EVERYTHING ? "the standard input" : path;
    throw new Unusable(`can't read ${name}: ${because(error)}`);
  }
}

/** A whole document, or so much of it that the engine sees that it is too large. */
export async function document(path) {
  const read = [];
  let bytes = 0;
  for await (const piece of pieces(path)) {
    read.push(piece);
    bytes += piece.length;
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(read).subarray(0, MOST_BYTES + 1);
}

/** Writes to the standard output; resolves when it is written. */
export function write(bytes) {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Unusable("can't write the answer"));
    process.stdout.once("error", fail);
    process.stdout.write(bytes, (error) => {
      if (error) return fail();
      process.stdout.off("error", fail);
      resolve();
    });
  });
}

/** Says something beside the answer. */
export const say = (sentence) => process.stderr.write(`planshift: ${sentence}\n`);
