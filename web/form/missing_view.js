import { html } from "../element/dom.js";
import { fieldId } from "./fields.js";

/** In place of an answer: what the reader still has to say, each a link to its field. */
export const missingView = ({ mode, missing }, words) => [
  html("p", { class: "sentence", part: "sentence" }, words.text(`missing_${mode}`)),
  html(
    "p",
    { class: "missing", part: "missing" },
    words.text("still_missing"),
    " ",
    missing.map((name, index) => [
      index ? " · " : null,
      html("a", { href: `#${fieldId(name)}`, "data-action": "go", "data-field": fieldId(name) }, labelOf(name, words)),
    ]),
  ),
];

function labelOf(name, words) {
  const [, field] = name.split(".");
  if (field === "seats") return words.seatNoun();
  if (field === "period") return words.text("next_billing_date");
  return words.text(field === "plan" ? "plan" : "cycle");
}
