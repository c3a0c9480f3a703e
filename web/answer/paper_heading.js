import { isDate } from "../exact/dates.js";
import { html } from "../element/dom.js";

/** Whose prices, what the reader has and what the reader wants, in one line: on paper and in a copy there is no form. */
export function headingText(state, words) {
  const mode = state.get("mode");
  const have = mode === "quote" ? [] : heldTerms(state, words);
  const want = mode === "cancel" ? [words.text("option_cancel")] : termsIn("want", state, words);
  const row = (key, terms) => (terms.length ? `${words.text(key)}: ${words.format.list(terms, "unit")}` : null);
  return [words.vendor(), row("i_have", have), row("i_want", want)].filter(Boolean).join(" · ");
}

/** What the form says that the reader has: only what has been filled in. */
export function heldTerms(state, words) {
  const end = state.get("have.period.end") ?? "";
  const until = isDate(end) ? words.text("until", { date: words.format.shortDate(end) }) : null;
  return [...termsIn("have", state, words), until].filter(Boolean);
}

function termsIn(part, state, words) {
  const [plan, cycle, seats] = ["plan", "cycle", "seats"].map((name) => state.get(`${part}.${name}`));
  return [plan ? words.terms({ plan, seats }) : null, cycle ? words.cycleName(cycle) : null].filter(Boolean);
}

export const paperHeading = (state, words) =>
  html("p", { class: "on-paper", "data-key": "paper" }, headingText(state, words));
