// Browsers, workers, Deno and bundlers: the module is a file next to this one.
import { planshift } from "./engine.js";

export const { load, check } = planshift(async ({ url, integrity, wasmBinary, wasmModule }) => {
  if (wasmModule) return wasmModule;
  if (wasmBinary) return WebAssembly.compile(wasmBinary);
  const response = await fetch(url ?? new URL("./core.wasm", import.meta.url), integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  // A server that does not know .wasm sends another type, and then compiling while loading is not allowed.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
});
