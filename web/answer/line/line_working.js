import { addDays, dayOf } from "../../exact/dates.js";
import { html } from "../../element/dom.js";
import { extensionSum, lineArithmetic, lineDays, pricesOf, ruleSentences } from "./explain.js";
import { feeArithmetic } from "./fee_working.js";
import { beforePutOff } from "./line_title.js";
import { sourceList } from "./line_view.js";
import { ageOf, sourcesOf } from "../../engine/policy.js";

/** How a line of a payment comes about: the sum, the days, the rule and its source. */
export function lineWorking(line, payment, model, catalog, words) {
  const made = beforePutOff(line);
  const around = {
    day: pricesOf(made, payment, model),
    beside: payment.lines,
    isBounded: model.request.subscription?.creditable !== undefined,
  };
  const arithmetic =
    made.kind === "fee" ? feeArithmetic(made, model, catalog, words) : lineArithmetic(made, catalog, words, around);
  const days = lineDays(made, shareEnd(made, payment, model), words);
  return [
    arithmetic.map((step) => html("p", { class: "sum" }, step)),
    days && html("p", {}, days),
    line.kind === "full" && !arithmetic.length ? html("p", {}, words.say("sum_full")) : null,
    line.kind === "pending" ? html("p", {}, words.say("sum_pending")) : null,
    line.movement ? behind(line.movement, model, catalog, words) : null,
  ];
}

/** How the time that unused time bought comes about. */
export function extensionWorking(model, catalog, words) {
  const { extension, movements } = model.answer;
  return [
    html("p", { class: "sum" }, extensionSum(extension, catalog, words)),
    movements.filter(({ when }) => when === "now").map(({ kind }) => behind(kind, model, catalog, words)),
  ];
}

/** The rule of a movement on the day that is asked about, and its sources. */
function behind(movement, model, catalog, words) {
  const { subscription } = model.request;
  const rules = ruleSentences(movement, subscription.cycle, catalog, words, ageOf(subscription, model.at));
  const cited = model.answer?.movements?.find(({ kind }) => kind === movement)?.cite;
  return [html("p", { class: "rule" }, rules.join(" ")), sourceList(sourcesOf(catalog, cited), words)];
}

/**
 * The end of the period whose days a line counts: the old one for unused time, the one that now runs for a charge. A
 * renewal's share is a last period that is cut short: it begins with its payment.
 */
function shareEnd(line, payment, model) {
  if (!line.proration) return null;
  const had = model.request.subscription;
  if (line.kind === "unused") return had?.period.end;
  if (payment === model.next && !line.movement) return addDays(dayOf(payment.date), line.proration.remaining);
  return model.answer.terms_now?.period.end ?? model.answer.period?.end ?? had?.period.end;
}
