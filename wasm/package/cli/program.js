// The commands of the program over planshift.wasm: the same bytes, the same exit status.
import { read, Usage } from "./arguments.js";
import { answerLines } from "./batch.js";
import { imported } from "./import.js";
import { document, pieces, say, Unusable, write } from "./files.js";
import { Library } from "./library.js";

const ANSWERED = 0;
const INPUT_AT_FAULT = 1;
const USAGE = 2;

/** Runs one command; returns the exit status. */
export async function run(words) {
  try {
    return await perform(read(words));
  } catch (error) {
    if (error instanceof Usage) process.stderr.write(error.message);
    else if (error instanceof Unusable) say(error.message);
    else if (error instanceof WebAssembly.RuntimeError) say("there is not enough memory");
    else throw error;
    return USAGE;
  }
}

async function perform({ print, version, command, values }) {
  if (print) return (await write(print), ANSWERED);
  if (command === "import") return (await write(await imported(values)), ANSWERED);
  const library = new Library();
  if (version) return (await write(`planshift ${library.version()}\n`), ANSWERED);
  if (command === "check" || command === "audit") {
    return show(library, library[command](await document(values["--catalog"])), values["--format"]);
  }
  if (command === "batch") return batch(library, values);
  const [catalog, request] = await bothOf(values["--catalog"], values.request ?? "-");
  const { engine, error } = library.open(catalog);
  return show(library, error ?? library.answer(engine, command, request), values["--format"]);
}

/** Reads the two documents, and says of each that can't be read why. */
async function bothOf(...paths) {
  const failures = [];
  const read = [];
  for (const path of paths) {
    try {
      read.push(await document(path));
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      failures.push(error.message);
    }
  }
  if (failures.length > 0) throw new Unusable(failures.join("\nplanshift: "));
  return read;
}

async function show(library, answer, format) {
  await write(format === "text" ? library.report(answer) : Buffer.concat([answer, Buffer.from("\n")]));
  return answer.includes('"error":{"code":') ? INPUT_AT_FAULT : ANSWERED;
}

async function batch(library, values) {
  const { engine, error } = library.open(await document(values["--catalog"]));
  if (error) return show(library, error);
  await answerLines(pieces(values.requests ?? "-"), (line) => library.answer(engine, null, line), write);
  return ANSWERED;
}
