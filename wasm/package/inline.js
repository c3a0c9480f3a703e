// For pages that can't load another file: the module is inside the script, deflated and as base64.
import { planshift } from "./engine.js";
import { deflatedCore } from "./core-inline.js";

export const { load, check } = planshift(async ({ wasmModule, wasmBinary }) => {
  if (wasmModule) return wasmModule;
  if (wasmBinary) return WebAssembly.compile(wasmBinary);
  const deflated = Uint8Array.from(atob(deflatedCore), (character) => character.charCodeAt(0));
  const stream = new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
});
