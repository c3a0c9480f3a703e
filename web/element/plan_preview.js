import { askedOnce } from "../engine/asked_once.js";
import { assetText } from "../assets.js";
import { addLength, isDate, todayIn } from "../exact/dates.js";
import { html } from "./dom.js";
import { emptyState, missingFields, plainChoices } from "../form/empty_state.js";
import { openEngine } from "../engine/engine.js";
import { faultsOf } from "../form/error_summary.js";
import { exampleEnd, exampleState, stateOfSubscription } from "../form/example.js";
import { faultView } from "../answer/fault_view.js";
import { answerParts, formPlace, frameView } from "./frame_view.js";
import { givenCatalog, givenDay, givenSubscription, notHeld, notLoaded } from "./given.js";
import { morph } from "./morph.js";
import { answersTo, unanswered } from "../engine/model.js";
import { knownMode, ReflectingElement, upgradeProperties } from "./reflecting_element.js";
import { undoStack } from "./undo_stack.js";
import { loadMessages, wordsFor } from "../words/words.js";

/** What a page may have set before the element was defined. */
const settable = ["catalog", "subscription", "state", "mode", "lang", "at", "example", "confirmable"];
const wideFrom = 900;
/** Beside the form on a wide element, below it on a narrow one. */
const plotWidth = (width) => Math.max(240, Math.min(760, (width >= wideFrom ? width - 460 : width) - 40));
const typingPause = 700;
const chartPause = 60;

/** What is not part of the first answer is loaded when that has been painted. */
const loadLater = () => import("./later.js");
/** Long work is done in several tasks: between two of them the browser can answer a tap. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
const painted = () => new Promise(requestAnimationFrame).then(nextTask);
const exportFormats = ["text", "csv", "json", "ics"];

/** One sheet for every element on the page. */
let styleSheet;
const styles = () =>
  (styleSheet ??= assetText("plan_preview.css").then(
    (text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    },
    (error) => {
      styleSheet = null; // to be tried again
      throw error;
    },
  ));

/**
 * `<plan-preview>`: what a change of a subscription costs today, what comes next, and why.
 *
 * Every attribute is a property of the same name and takes the same; `catalog` and `subscription` take objects too as
 * properties. An equal value changes nothing. What is set in one go is answered once. Without a subscription the form
 * begins empty, and no amount is shown that is not the reader's; what the page gives and cannot be used takes the place
 * of every amount.
 *
 * @attr catalog - address of a catalog, or the catalog itself as JSON text
 * @attr subscription - the reader's subscription as JSON text; without it the reader fills it in
 * @attr {"quote"|"change"|"cancel"} mode - what is asked; "change" by default
 * @attr lang - language tag of the words and figures; the document's by default
 * @attr at - the date as of which everything is answered; today in the vendor's time zone by default
 * @attr example - begins with an example, marked as one, where there is no subscription
 * @attr confirmable - shows a button that fires `confirm`
 * @fires preview - after each answer that is not the one before; `detail` is `{ request, answer }`
 * @fires fault - what the page gave cannot be used; `detail` is `{ code, message, path }`
 * @fires confirm - the reader wants it; `detail` is `{ request, answer }`. Doing it is the vendor's part
 * @fires statechange - after each input; `detail` is the state, a Map, for links and for keeping it
 * @slot - shown until the element is ready, or where scripts don't run
 * @slot tools - further buttons beside print and export
 * @csspart frame - everything; also form, card, sentence, missing, blocks, block, amount, line, timeline, sweep, tools
 * @csspart fault - in place of everything: what the page gave and cannot be used; error-summary: what the reader typed
 * @cssprop --plan-accent - the one accent colour; also --plan-paper, --plan-ink, --plan-rule, --plan-font
 */
export class PlanPreview extends ReflectingElement {
  static observedAttributes = ["catalog", "subscription", "mode", "lang", "at", "example", "confirmable"];

