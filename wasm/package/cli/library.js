// planshift.wasm through the functions of planshift.h. Texts are bytes here, so that what comes out is what went in.
import { readFileSync } from "node:fs";

const ADDRESS = 4; // bytes

export class Library {
  #c;
  #result; // where a function leaves the address of an error, and behind it the length of a text

  constructor() {
    const module = new WebAssembly.Module(readFileSync(new URL("../planshift.wasm", import.meta.url)));
    this.#c = new WebAssembly.Instance(module, {}).exports;
    this.#result = this.#c.planshift_alloc(2 * ADDRESS);
  }

  /** @returns {{ engine: number, error: Buffer | null }} engine 0: the catalog has a fault */
  open(catalog) {
    const engine = this.#passing([catalog], (text) =>
      this.#c.planshift_open(...text, this.#result, this.#result + ADDRESS),
    );
    return { engine, error: engine === 0 ? this.#take(this.#number(this.#result)) : null };
  }

  /** The answer to a request; without a question the request names it. */
  answer(engine, question, request) {
    const asked = question === null ? [request] : [request, Buffer.from(question)];
    return this.#passing(asked, (text, name = [0, 0]) =>
      this.#take(this.#c.planshift_answer(engine, ...name, ...text, this.#result + ADDRESS)),
    );
  }

  check(catalog) {
    return this.#ask("planshift_check", catalog);
  }

  audit(catalog) {
    return this.#ask("planshift_audit", catalog);
  }

  /** An answer in words. */
  report(answer) {
    return this.#ask("planshift_report", answer);
  }

  version() {
    const bytes = Buffer.from(this.#c.memory.buffer, this.#c.planshift_version());
    return bytes.toString("utf8", 0, bytes.indexOf(0));
  }

  #ask(name, document) {
    return this.#passing([document], (text) => this.#take(this.#c[name](...text, this.#result + ADDRESS)));
  }

  /** Calls `use` with the address and the length of each text in the module's memory. */
  #passing(texts, use) {
    const passed = texts.map((text) => {
      const address = this.#c.planshift_alloc(text.length);
      new Uint8Array(this.#c.memory.buffer, address, text.length).set(text);
      return [address, text.length];
    });
    const result = use(...passed);
    for (const [address] of passed) this.#c.planshift_free(address);
    return result;
  }

  /** A copy of the text at an address, which is freed. */
  #take(address) {
    if (address === 0) throw new Error("there is not enough memory");
    const length = this.#number(this.#result + ADDRESS);
    const text = Buffer.from(Buffer.from(this.#c.memory.buffer, address, length));
    this.#c.planshift_free(address);
    return text;
  }

  #number(address) {
    return new DataView(this.#c.memory.buffer).getUint32(address, true);
  }
}
