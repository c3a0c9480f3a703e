import { isNegative } from "./amounts.js";
import { html, link } from "./dom.js";
import { lineTitle } from "./line_title.js";

/** One line of a payment: name and amount, and behind them, once it is there, how that comes about. */
export function lineView(line, key, look) {
  const { catalog, words, later } = look;
  const { title, detail } = lineTitle(line, catalog, words);
  return html(
    "details",
    { class: `line line-${line.kind}`, "data-key": key, part: "line" },
    html(
      "summary",
      {},
      html("span", { class: "line-name" }, title, detail ? html("bdi", { class: "line-detail" }, detail) : null),
      signedAmount(line, words),
    ),
    html("div", { class: "working" }, later?.lineWorking(line, look)),
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