  #root = this.attachShadow({ mode: "open" });
  #frame = html("div", { class: "frame loading", part: "frame" }, html("slot"));
  #status = html("p", { class: "visually-hidden", role: "status" });
  #laterParts = null;
  #history = undoStack();
  #state = new Map();
  #catalogText = null;
  #catalog = null;
  #engine = null;
  #fault = null;
  #messages = null;
  #words = null;
  #model = null;
  #shown = null;
  #pinned = [];
  #told = null;
  #showsFaults = false;
  #tables = new Set();
  #width = 0;
  #timers = new Map();
  #observer = new ResizeObserver(([entry]) => this.#resize(entry.contentRect.width));

  constructor() {
    super();
    this.#root.append(this.#frame, this.#status);
    this.#listen();
  }

  connectedCallback() {
    upgradeProperties(this, settable);
    this.#observer.observe(this);
    addEventListener("beforeprint", this.#beforePrint);
    addEventListener("afterprint", this.#afterPrint);
    // A moment later, so that a page can still set the language and everything else.
    queueMicrotask(() => {
      this.#isLive = true;
      this.#takeChanges();
    });
  }

  disconnectedCallback() {
    this.#observer.disconnect();
    removeEventListener("beforeprint", this.#beforePrint);
    removeEventListener("afterprint", this.#afterPrint);
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (name === "catalog") this.#give(name, givenCatalog(value));
    else if (name === "subscription") this.#give(name, givenSubscription(value));
    else if (name !== "lang") this.#changed(name);
    else if (this.#messages) this.#speak();
  }

  /** The catalog that is open, as an object; set its address, JSON text or an object. */
  get catalog() {
    return this.#catalog;
  }
  set catalog(catalog) {
    this.#give("catalog", givenCatalog(catalog));
  }

  /** What the form says, as an object; set a subscription as JSON text or an object. */
  get subscription() {
    return this.#model?.request?.subscription ?? null;
  }
  set subscription(subscription) {
    this.#give("subscription", givenSubscription(subscription));
  }

  #given = { catalog: givenCatalog(null), subscription: givenSubscription(null) };
  #give(name, given) {
    if (given.key === this.#given[name].key) return;
    this.#given[name] = given;
    this.#changed(name);
  }

  /** The last answer without a fault. */
  get answer() {
    return this.#shown?.answer ?? null;
  }

  /** Everything that was typed, as a Map of names to text; set it to go where a link or a saved state leads. */
  get state() {
    return new Map(this.#state);
  }
  set state(state) {
    const next = withKnownMode(state);
    if (!this.#engine) {
      this.#waitingState = next;
      return;
    }
    this.#fault = null;
    this.#isTouched = true;
    this.#take(next);
  }
  #waitingState = null;

  /**
   * Opens another catalog. Rejects with the error document when it is at fault; the one before then stays, unless
   * `keepCurrent` is false. `fromLink` says that a link brought it: its name is then shown as the link's.
   */
  async openCatalog(text, { state = null, keepCurrent = true, fromLink = false } = {}) {
    this.#given.catalog = { key: null }; // equal to nothing that a page may give
    this.#waiting.delete("catalog");
    const fault = await this.#open(text, { state: state && withKnownMode(state), keepCurrent, fromLink });
    if (fault) throw { error: fault };
  }

  get catalogText() {
    return this.#catalogText;
  }

  undo() {
    if (!this.#model) return;
    this.#state = this.#history.undo(this.#state);
    this.#afterJump();
  }

  redo() {
    if (!this.#model) return;
    this.#state = this.#history.redo(this.#state);
    this.#afterJump();
  }

  // ---- what the page gives ---------------------------------------------------------------------------------------

  #waiting = new Set();
  #isLive = false;
  #changed(name) {
    this.#waiting.add(name);
    if (this.#isLive) queueMicrotask(() => this.#takeChanges());
  }

  /** All that was set in one go, at once: a new subscription is never answered as of an old date. */
  #takeChanges() {
    const changed = this.#waiting;
    if (!changed.size || (this.#isOpening && !changed.has("catalog"))) return;
    this.#waiting = new Set();
    if (changed.has("catalog")) this.#openGiven();
    else if (!this.#engine) this.#waiting = changed;
    else if (changed.has("subscription") || this.#fault) this.#begin();
    else {
      if (changed.has("mode")) this.#enterMode(this.mode);
      if (changed.has("at")) this.#enterDay();
      if (changed.has("example")) this.#enterExample();
      if (changed.has("confirmable")) this.#render();
    }
  }

  async #openGiven() {
    const { fault, text, address } = this.#given.catalog;
    if (text ?? address) {
      await this.#open(text ?? assetText(address), { keepCurrent: false });
      return;
    }
    const turn = ++this.#turn;
    await this.#start().catch(() => {}); // without words a fault is shown without them
    if (turn !== this.#turn) return;
    this.#isOpening = false; // what was on its way is no longer wanted
    this.#close();
    if (fault) this.#showFault(fault, "catalog");
    else this.#render();
  }

  /** Answers the fault, or null once the catalog is open or another one was asked for. */
  #turn = 0;
  #isOpening = false;
  async #open(reading, { state = null, keepCurrent, fromLink = false }) {
    const turn = ++this.#turn;
    this.#isOpening = true;
    let opened = null;
    let fault = null;
    try {
      const text = await reading;
      const started = this.#start().then(nextTask);
      const [engine] = await Promise.all([openEngine(text), started.then(() => this.#warmUp(text))]);
      opened = { engine, text, state, fromLink };
      await nextTask();
    } catch (error) {
      fault = error?.error ?? notLoaded(error);
    }
    if (turn !== this.#turn) {
      opened?.engine.close();
      return fault;
    }
    this.#isOpening = false;
    if (opened) {
      await this.#takeCatalog(opened);
    } else if (!keepCurrent || !this.#engine) {
      this.#close();
      this.#showFault(fault, "catalog");
    }
    this.#takeChanges();
    return fault;
  }

  async #takeCatalog({ engine, text, state, fromLink }) {
    this.#engine?.close();
    this.#engine = askedOnce(engine);
    this.#catalogText = text;
    this.#catalog = JSON.parse(text);
    this.#fromLink = fromLink;
    this.#name();
    this.#waiting = new Set([...this.#waiting].filter((name) => name === "catalog")); // all else is read now
    this.#waitingState = state ?? this.#waitingState;
    this.#begin({ draws: false });
    await nextTask();
    this.#draw();
  }
  #fromLink = false;

  #close() {
    this.#engine?.close();
    this.#engine = null;
    this.#catalog = null;
    this.#catalogText = null;
    this.#forget();
  }

  /** Nothing of an earlier subscriber's is kept, in the form or behind "undo". */
  #forget() {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#history.clear();
    this.#fault = null;
    this.#model = null;
    this.#shown = null;
    this.#pinned = [];
  }

  /** The form anew, from a state that waits or from what the page gives. */
  #begin({ draws = true } = {}) {
    this.#forget();
    const waiting = this.#waitingState;
    this.#waitingState = null;
    const fault = waiting ? null : this.#faultInGiven();
    if (fault) {
      this.#showFault(fault, "subscription");
      return;
    }
    this.#isTouched = waiting !== null;
    this.#state = waiting ?? this.#firstState();
    this.#answer({});
    if (draws) this.#draw();
  }
  #isTouched = false;

  /** What is wrong with the given date or subscription, in the engine's words where it can be read at all. */
  #faultInGiven() {
    const day = givenDay(this.getAttribute("at"));
    const { value, fault } = this.#given.subscription;
    if (day.fault || fault || value === undefined) return day.fault ?? fault ?? null;
    const { error } = this.#engine.ask("eligibility", { at: this.#day, subscription: value });
    // A reader who asks for a new subscription may hold one that has run out.
    const concerns = error && !(this.mode === "quote" && error.path === "/at");
    return concerns ? error : notHeld(value, this.#catalog);
  }

  get #day() {
    return givenDay(this.getAttribute("at")).date ?? todayIn(this.#catalog.time_zone);
  }

  #firstState() {
    const { value } = this.#given.subscription;
    if (value !== undefined) return stateOfSubscription(value, emptyState(this.#catalog, this.mode, this.#day));
    return this.example ? this.#exampleState(this.mode, this.#day) : emptyState(this.#catalog, this.mode, this.#day);
  }

  #exampleState(mode, at) {
    return exampleState(this.#catalog, mode, at).set("example", "yes");
  }

  #showFault(fault, what) {
    this.#fault = { fault, what };
    this.#told = null;
    this.#render();
    this.dispatchEvent(new CustomEvent("fault", { detail: fault, bubbles: true, composed: true }));
  }

  // ---- getting started -------------------------------------------------------------------------------------------

  #starting = null;
  #start() {
    this.#starting ??= Promise.all([styles(), this.#speak()]).then(([sheet]) => {
      this.#root.adoptedStyleSheets = [sheet];
    });
    this.#starting.catch(() => (this.#starting = null)); // to be tried again
    return this.#starting;
  }

  /** `Intl` takes its time over languages and time zones when it first meets them: while the module is on its way. */
  #warmUp(text) {
    try {
      const catalog = JSON.parse(text);
      const { money, date, shortDate, length } = wordsFor(this.#language, this.#messages, catalog).format;
      const today = todayIn(catalog.time_zone);
      return [money("0.00"), date(today), shortDate(today), length({ count: 1, unit: "D" })];
    } catch {
      return []; // what is wrong with a catalog is the engine's to say
    }
  }

  get #language() {
    return this.getAttribute("lang") || document.documentElement.lang || "en";
  }

  /** Loads the words of the language that is set; of the one set last, when it changes meanwhile. */
  async #speak() {
    const language = this.#language;
    const messages = await loadMessages(language);
    if (language !== this.#language) return this.#speak();
    this.#messages = messages;
    this.#name();
    if (this.#model || this.#fault) this.#render();
  }

  #name() {
    this.#words = wordsFor(this.#language, this.#messages, this.#catalog, { fromLink: this.#fromLink });
  }

  // ---- the state and what follows from it ------------------------------------------------------------------------

  #change(entries, name, { typed = false } = {}) {
    const next = this.#withoutExample();
    for (const [key, value] of entries) {
      if (value === "" || value === null) next.delete(key);
      else next.set(key, value);
    }
    this.#history.record(this.#state, name);
    this.#state = next;
    this.#isTouched = true;
    this.#update({ typed });
  }

  #withoutExample() {
    const next = new Map(this.#state);
    next.delete("example");
    return next;
  }

  #take(state) {
    this.#history.record(this.#state, null);
    this.#state = state;
    this.#update({});
  }

  #enterMode(mode) {
    if (this.#state.get("mode") === mode) return;
    const at = this.#state.get("at");
    const isEmpty = !this.#isTouched && this.#given.subscription.value === undefined;
    if (this.#state.get("example")) this.#take(this.#exampleState(mode, at));
    else if (isEmpty) this.#take(emptyState(this.#catalog, mode, at));
    else this.#take(new Map([...plainChoices(this.#catalog, mode), ...this.#state, ["mode", mode]]));
  }

  #enterDay() {
    if (!this.#isTouched || givenDay(this.getAttribute("at")).fault) this.#begin();
    else if (this.#state.get("at") !== this.#day) this.#change([["at", this.#day]], null);
  }

  /** What the reader has typed is no example and stays. */
  #enterExample() {
    const isExample = Boolean(this.#state.get("example"));
    if (isExample !== this.example && (isExample || !this.#isTouched)) this.#begin();
  }

  #afterJump() {
    const mode = this.#state.get("mode");
    if (mode !== this.mode) this.setAttribute("mode", mode);
    this.#update({});
  }

  #update({ typed = false }) {
    this.#answer({ typed });
    this.#draw();
  }

  /** A fault that appears while the reader is still typing waits for a pause; a right answer never waits. */
  #answer({ typed = false }) {
    const mode = this.#state.get("mode");
    if (mode !== this.mode) this.setAttribute("mode", mode);
    this.#engine.nextTurn();
    // Once there is an answer, a field that is emptied is a fault like any other.
    const missing = this.#shown?.mode === mode ? [] : missingFields(this.#state, this.#catalog);
    const model = missing.length
      ? unanswered(missing, this.#state, this.#catalog, this.#engine)
      : answersTo(this.#state, this.#catalog, this.#engine);
    this.#model = model;
    if (model.missing) {
      this.#shown = null;
      this.#showsFaults = false;
    } else if (!model.fault) {
      this.#shown = model;
      this.#showsFaults = false;
      this.#tell({ request: model.request, answer: model.answer ?? null });
    } else if (!typed) {
      this.#showsFaults = true;
    }
    this.dispatchEvent(new CustomEvent("statechange", { detail: this.state, bubbles: true, composed: true }));
  }

  /** The same answer fires once: a page that sets an equal value on each `preview` does not go round in circles. */
  #tell(detail) {
    const told = JSON.stringify(detail);
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new CustomEvent("preview", { detail, bubbles: true, composed: true }));
  }

  #draw() {
    if (!this.#model) return;
    this.#askFurther();
    this.#render();
    this.#loadParts();
    this.#later("announce", typingPause, () => {
      if (this.#model.fault) {
        this.#showsFaults = true;
        this.#render();
      }
      const sentence = this.#root.querySelector(this.#model.fault ? ".error-summary" : ".sentence");
      this.#status.textContent = sentence?.textContent ?? "";
    });
  }

  /** What comes after the first answer, asked for the answer that is shown: each part once, and none in drawing. */
  #askFurther(...names) {
    const model = this.#shown;
    if (!model || !this.#laterParts) return;
    const { insteadOf, pinnedOf, pinsIn, prospectOf, sweepOf } = this.#laterParts;
    const [catalog, engine] = [this.#catalog, this.#engine];
    const asks = {
      sweep: () => sweepOf(model, engine),
      instead: () => insteadOf(model, catalog, engine),
      prospect: () => prospectOf(model, catalog, engine),
    };
    for (const [name, ask] of Object.entries(asks))
      if (!(name in model) && (!names.length || names.includes(name))) model[name] = ask();
    if (!names.length || names.includes("pinned")) this.#pinned = pinnedOf(pinsIn(this.#state), model, catalog, engine);
  }

  #later(name, delay, action) {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(name, setTimeout(action, delay));
  }

  /**
   * The first answer is alone until it has been seen. Then comes the rest, each piece in a task of its own, so that
   * a tap is never kept waiting.
   */
  async #loadParts() {
    if (this.#laterParts) return;
    await painted();
    this.#laterParts ??= await loadLater().catch(() => null); // the answer needs none of it; the next one tries again
    if (!this.#laterParts) return;
    const pieces = [
      () => this.#renderParts("blocks"), // now with the workings
      () => this.#askFurther("pinned"),
      () => this.#renderParts("timeline", "compare"),
      () => this.#askFurther("sweep"),
      () => this.#askFurther("instead", "prospect"),
      () => this.#renderParts("cancelling", "prospect", "sweep"),
      () => this.#renderForm(), // now with what is folded
      () => this.#renderParts("tools"),
    ];
    for (const piece of pieces) {
      piece();
      await nextTask();
    }
  }

  // ---- drawing ---------------------------------------------------------------------------------------------------

  #resize(width) {
    if (Math.round(width) === this.#width) return;
    this.#width = Math.round(width);
    if (this.#model) this.#later("resize", chartPause, () => this.#render());
  }

  #render() {
    const { dir, lang } = this.#words ?? {};
    const next = html("div", { class: "frame", part: "frame", dir, lang }, this.#content());
    morph(this.#frame, next);
  }

  /** Some parts of the answer alone, where nothing else can have changed. */
  #renderParts(...keys) {
    const place = this.#frame.querySelector(":scope > .answer-place");
    if (!place || !this.#shown || !this.#model) return;
    const parts = answerParts(this.#view());
    for (const [index, [key, view]] of parts.entries()) {
      if (!keys.includes(key)) continue;
      const find = (name) => place.querySelector(`:scope > [data-key="${name}"]`);
      const old = find(key);
      const next = view();
      if (old && next) morph(old, next);
      else if (next)
        place.insertBefore(
          next,
          parts.slice(index + 1).reduce((found, [name]) => found ?? find(name), null),
        );
      else old?.remove();
    }
  }

  #renderForm() {
    const place = this.#frame.querySelector(":scope > .form-place");
    if (place && this.#model) morph(place, formPlace(this.#view()));
  }

  #content() {
    if (this.#fault) return faultView(this.#fault.fault, this.#words, this.#fault.what);
    return this.#model ? frameView(this.#view()) : html("slot");
  }

  /** What is shown: `frameView` hands each view its part of it. */
  #view() {
    const { fault, missing } = this.#model;
    // After a fault the answer from before it stays, marked as old; where there is none yet, there is nothing to show.
    const model = (fault && this.#shown) || this.#model;
    return {
      state: this.#state,
      asked: this.#model,
      model,
      isOld: Boolean(fault),
      isAnswered: !missing && !model.fault,
      faults: this.#showsFaults ? faultsOf(this.#model, this.#catalog, this.#words) : new Map(),
      pinned: this.#pinned,
      catalog: this.#catalog,
      words: this.#words,
      later: this.#laterParts,
      plot: { width: plotWidth(this.#width), tables: this.#tables },
      isWide: this.#width >= wideFrom,
      canUndo: this.#history.canUndo,
      canRedo: this.#history.canRedo,
      isConfirmable: this.confirmable,
    };
  }

  // ---- listening -------------------------------------------------------------------------------------------------

  #listen() {
    this.#root.addEventListener("input", ({ target }) => this.#input(target));
    this.#root.addEventListener("submit", (event) => event.preventDefault());
    this.#root.addEventListener("click", (event) => {
      const target = event.target.closest("[data-action]");
      if (target && target.getAttribute("aria-disabled") !== "true") this.#act(target.dataset.action, target, event);
    });
    this.#root.addEventListener("toggle", ({ target }) => this.#toggleTable(target), true);
    this.#root.addEventListener("pointermove", (event) => this.#point(event));
    this.#root.addEventListener("pointerdown", (event) => this.#point(event));
    this.addEventListener("keydown", (event) => this.#key(event));
    this.#root.addEventListener("focusout", () => {
      if (this.#model?.fault && !this.#showsFaults) {
        this.#showsFaults = true;
        this.#later("faults", 0, () => this.#render());
      }
    });
  }

  /** A table has hundreds of cells: it is filled when it is opened. */
  #toggleTable(details) {
    if (!details.matches(".as-table") || details.open === this.#tables.has(details.dataset.key)) return;
    if (details.open) this.#tables.add(details.dataset.key);
    else this.#tables.delete(details.dataset.key);
    this.#renderParts("sweep", "compare");
  }

  #input(target) {
    if (!target.name) return;
    if (target.name === "day") {
      this.#chooseDay(target.value);
      return;
    }
    const value = target.type === "checkbox" ? (target.checked ? "yes" : "") : target.value;
    if (target.name === "at" && this.#state.get("example") && isDate(value)) {
      this.#take(this.#exampleState(this.mode, value));
      return;
    }
    const typed = target.type === "text" || target.type === "date";
    this.#change([[target.name, value], ...this.#follows(target.name, value)], target.name, { typed });
  }

  /** What goes along with a field: another plan or cycle that one has is also what one wants, until told otherwise. */
  #follows(name, value) {
    const [part, field, deeper] = name.split(".");
    if (part !== "have" || deeper || !["plan", "cycle", "seats"].includes(field)) return [];
    const goesAlong = this.#state.get(`want.${field}`) === this.#state.get(name) ? [[`want.${field}`, value]] : [];
    return field === "cycle" ? [...goesAlong, ...this.#billingDateOn(value)] : goesAlong;
  }

  /** A billing date that cannot be on the new cycle gives way to one that can. */
  #billingDateOn(cycle) {
    const length = this.#catalog.cycles.find(({ id }) => id === cycle)?.length;
    const at = this.#state.get("at");
    const end = this.#state.get("have.period.end") ?? "";
    const isHeld = this.#state.get("have.period.start") || !isDate(at) || !isDate(end);
    if (!length || isHeld || addLength(end, length, -1) <= at) return [];
    return [["have.period.end", exampleEnd(length, at)]];
  }

  async #act(action, target, event) {
    if (action === "step") this.#step(target.dataset.name, Number(target.dataset.by));
    if (action === "undo") this.undo();
    if (action === "redo") this.redo();
    if (action === "go") this.#go(target.dataset.field, event);
    if (action === "use-day")
      this.#change(
        [
          ["at", target.dataset.day],
          ["day", ""],
        ],
        null,
      );
    if (action === "want") this.#change(JSON.parse(target.dataset.want), null);
    if (action === "mode") this.setAttribute("mode", target.dataset.mode);
    if (action === "unpin") this.#change([[target.dataset.pin, ""]], null);
    if (action === "pin" || action === "pin-usual") await this.#pin(action);
    if (action === "print") window.print();
    if (action === "confirm") {
      this.dispatchEvent(
        new CustomEvent("confirm", {
          detail: { request: this.#model.request, answer: this.#model.answer },
          bubbles: true,
          composed: true,
        }),
      );
    }
    if (action === "copy" || exportFormats.includes(action)) await this.#export(action, target);
  }

  #step(name, by) {
    const value = this.#state.get(name) ?? "";
    const from = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    this.#change([[name, String(Math.max(0, from + by))]], name);
  }

