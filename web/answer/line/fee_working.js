import { compare, difference, isZero, share, times } from "../../exact/amounts.js";
import { addLength, dayOf, isBefore, wholeLengths } from "../../exact/dates.js";
import { onPaper } from "./explain.js";
import { monthsCommitted } from "../../engine/fee.js";
import { ageOf, roundingOf, ruleFor } from "../../engine/policy.js";

/**
 * How a fee for leaving comes about. Its line names no figures, so they are put together from the catalog, the dates and
 * what the engine says of one more period. They are shown only where they come to the engine's amount.
 */
export function feeArithmetic(line, model, catalog, words) {
  const { subscription } = model.request;
  const { fee } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, model.at));
  const effect = model.answer.movements.find(({ kind }) => kind === "cancel").on;
  const steps = fee.percent
    ? ofTheRest(line, fee, effect, model, catalog, words)
    : fallen(line, fee, effect, model, catalog, words);
  if (steps) return steps;
  if (!fee.percent && !fee.at_most) return [];
  const date = words.day(subscription.committed_until);
  return [
    fee.percent
      ? words.say("sum_fee_rest", { percent: words.format.percent(fee.percent), date })
      : words.say("sum_fee_at_most", { date }),
  ];
}

/** "7 months × $20.00 = $140.00", "50% of $140.00 = $70.00": periods that are not paid yet, where all of them are whole. */
function ofTheRest(line, { percent }, effect, model, catalog, words) {
  const { subscription } = model.request;
  const { committed_until: until, cycle, period } = subscription;
  const { length } = catalog.cycles.find(({ id }) => id === cycle);
  const from = dayOf(isBefore(effect, period.end) ? period.end : effect);
  const count = wholeLengths(from, until, length);
  const price = model.leaving.oneMore;
  if (!price || addLength(from, length, count) !== dayOf(until)) return null;
  const rest = times(price, count);
  const [whole, decimals = ""] = percent.split(".");
  const paper = share(rest, whole + decimals, `100${"0".repeat(decimals.length)}`);
  if (!isRounded(paper.digits, line.amount)) return null;
  const isExact = paper.ends && compare(paper.digits, line.amount) === 0;
  return [
    words.say("sum_used", {
      time: words.cycles(count, cycle),
      price: words.format.money(price),
      amount: words.format.money(rest),
    }),
    words.say(isExact ? "sum_fee_exact" : "sum_fee", {
      percent: words.format.percent(percent),
      rest: words.format.money(rest),
      digits: onPaper(paper, rest, words),
      rounding: words.text(`rounding_${roundingOf(catalog)}`),
      amount: words.format.money(line.amount),
    }),
  ];
}

/** "$240.00 − 5 months × $10.00 = $190.00": each whole month of the commitment takes so much off. */
function fallen(line, { amount, less }, effect, model, catalog, words) {
  if (!less) return compare(amount, line.amount) === 0 ? [] : null;
  const months = monthsCommitted(model.request.subscription, effect, catalog);
  if (compare(difference(amount, times(less, months)), line.amount) !== 0) return null;
  return [
    words.say("sum_fee_less", {
      amount: words.format.money(amount),
      time: words.length(`P${months}M`),
      less: words.format.money(less),
      fee: words.format.money(line.amount),
    }),
  ];
}

/** Whether an amount is what digits on paper come to, rounded in whatever way: less than one smallest unit apart. */
function isRounded(digits, amount) {
  const unit = `${amount.replace(/\d/g, "0").slice(0, -1)}1`;
  const apart = difference(digits, amount).replace("-", "");
  return isZero(apart) || compare(apart, unit) < 0;
}
