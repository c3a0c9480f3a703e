// One request a line in, one answer a line out, each as soon as its line is complete.
import { MOST_BYTES } from "./files.js";

const LINE = 10; // "\n"

/**
 * @param {AsyncIterable<Buffer>} input
 * @param {(line: Buffer) => Buffer} answer
 * @param {(answers: Buffer) => Promise<void>} write
 */
export async function answerLines(input, answer, write) {
  let line = []; // pieces of the line that has begun
  let bytes = 0;
  const add = (piece) => {
    // One byte past the limit is enough for the engine to see that a line is too long; the rest is passed over.
    const kept = piece.subarray(0, MOST_BYTES + 1 - bytes);
    if (kept.length > 0 || line.length === 0) line.push(kept);
    bytes += kept.length;
  };
  const answered = () => {
    const text = answer(Buffer.concat(line));
    line = [];
    bytes = 0;
    return [text, Buffer.of(LINE)];
  };
  for await (const piece of input) {
    const answers = [];
    let start = 0;
    for (let end = piece.indexOf(LINE); end >= 0; end = piece.indexOf(LINE, start)) {
      add(piece.subarray(start, end));
      answers.push(...answered());
      start = end + 1;
    }
    if (start < piece.length) add(piece.subarray(start));
    if (answers.length > 0) await write(Buffer.concat(answers));
  }
  if (line.length > 0) await write(Buffer.concat(answered()));
}
