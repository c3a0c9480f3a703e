// One running instance of the module: text in, text out. Documents cross as bytes in the instance's memory, because
// that costs a tenth of passing strings through the glue.
import createModule from "./core.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

const WORST_BYTES_PER_UNIT = 3; // of a UTF-16 code unit in UTF-8
const NEVER_IN_UTF8 = 0xff;
const QUOTED = 200; // code units of a question: an error quotes at most the first 80 characters
const TOO_LARGE = 1_048_577; // code units; each is a byte or more, and a document has at most 1,048,576 bytes

export class Instance {
  static #made = 0;

  /** Identifies the instance. A reference to the instance itself would keep its memory, up to 512 MB. */
  number = ++Instance.#made;

  #core;
  #memory;
  #bytes; // the last view of the memory: see #view
  #input = 0; // address of the input buffer
  #room = 0; // its size
  #output; // address of the two numbers that say where the answer is: its address and its length

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    // The factory hides a failure to instantiate, so the error is passed on around it.
    let failure;
    this.#core = createModule({
      instantiateWasm: (imports, receive) => {
        try {
          const instance = new WebAssembly.Instance(module, imports);
          this.#memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
          receive(instance, module);
          return instance.exports;
        } catch (error) {
          failure = error;
          throw error;
        }
      },
    });
    if (failure) throw failure;
    this.#bytes = new Uint8Array(this.#memory.buffer);
    this.#output = this.#core.output();
  }

  /**
   * Opens a catalog.
   * @param {string} catalog
   * @returns {{ handle: number, error: string }} handle 0: the catalog has a fault, `error` is the error document
   */
  open(catalog) {
    this.#reserve(catalog);
    const handle = this.#core.open(this.#write(catalog, 0));
    return { handle, error: handle === 0 ? this.#read() : "" };
  }

  /** The answer of an open catalog to a request. */
  answer(handle, question, request) {
    const named = question.slice(0, QUOTED);
    this.#reserve(named, request);
    const questionBytes = this.#write(named, 0);
    const requestBytes = this.#write(request, questionBytes);
    this.#core.answer(handle, questionBytes, requestBytes);
    return this.#read();
  }

  /** The answer of `check` to a catalog. */
  check(catalog) {
    this.#reserve(catalog);
    this.#core.check(this.#write(catalog, 0));
    return this.#read();
  }

  close(handle) {
    this.#core.close(handle);
  }

  /** Bytes of memory that the instance holds. */
  get size() {
    return this.#memory.buffer.byteLength;
  }

  /** Makes sure that the texts fit into the input buffer, one after the other. */
  #reserve(...texts) {
    const units = texts.reduce((sum, text) => sum + Math.min(text.length, TOO_LARGE), 0);
    const wanted = (units + texts.length) * WORST_BYTES_PER_UNIT;
    if (wanted <= this.#room) return;
    this.#input = this.#core.reserve(wanted);
    this.#room = wanted;
  }

  /** Writes a text into the input buffer; returns its length in bytes. */
  #write(text, offset) {
    const start = this.#input + offset;
    const room = this.#view().subarray(start, this.#input + this.#room);
    const sent = sendable(text);
    const { written } = encoder.encodeInto(sent, room);
    if (sent.length === text.length || sent.length === TOO_LARGE) return written;
    room[written] = NEVER_IN_UTF8;
    return written + 1;
  }

  #read() {
    const bytes = this.#view();
    const [start, length] = new Uint32Array(bytes.buffer, this.#output, 2);
    return decoder.decode(bytes.subarray(start, start + length));
  }

  /** The memory as bytes. Growing detaches the old view, so a new one is made then. */
  #view() {
    if (this.#bytes.buffer !== this.#memory.buffer) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }
}

/**
 * The part of a text that is sent. A lone surrogate has no UTF-8: the text before the first one is sent, and then a
 * byte that UTF-8 never has, so that the engine finds the fault and says where it is. Of a text that is too large,
 * enough is sent for the engine to say so.
 */
function sendable(text) {
  if (text.length > TOO_LARGE) return "x".repeat(TOO_LARGE);
  return isWellFormed(text) ? text : text.slice(0, text.search(/\p{Surrogate}/u));
}

const isWellFormed =
  typeof String.prototype.isWellFormed === "function"
    ? (text) => text.isWellFormed()
    : (text) => !/\p{Surrogate}/u.test(text);
