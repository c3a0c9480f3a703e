import { compare, perPart, share, size, times } from "../../exact/amounts.js";
import { addDays, dayOf } from "../../exact/dates.js";
import { priceOn, roundingOf, ruleFor } from "../../engine/policy.js";
import { priceParts } from "./price_words.js";

/**
 * Why a line comes to what it does, in words: its arithmetic, its days, its rounding and its rule, made from its
 * figures and from the catalog.
 */

/**
 * The sums that lead to a line's amount, each a list of nodes: unit prices, the share of the days, the rounding. `day`
 * is the one whose prices count (`pricesOf`), `beside` the lines of the payment, `isBounded` whether the subscription
 * says what may still come back (`creditable`).
 */
export function lineArithmetic(line, catalog, words, { day, beside = [], isBounded = false } = {}) {
  if (line.kind === "used") return [usedSum(line, beside, words)];
  const steps = [];
  const base = line.proration?.base ?? size(line.amount);
  const priced = priceSum(line, base, day, catalog, words);
  if (priced) steps.push(priced);
  if (line.proration) {
    const { remaining, of, unit } = line.proration;
    const paper = share(base, remaining, of);
    const key = paper.ends && compare(paper.digits, size(line.amount)) === 0 ? "sum_share_exact" : "sum_share";
    steps.push(
      words.say(key, {
        base: words.format.money(base),
        remaining: words.text(`units_${unit}`, { n: remaining }),
        of: words.text(`units_${unit}`, { n: of }),
        digits: onPaper(paper, base, words),
        rounding: words.text(`rounding_${roundingOf(catalog)}`),
        amount: words.format.money(size(line.amount)),
      }),
    );
  }
  if (line.kind === "discount") {
    const discount = catalog.discounts?.find(({ id }) => id === line.discount_id);
    if (discount?.percent) steps.push(words.say("sum_percent", { percent: words.format.percent(discount.percent) }));
  }
  if (line.kind === "tax" && catalog.tax) {
    steps.push(words.say("sum_percent_tax", { percent: words.format.percent(catalog.tax.percent) }));
  }
  if (line.kind === "cap") steps.push(words.say(limitOf(beside, isBounded)));
  return steps;
}

/** A line that limits has no movement. The lines beside it show what it keeps to, unless there is more than one limit. */
function limitOf(beside, isBounded) {
  if (isBounded) return "sum_cap_creditable";
  return beside.some(({ kind }) => kind === "used") ? "sum_cap_unused" : "sum_cap";
}

/** "4 months × $20.00 = $80.00"; what was paid bounds it, and then it says nothing of one month. */
function usedSum(line, beside, words) {
  const isAtMost = beside.some(
    ({ kind, transaction, amount }) =>
      kind === "unused" && transaction === line.transaction && compare(size(amount), line.amount) === 0,
  );
  return words.say(isAtMost ? "sum_used_at_most" : "sum_used", {
    time: words.cycles(line.periods, line.cycle),
    price: words.format.money(perPart(line.amount, line.periods)),
    amount: words.format.money(line.amount),
  });
}

/** The share that unused time was worth, and the time that it bought at the new price. */
export function extensionSum({ base, remaining, of, unit, units }, catalog, words) {
  const paper = share(base, remaining, of);
  return words.say("sum_extension", {
    base: words.format.money(base),
    remaining: words.text(`units_${unit}`, { n: remaining }),
    of: words.text(`units_${unit}`, { n: of }),
    digits: onPaper(paper, base, words),
    time: words.text(`units_${unit}`, { n: units }),
    rounding: words.text(`rounding_${roundingOf(catalog)}`),
  });
}

/** The days that a share counts, as their dates, or null where nothing is shared out by days. */
export function lineDays(line, periodEnd, words) {
  if (line.proration?.unit !== "day" || !periodEnd || line.proration.remaining < 1) return null;
  const end = dayOf(periodEnd);
  return words.say("days_of", {
    range: words.format.range(addDays(end, -line.proration.remaining), addDays(end, -1)),
    n: line.proration.remaining,
    of: words.text("units_day", { n: line.proration.of }),
  });
}

/** The day whose prices a line takes: a held one (`prices_of`), else the one on which its period begins. */
export function pricesOf(line, payment, { request, answer, next, at }) {
  const had = request.subscription;
  if (line.kind === "unused" || line.kind === "used") return had.prices_of ?? had.period.start;
  const has = answer?.after ?? had;
  const stays = has && line.cycle === has.cycle && (line.addon || line.plan === has.plan);
  if (stays && has.prices_of) return has.prices_of;
  if (payment === next) return next.date;
  return answer?.terms_now?.period.start ?? answer?.period?.start ?? at;
}

