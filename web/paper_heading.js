import { isDate } from "./dates.js";
import { html } from "./dom.js";

/** Whose prices, what the reader has and what the reader wants, in one line: on paper and in a copy there is no form. */
export function headingText({ state, catalog, words }) {
  const mode = state.get("mode");
  const end = state.get("have.period.end") ?? "";
  const terms = (part) => [
    words.terms({ plan: state.get(`${part}.plan`), seats: state.get(`${part}.seats`) }),
    words.every(state.get(`${part}.cycle`)),
  ];
  const have = [...terms("have"), isDate(end) ? words.text("until", { date: words.format.shortDate(end) }) : null];
  const rows = [
    mode === "quote" ? null : `${words.text("i_have")}: ${words.format.list(have.filter(Boolean), "unit")}`,
    `${words.text("i_want")}: ${mode === "cancel" ? words.text("option_cancel") : words.format.list(terms("want"), "unit")}`,
  ];
  return [catalog.name ?? catalog.id, ...rows.filter(Boolean)].join(" · ");
}

export const paperHeading = (look) => html("p", { class: "on-paper", "data-key": "paper" }, headingText(look));
