// Node.js and Bun: the module is read from disk.
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { planshift } from "./engine.js";

export const { load, check } = planshift(
  async ({ url, wasmBinary, wasmModule }) =>
    wasmModule ?? WebAssembly.compile(wasmBinary ?? (await (url ? readFile(url) : ownBytes()))),
);

/** The file next to this one, or the bytes inside the script if a bundler moved this one without it. */
async function ownBytes() {
  try {
    return await readFile(new URL("./core.wasm", import.meta.url));
  } catch {
    const { deflatedCore } = await import("./core-inline.js");
    return inflateRawSync(Buffer.from(deflatedCore, "base64"));
  }
}
