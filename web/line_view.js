import { isNegative } from "./amounts.js";
import { html, link } from "./dom.js";
import { beforePutOff, lineArithmetic, lineDays, lineTitle, movementOf, ruleSentences } from "./explain.js";
import { sourcesOf } from "./policy.js";

/** One line of a payment: name and amount, and behind them the sum, the days, the rule and its source. */
export function lineView(line, key, { model, catalog, words }) {
  const { title, detail } = lineTitle(line, catalog, words);
  const made = beforePutOff(line);
  const arithmetic = lineArithmetic(made, catalog, words);
  const days = lineDays(made, shareEnd(made, model), words);
  const movement =
    model.answer?.movements && line.proration !== undefined && (line.cite?.length || line.origin)
      ? movementOf(made, model, catalog)
      : null;
  const rules = movement ? ruleSentences(movement, model.request.subscription.cycle, catalog, words) : [];
  const cited = line.origin ? model.answer?.movements?.find(({ kind }) => kind === movement)?.cite : line.cite;
  const sources = sourcesOf(catalog, cited);
  return html(
    "details",
    { class: `line line-${line.kind}`, "data-key": key, part: "line" },
    html(
      "summary",
      {},
      html("span", { class: "line-name" }, title, detail ? html("bdi", { class: "line-detail" }, detail) : null),
      signedAmount(line, words),
    ),
    html(
      "div",
      { class: "working" },
      arithmetic.map((step) => html("p", { class: "sum" }, step)),
      days && html("p", {}, days),
      line.kind === "full" && !arithmetic.length ? html("p", {}, words.say("sum_full")) : null,
      line.kind === "pending" ? html("p", {}, words.say("sum_pending")) : null,
      rules.length ? html("p", { class: "rule" }, rules.join(" ")) : null,
      sourceList(sources, words),
    ),
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

/** The end of the period whose days a line counts: the old one for unused time, the one that now runs for a charge. */
function shareEnd(line, model) {
  if (!line.proration) return null;
  if (line.kind === "unused") return model.request.subscription?.period.end;
  return model.answer.terms_now?.period.end ?? model.answer.period?.end ?? model.request.subscription?.period.end;
}
