// workerd: modules are compiled when the worker is deployed; compiling at run time is not allowed there.
import core from "./core.wasm";
import { planshift } from "./engine.js";

export const { load, check } = planshift(async ({ wasmModule }) => wasmModule ?? core);
