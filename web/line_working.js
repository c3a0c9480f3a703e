import { html } from "./dom.js";
import { lineArithmetic, lineDays, movementOf, ruleSentences } from "./explain.js";
import { beforePutOff } from "./line_title.js";
import { sourceList } from "./line_view.js";
import { sourcesOf } from "./policy.js";

/** What stands behind a line of a payment: the sum, the days, the rule and its source. */
export function lineWorking(line, { model, catalog, words }) {
  const made = beforePutOff(line);
  const arithmetic = lineArithmetic(made, catalog, words);
  const days = lineDays(made, shareEnd(made, model), words);
  const movement =
    model.answer?.movements && line.proration !== undefined && (line.cite?.length || line.origin)
      ? movementOf(made, model, catalog)
      : null;
  const rules = movement ? ruleSentences(movement, model.request.subscription.cycle, catalog, words) : [];
  const cited = line.origin ? model.answer?.movements?.find(({ kind }) => kind === movement)?.cite : line.cite;
  return [
    arithmetic.map((step) => html("p", { class: "sum" }, step)),
    days && html("p", {}, days),
    line.kind === "full" && !arithmetic.length ? html("p", {}, words.say("sum_full")) : null,
    line.kind === "pending" ? html("p", {}, words.say("sum_pending")) : null,
    rules.length ? html("p", { class: "rule" }, rules.join(" ")) : null,
    sourceList(sourcesOf(catalog, cited), words),
  ];
}

/** The end of the period whose days a line counts: the old one for unused time, the one that now runs for a charge. */
function shareEnd(line, model) {
  if (!line.proration) return null;
  if (line.kind === "unused") return model.request.subscription?.period.end;
  return model.answer.terms_now?.period.end ?? model.answer.period?.end ?? model.request.subscription?.period.end;
}
