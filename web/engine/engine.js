import { check, load } from "../planshift/index.js";
import { inlinedBytes } from "../assets.js";

/**
 * The engine for one catalog: `ask(question, request)` takes and gives objects. What it answers is the answer, a
 * refusal, or the error document; it never throws for anything that a reader typed. Opening a catalog that is at
 * fault rejects with the error document.
 */
export async function openEngine(catalogText) {
  const engine = await load(catalogText, moduleOptions());
  return {
    ask: (question, request) => JSON.parse(engine.answer(question, JSON.stringify(request))),
    close: () => engine.close(),
  };
}

/** The `check` answer: warnings, or every fault. */
export const checkCatalog = (catalogText) => check(catalogText, moduleOptions());

function moduleOptions() {
  const wasmBinary = inlinedBytes("planshift/core.wasm");
  return wasmBinary ? { wasmBinary } : undefined;
}