/** What the policy says of one movement, as sentences for the reader; with an `age`, as it is on that day. */
export function ruleSentences(kind, cycle, catalog, words, age) {
  const rule = ruleFor(catalog, kind, cycle, age);
  const sentences = [words.text(`rule_when_${rule.when}`, { movement: words.text(`movement_${kind}`) })];
  if (rule.when === "now" || rule.when === "choice") sentences.push(...settlingSentences(kind, rule, words));
  if (rule.when !== "never") {
    if (rule.once && costsOnce(kind, catalog)) sentences.push(words.text("rule_once"));
    if (rule.fee) sentences.push(...feeSentences(rule.fee, words));
  }
  if (rule.window) {
    const { of, length } = rule.window;
    sentences.push(words.text(`rule_in_first_${of}`, { length: words.length(length) }));
  }
  if (rule.roles) {
    sentences.push(words.text("rule_roles", { roles: words.format.list(rule.roles.map(words.role), "disjunction") }));
  }
  return sentences;
}

const costsOnce = (kind, { plans, addons = [] }) => (kind === "add_addon" ? addons : plans).some(({ once }) => once);

/** What a movement does that happens at once. */
function settlingSentences(kind, rule, words) {
  const sentences = [];
  if (kind === "cancel") {
    sentences.push(words.text(`rule_cancel_${rule.unused}`));
    if (rule.used_at) sentences.push(words.text("rule_cancel_used_at", { every: words.every(rule.used_at) }));
  } else {
    sentences.push(words.text(`rule_cycle_${rule.cycle}`));
    if (rule.charge === "none" && rule.unused !== "time") sentences.push(words.text("rule_charge_none"));
    else sentences.push(words.text(`rule_unused_${rule.unused}`), words.text(`rule_charge_${rule.charge}`));
    if (rule.collect === "next_payment") sentences.push(words.text("rule_collect_next_payment"));
  }
  if (rule.carry_credits) sentences.push(words.text("rule_carry_credits"));
  return sentences;
}

/** What leaving early costs, as the vendor has it. */
function feeSentences(fee, words) {
  if (fee.percent) return [words.text("rule_fee_percent", { percent: words.format.percent(fee.percent) })];
  const sentences = [words.text("rule_fee", { amount: words.format.money(fee.amount) })];
  if (fee.less) sentences.push(words.text("rule_fee_less", { amount: words.format.money(fee.less) }));
  if (fee.at_most) sentences.push(words.text("rule_fee_at_most"));
  return sentences;
}

/** "3 licenses × $1,188.00 = $3,564.00" where that is all there is to it; the tiers' or packages' own sum otherwise. */
function priceSum(line, base, day, catalog, words) {
  const item = line.addon
    ? catalog.addons?.find(({ id }) => id === line.addon)
    : catalog.plans.find(({ id }) => id === line.plan);
  const price = line.kind === "once" ? item?.once : priceOn(item, line.cycle, day);
  if (!price || line.seats === undefined) return null;
  const seats = words.seats(line.seats);
  if (price.per_seat && !price.flat && !price.tiers && !price.package) {
    if (compare(times(price.per_seat, line.seats), base) !== 0) {
      return line.kind === "unused"
        ? words.say("sum_as_paid", { base: words.format.money(base), cycle: words.cycle(line.cycle) })
        : null;
    }
    return words.say("sum_seats", { seats, price: words.format.money(price.per_seat), base: words.format.money(base) });
  }
  const parts = priceParts(price, words);
  // More seats cost once what the price is more for them: that is no sum of its parts.
  const isDifference = line.kind === "once" && line.movement?.startsWith("add_");
  if (!parts.length || isDifference || (line.kind === "once" && parts.length === 1)) return null;
  if (price.flat && parts.length === 1 && compare(price.flat, base) === 0) {
    return words.say("sum_flat", { base: words.format.money(base), every: words.every(line.cycle) });
  }
  return words.say("sum_parts", { seats, parts: words.format.list(parts), base: words.format.money(base) });
}

/** A share of `base` as one writes it on paper, with dots where it goes on. */
export const onPaper = (paper, base, words) =>
  paper.ends ? words.format.money(shortest(paper.digits, base)) : `${words.format.money(paper.digits)}…`;

/** Drops the zeros that the paper division carries past the smallest unit. */
function shortest(digits, base) {
  const decimals = base.split(".")[1]?.length ?? 0;
  const [whole, fraction = ""] = digits.split(".");
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, "");
  return kept ? `${whole}.${kept}` : whole;
}
