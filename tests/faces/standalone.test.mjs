// dist/wasm/planshift.wasm in a runtime that offers it nothing: the whole corpus, by bytes.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { version } from "../../scripts/lib/version.mjs";
import { run, skip as skipProgram } from "./ask.mjs";
import { scenarios } from "./corpus.mjs";

const file = new URL("../../dist/wasm/planshift.wasm", import.meta.url);
const skip = existsSync(file) ? skipProgram : "there is no dist/wasm: run scripts/build";
const module = skip ? null : new WebAssembly.Module(readFileSync(file));

const names = ["version", "open", "answer", "check", "audit", "report", "close", "free", "alloc"];

/** The functions of planshift.h as a host sees them that knows only numbers and the memory. */
class Host {
  constructor(prepare = () => {}) {
    this.c = new WebAssembly.Instance(module, {}).exports;
    prepare(this.c);
    this.slots = this.c.planshift_alloc(8); // two numbers: an address and a length
  }

  pass(text) {
    const bytes = Buffer.from(text);
    const address = this.c.planshift_alloc(bytes.length);
    new Uint8Array(this.c.memory.buffer, address, bytes.length).set(bytes);
    return [address, bytes.length];
  }

  number(address) {
    return new DataView(this.c.memory.buffer).getUint32(address, true);
  }

  /** The text at an address, which is freed; its length is in the second slot. */
  take(address) {
    const text = Buffer.from(this.c.memory.buffer, address, this.number(this.slots + 4)).toString();
    this.c.planshift_free(address);
    return text;
  }

  open(catalog) {
    const [text, bytes] = this.pass(catalog);
    const engine = this.c.planshift_open(text, bytes, this.slots, this.slots + 4);
    this.c.planshift_free(text);
    return engine === 0 ? { error: this.take(this.number(this.slots)) } : { engine };
  }

  answer(engine, question, request) {
    const [name, request_] = [this.pass(question), this.pass(request)];
    const answer = this.take(this.c.planshift_answer(engine, ...name, ...request_, this.slots + 4));
    this.c.planshift_free(name[0]);
    this.c.planshift_free(request_[0]);
    return answer;
  }

  /** A question about one text: check, audit, report. */
  ask(name, document) {
    const [text, bytes] = this.pass(document);
    const answer = this.take(this.c[`planshift_${name}`](text, bytes, this.slots + 4));
    this.c.planshift_free(text);
    return answer;
  }
}

test("it imports nothing and exports the names of planshift.h", { skip }, () => {
  assert.deepEqual(WebAssembly.Module.imports(module), []);
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(
    exported.filter((name) => name.startsWith("planshift_")).sort(),
    names.map((name) => `planshift_${name}`).sort(),
  );
  assert.ok(exported.includes("memory") && exported.includes("_initialize"));
});

test("it starts with little memory", { skip }, () => {
  const { c } = new Host();
  assert.ok(c.memory.buffer.byteLength <= 1024 * 1024);
});

test("the whole corpus, by bytes", { skip }, () => {
  const host = new Host();
  let asked = 0;
  for (const scenario of scenarios()) {
    const { name, question, catalogText, requestText } = scenario;
    const expected = run(scenario).stdout.replace(/\n$/, "");
    const answered = () => {
      if (question === "check" || question === "audit") return host.ask(question, catalogText);
      const { engine, error } = host.open(catalogText);
      if (error) return error;
      const answer = host.answer(engine, question, requestText);
      host.c.planshift_close(engine);
      return answer;
    };
    assert.equal(answered(), expected, name);
    asked += 1;
  }
  assert.ok(asked > 300, `${asked} scenarios`);
});

test("answers in words are those of the program", { skip }, () => {
  const host = new Host();
  for (const scenario of [...scenarios()].filter((_, place) => place % 20 === 0)) {
    const { name } = scenario;
    const answer = run(scenario).stdout.replace(/\n$/, "");
    assert.equal(host.ask("report", answer), run(scenario, ["--format", "text"]).stdout, name);
  }
});

test("with or without _initialize, before or after the first call", { skip }, () => {
  const request = [...scenarios()].find(({ question }) => question === "preview");
  const answers = [
    () => {},
    (c) => c._initialize(),
    (c) => (c.planshift_free(c.planshift_alloc(1)), c._initialize()),
  ].map((prepare) => {
    const host = new Host(prepare);
    const { engine } = host.open(request.catalogText);
    return host.answer(engine, "preview", request.requestText);
  });
  assert.deepEqual([...new Set(answers)], [run(request).stdout.trimEnd()]);
});

test("the version is the project's", { skip }, () => {
  const { c } = new Host();
  const bytes = new Uint8Array(c.memory.buffer, c.planshift_version());
  assert.equal(Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString(), version());
});

test("memory comes back: three thousand openings need no more than a hundred", { skip }, () => {
  const { catalogText } = [...scenarios()].find(({ question }) => question === "preview");
  const host = new Host();
  const openings = (count) => {
    for (let i = 0; i < count; i += 1) host.c.planshift_close(host.open(catalogText).engine);
    return host.c.memory.buffer.byteLength;
  };
  assert.equal(openings(100), openings(3000));
});
