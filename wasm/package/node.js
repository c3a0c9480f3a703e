// Node.js and Bun: the module is read from disk.
import { readFile } from "node:fs/promises";
import { planshift } from "./engine.js";

export const { load, check } = planshift(
  async ({ url, wasmBinary, wasmModule }) =>
    wasmModule ?? WebAssembly.compile(wasmBinary ?? (await readFile(url ?? new URL("./core.wasm", import.meta.url)))),
);
