import { answerSentence } from "./answer_sentence.js";
import { html } from "./dom.js";
import { errorSummary } from "./error_summary.js";
import { dateField } from "./fields.js";
import { missingView } from "./missing_view.js";
import { paperHeading } from "./paper_heading.js";
import { noticesView, previewView } from "./preview_view.js";
import { requestForm } from "./request_form.js";

const mostPins = 4;
const button = (words, action, key, attributes) =>
  html("button", { type: "button", "data-action": action, ...attributes }, words.text(key));

/** Everything inside of the element, from the date at the top to the buttons at the end: what stands where. */
export const frameView = (look) => [
  paperHeading(look),
  bar(look),
  sentencePlace(look),
  formPlace(look),
  answerPlace(look),
];

function bar({ state, faults, words, canUndo, canRedo }) {
  return html(
    "div",
    { class: "bar", "data-key": "bar" },
    dateField({ state, faults, words }, "at", words.text("as_of")),
    html(
      "div",
      { class: "steps" },
      button(words, "undo", "undo", { disabled: !canUndo }),
      button(words, "redo", "redo", { disabled: !canRedo }),
    ),
  );
}

function sentencePlace({ model, words, faults, old, answered, state, catalog }) {
  const kind = model.allowed ? "sentence" : "sentence refused";
  return html(
    "div",
    { class: "sentence-place", "data-key": "sentence" },
    model.missing ? missingView(model, words) : null,
    errorSummary(faults, words),
    old && faults.size && answered ? html("p", { class: "old" }, words.text("old_answer")) : null,
    answered
      ? html(
          "p",
          { class: old ? "sentence stale" : kind, part: "sentence" },
          answerSentence(model, state, catalog, words),
        )
      : null,
  );
}

export function formPlace(look) {
  const model = { ...look.model, prices: look.prices };
  return html("div", { class: "form-place", "data-key": "form" }, requestForm({ ...look, model }));
}

function answerPlace(look) {
  return html(
    "div",
    { class: look.old ? "answer-place stale" : "answer-place", "data-key": "answer" },
    look.answered ? answerParts(look).map(([, view]) => view()) : null,
  );
}

/** The parts of the answer in their order, by their keys; those that come after the first answer wait for `later`. */
export function answerParts(look) {
  const { model, state, later } = look;
  const mode = state.get("mode");
  const { allowed } = model;
  const waits = allowed && mode !== "quote" && !model.standing;
  return [
    ["without", () => withoutThis(look)],
    ["blocks", () => (model.next === undefined ? null : previewView(look))],
    ["cancelling", () => allowed && mode === "cancel" && later?.cancelView({ ...look, sweep: look.sweep() })],
    ["notices", () => (allowed && mode !== "cancel" ? noticesView(look) : null)],
    ["confirm", () => confirmButton(look)],
    ["timeline", () => allowed && later?.timeline(look)],
    ["prospect", () => allowed && mode === "quote" && later?.prospectView(look)],
    ["sweep", () => waits && later?.sweepView({ ...look, sweep: look.sweep() })],
    ["compare", () => later && compareBlock(look)],
    ["tools", () => later && tools(look)],
  ];
}

/** Refused: what stands below is what comes without it. */
function withoutThis({ model, words }) {
  if (model.allowed || model.next === undefined) return null;
  return html("p", { class: "soft", "data-key": "without" }, words.text("without_this"));
}

function confirmButton({ model, words, confirmable }) {
  if (!confirmable || !model.allowed || model.standing || model.mode === "quote") return null;
  return html(
    "p",
    { class: "confirm", "data-key": "confirm" },
    button(words, "confirm", "confirm", { class: "primary" }),
  );
}

function compareBlock(look) {
  const { words, model, state, later } = look;
  const pins = [...state.keys()].filter((name) => name.startsWith("pin.")).length;
  return html(
    "section",
    { class: "compare", "data-key": "compare" },
    html("h3", {}, words.text("compare")),
    pins ? later.compareView(look) : html("p", { class: "soft" }, words.text("compare_empty")),
    html(
      "div",
      { class: "steps" },
      model.allowed && pins < mostPins ? button(words, "pin", "pin") : null,
      pins === 0 ? button(words, "pin-usual", "pin_usual") : null,
    ),
  );
}

function tools({ words }) {
  return html(
    "section",
    { class: "tools", "data-key": "tools", part: "tools", "aria-label": words.text("keep_it") },
    html("slot", { name: "tools" }),
    button(words, "copy", "copy_text"),
    button(words, "print", "print"),
    button(words, "csv", "save_csv"),
    button(words, "json", "save_json"),
    button(words, "ics", "save_ics"),
  );
}
