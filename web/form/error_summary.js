import { html } from "../element/dom.js";
import { fieldId } from "./fields.js";
import { fieldOf } from "../engine/requests.js";

/**
 * The faults of a request, said twice: once at their fields, and once together in front of the answer, each a link
 * to its field. A reader who types is not interrupted: the summary takes no focus by itself.
 */
export function faultsOf(model, catalog, words) {
  const faults = new Map();
  for (const { path, message } of model.fault?.all ?? (model.fault ? [model.fault] : [])) {
    const field = fieldOf(path, model.request);
    if (!faults.has(field)) faults.set(field, remedy(field, message, catalog, words));
  }
  return faults;
}

export function errorSummary(faults, words) {
  if (!faults.size) return null;
  return html(
    "div",
    { class: "error-summary", part: "error-summary" },
    html("h2", {}, words.text("fault_title")),
    html(
      "ul",
      {},
      [...faults].map(([field, message]) =>
        html(
          "li",
          {},
          html("a", { href: `#${fieldId(field)}`, "data-action": "go", "data-field": fieldId(field) }, message),
        ),
      ),
    ),
  );
}

/** What to do, by field. A list has nothing to type, but a link can name what is not in it. */
function remedy(field, message, catalog, words) {
  const kind =
    field
      .replace(/\.\d+\./, ".")
      .split(".")
      .slice(1)
      .join("_") || field;
  const key = kind.startsWith("addons_") ? "fault_addons" : `fault_${kind}`;
  const list = /(?:^|_)(plan|cycle)$/.exec(kind)?.[1];
  if (list) return words.text("fault_choice", { what: words.text(list) });
  // The engine's own sentence is in English, for the engineer who writes the requests.
  if (!words.has(key)) return words.lang.startsWith("en") ? message : words.text("fault_other");
  return words.text(key, { seats: words.seatNoun(), currency: catalog.currency });
}
