// What every entry of the package offers. An entry only knows how its host loads the compiled module.
import { Instance } from "./instance.js";

/**
 * @param {(options: object) => Promise<WebAssembly.Module>} compile how this host loads the module
 * @returns {{ load: Function, check: Function }}
 */
export function planshift(compile) {
  const host = new Host(compile);
  return {
    async load(catalog, options) {
      await host.start(own(options));
      return new Engine(host, textOf(catalog));
    },
    async check(catalog, options) {
      await host.start(own(options));
      return JSON.parse(host.call("catalog", (instance) => instance.check(textOf(catalog))));
    },
  };
}

/** The caller's own options, without members of Object.prototype. */
const own = (options) => ({ __proto__: null, ...options });

/** One catalog, opened. Its questions answer at once. */
class Engine {
  #host;
  #catalog; // its text; null once closed
  #place = null; // where it is open: { instance, handle }

  constructor(host, catalog) {
    this.#host = host;
    this.#catalog = catalog;
    const opened = host.call("catalog", (instance) => this.#openOn(instance));
    if (opened !== "") throw JSON.parse(opened);
  }

  /** The answer to a request, text in, text out: the same bytes as the command line. */
  answer(question, request) {
    if (this.#catalog === null) throw new Error("This engine is closed.");
    if (typeof question !== "string" || typeof request !== "string") {
      throw new TypeError("answer(question, request) takes two texts");
    }
    return this.#host.call("request", (instance) => {
      const error = this.#openOn(instance);
      return error || instance.answer(this.#place.handle, question, request);
    });
  }

  preview(request) {
    return this.#ask("preview", request);
  }

  quote(request) {
    return this.#ask("quote", request);
  }

  eligibility(request) {
    return this.#ask("eligibility", request);
  }

  forecast(request) {
    return this.#ask("forecast", request);
  }

  sweep(request) {
    return this.#ask("sweep", request);
  }

  /** Frees what the module holds for the catalog. A second call does nothing. */
  close() {
    this.#catalog = null;
    this.#host.close(this, this.#place);
    this.#place = null;
  }

  /** Compilers of `using` look for this name if there is no Symbol.dispose. */
  [Symbol.dispose ?? Symbol.for("Symbol.dispose")]() {
    this.close();
  }

  #ask(question, request) {
    return JSON.parse(this.answer(question, textOf(request)));
  }

  /** Opens the catalog on an instance that does not know it yet: the first one, or one that replaces a broken one. */
  #openOn(instance) {
    if (this.#place?.instance === instance.number) return "";
    const { handle, error } = instance.open(this.#catalog);
    if (handle === 0) return error;
    this.#place = { instance: instance.number, handle };
    this.#host.closeWhenForgotten(this, this.#place);
    return "";
  }
}

/** The one instance that the engines of a page share, and its replacement when it breaks. */
class Host {
  #compile;
  #compiling = null; // one promise for all callers, while the module loads and after
  #module = null;
  #instance = null;
  #forgotten = new FinalizationRegistry((place) => this.#free(place));

  constructor(compile) {
    this.#compile = compile;
  }

  async start(options) {
    this.#compiling ??= this.#compile(options);
    try {
      this.#module = await this.#compiling;
    } catch (cause) {
      this.#compiling = null; // the next call tries again
      const message = `The module could not be loaded: ${cause?.message ?? cause}.`;
      throw Object.assign(new Error(message, { cause }), failure("internal.module_not_loaded", "catalog", message));
    }
  }

  /** Runs `use` on the instance. If the instance breaks, the next call gets a new one. */
  call(document, use) {
    try {
      this.#instance ??= new Instance(this.#module);
      const answer = use(this.#instance);
      if (isInternal(answer)) this.#instance = null;
      return answer;
    } catch (cause) {
      this.#instance = null;
      return JSON.stringify(
        failure(
          "internal.instance_lost",
          document,
          `The engine stopped (${cause.message}); it starts anew with the next call.`,
        ),
      );
    }
  }

  /** Registers the place where an engine is open now for clean-up, instead of its earlier place. */
  closeWhenForgotten(engine, place) {
    this.#forgotten.unregister(engine);
    this.#forgotten.register(engine, place, engine);
  }

  close(engine, place) {
    this.#forgotten.unregister(engine);
    if (place) this.#free(place);
  }

  /** The handles of an instance that is gone went with it. */
  #free({ instance, handle }) {
    if (this.#instance?.number === instance) this.call("catalog", (current) => (current.close(handle), ""));
  }
}

function textOf(document) {
  // What JSON cannot express (undefined, a function) becomes an empty document, and the engine answers an error.
  return typeof document === "string" ? document : (JSON.stringify(document) ?? "");
}

/** Whether the engine answered that it failed. Quotes in a document's texts are escaped, so nothing else matches. */
function isInternal(answer) {
  return /^\{"(?:id|error)"/.test(answer) && answer.slice(0, LONGEST_HEAD).includes('"error":{"code":"internal.');
}
const LONGEST_HEAD = 1024; // an echoed id may come before the error

function failure(code, document, message) {
  const fault = { code, document, path: "", message };
  return { error: { ...fault, all: [fault] } };
}
