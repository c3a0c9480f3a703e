import { load } from "../../dist/npm/node.js";

/** What web/engine/engine.js opens in a browser, here from the package as it loads in Node. */
export async function openEngine(catalog) {
  const engine = await load(catalog);
  return { ask: (question, request) => JSON.parse(engine.answer(question, JSON.stringify(request))) };
}
