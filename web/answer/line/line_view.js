import { isNegative } from "../../exact/amounts.js";
import { html, link } from "../../element/dom.js";
import { lineTitle } from "./line_title.js";

/** One line of a payment: name and amount, and behind them, once it is there, how that comes about (`working`). */
export const lineView = (line, key, working, catalog, words) =>
  foldedLine(key, line.kind, lineTitle(line, catalog, words), signedAmount(line, words), working);

/** The time that unused time bought, in place of money. */
export function extensionView({ extension, terms_now: terms }, working, words) {
  const { unit, units } = extension;
  const time = html("span", { class: "line-amount back" }, html("bdi", {}, words.text(`units_${unit}`, { n: units })));
  const title = { title: words.text("extension"), detail: words.terms(terms) };
  return html("div", { class: "lines" }, foldedLine("extension", "extension", title, time, working));
}

function foldedLine(key, kind, { title, detail }, amount, working) {
  return html(
    "details",
    { class: `line line-${kind}`, "data-key": key, part: "line" },
    html(
      "summary",
      {},
      html("span", { class: "line-name" }, title, detail ? html("bdi", { class: "line-detail" }, detail) : null),
      amount,
    ),
    html("div", { class: "working" }, working),
  );
}

export function sourceList(sources, words) {
  if (!sources.length) return null;
  return html(
    "p",
    { class: "sources" },
    words.text("source"),
    " ",
    sources.map((source, index) => [index ? ", " : "", link(source.url, html("bdi", {}, source.title ?? source.id))]),
  );
}

/** What comes back to the reader has its sign and its word, never its colour alone. */
function signedAmount(line, words) {
  if (line.inclusive) return html("span", { class: "line-amount soft" }, words.format.money(line.amount));
  const back = isNegative(line.amount);
  return html(
    "span",
    { class: back ? "line-amount back" : "line-amount" },
    html("bdi", {}, words.format.money(line.amount)),
  );
}
