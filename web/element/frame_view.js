import { answerSentence } from "../answer/answer_sentence.js";
import { html } from "./dom.js";
import { errorSummary } from "../form/error_summary.js";
import { dateField } from "../form/fields.js";
import { missingView } from "../form/missing_view.js";
import { paperHeading } from "../answer/paper_heading.js";
import { noticesView, previewView } from "../answer/preview_view.js";
import { requestForm } from "../form/request_form.js";

const mostPins = 4;
const button = (words, action, key, attributes) =>
  html("button", { type: "button", "data-action": action, ...attributes }, words.text(key));

/**
 * Everything inside of the element, from the date at the top to the buttons at the end. Here, and only here, each view
 * gets its part of what is shown:
 *
 *   state     what was typed               asked     the model of it
 *   model     of the answer that is shown: after a fault the one from before it (`isOld`), where there is one
 *   faults    by their fields              pinned    the options beside each other
 *   later     the views that come after the first answer, once they are loaded
 *   plot      how wide a chart is, and which tables are open
 */
export const frameView = (shown) => [
  paperHeading(shown.state, shown.words),
  bar(shown),
  sentencePlace(shown),
  formPlace(shown),
  answerPlace(shown),
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

function sentencePlace({ asked, model, words, faults, isOld, isAnswered, catalog }) {
  const kind = model.allowed ? "sentence" : "sentence refused";
  return html(
    "div",
    { class: "sentence-place", "data-key": "sentence" },
    asked.missing ? missingView(asked, words) : null,
    errorSummary(faults, words),
    isOld && faults.size && isAnswered ? html("p", { class: "old" }, words.text("old_answer")) : null,
    isAnswered
      ? html("p", { class: isOld ? "sentence stale" : kind, part: "sentence" }, answerSentence(model, catalog, words))
      : null,
  );
}

export function formPlace({ state, asked, model, faults, catalog, words, later, isWide }) {
  const offers = {
    options: model.options ?? asked.options,
    cycles: model.cycles ?? asked.cycles,
    prices: asked.prices,
    at: model.at,
    isRefused: model.allowed === false,
  };
  const folds = { isMissing: Boolean(asked.missing), isWide, isWhole: Boolean(later) };
  return html(
    "div",
    { class: "form-place", "data-key": "form" },
    requestForm({ state, faults, words }, offers, catalog, folds),
  );
}

function answerPlace(shown) {
  return html(
    "div",
    { class: shown.isOld ? "answer-place stale" : "answer-place", "data-key": "answer" },
    shown.isAnswered ? answerParts(shown).map(([, view]) => view()) : null,
  );
}

/** The parts of the answer in their order, by their keys; those that come after the first answer wait for `later`. */
export function answerParts({ state, model, pinned, catalog, words, later, plot, isConfirmable }) {
  const { mode, allowed } = model;
  const waits = allowed && mode !== "quote" && !model.standing;
  return [
    ["without", () => withoutThis(model, words)],
    ["blocks", () => (model.next === undefined ? null : previewView(model, catalog, words, later))],
    ["cancelling", () => allowed && mode === "cancel" && later?.cancelView(model, catalog, words)],
    ["notices", () => (allowed && mode !== "cancel" ? noticesView(model, catalog, words) : null)],
    ["confirm", () => (isConfirmable && waits ? confirmButton(words) : null)],
    ["timeline", () => allowed && later?.timeline(model, words)],
    ["prospect", () => model.prospect && later?.prospectView(model.prospect, words)],
    ["sweep", () => waits && later?.sweepView(model, state.get("day"), words, plot)],
    ["compare", () => later && compareBlock(pinned, model, catalog, words, later, plot)],
    ["tools", () => later && tools(words)],
  ];
}

/** Refused: what follows below comes without it. */
function withoutThis({ allowed, next }, words) {
  if (allowed || next === undefined) return null;
  return html("p", { class: "soft", "data-key": "without" }, words.text("without_this"));
}

const confirmButton = (words) =>
  html("p", { class: "confirm", "data-key": "confirm" }, button(words, "confirm", "confirm", { class: "primary" }));

function compareBlock(pinned, { at, allowed }, catalog, words, { compareView }, plot) {
  return html(
    "section",
    { class: "compare", "data-key": "compare" },
    html("h3", {}, words.text("compare")),
    pinned.length
      ? compareView(pinned, at, catalog, words, plot)
      : html("p", { class: "soft" }, words.text("compare_empty")),
    html(
      "div",
      { class: "steps" },
      allowed && pinned.length < mostPins ? button(words, "pin", "pin") : null,
      pinned.length === 0 ? button(words, "pin-usual", "pin_usual") : null,
    ),
  );
}

function tools(words) {
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