  #go(id, event) {
    event.preventDefault();
    const field = this.#root.getElementById(id);
    for (let box = field?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    field?.focus();
  }

  async #pin(action) {
    const module = await loadLater();
    this.#laterParts = module;
    this.#change(action === "pin" ? module.pinOf(this.#state) : module.usualPins(this.#state, this.#catalog), null);
  }

  #chooseDay(value) {
    const days = this.#shown?.sweep;
    if (!days) return;
    const day = days[Math.min(days.length - 1, Math.max(0, Number(value)))];
    this.#state = new Map(this.#state).set("day", day.at);
    this.#renderParts("sweep");
  }

  /** Hovering or touching the chart moves its day; the slider below it does the same for the keyboard. */
  #point(event) {
    const chart = event.target.closest?.(".chart-plot");
    if (
      !chart ||
      !this.#shown?.sweep ||
      (event.pointerType === "touch" && event.type === "pointermove" && !event.buttons)
    )
      return;
    const box = chart.getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    const part = this.#words.dir === "rtl" ? 1 - along : along;
    this.#chooseDay(Math.round(part * (this.#shown.sweep.length - 1)));
  }

  #key(event) {
    const inText = this.#root.activeElement?.matches("input[type=text], input[type=date]");
    if (inText || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) this.redo();
    else this.undo();
  }

  /** On paper every line is open, however the reader prints: by our button, the browser's menu or its keys. */
  #openedForPaper = [];
  #beforePrint = () => {
    this.#openedForPaper = [...this.#root.querySelectorAll("details.line:not([open])")];
    for (const line of this.#openedForPaper) line.open = true;
  };
  #afterPrint = () => {
    for (const line of this.#openedForPaper) line.open = false;
  };

  async #export(action, target) {
    const format = action === "copy" ? "text" : action;
    const { write, type, name } = (await loadLater())[format];
    const catalog = { ...this.#catalog, name: this.#words.vendor() };
    const text = write({ model: this.#shown, catalog, words: this.#words });
    if (action === "copy") {
      await navigator.clipboard.writeText(text);
      this.#status.textContent = this.#words.text("copied");
      target.textContent = this.#words.text("copied");
      this.#later("copied", 2000, () => this.#render());
      return;
    }
    const address = URL.createObjectURL(new Blob([text], { type }));
    const anchor = html("a", { href: address, download: name(this.#model) });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }
}

/** A link may name any mode. */
const withKnownMode = (state) => new Map(state).set("mode", knownMode(new Map(state).get("mode")));
