import { compare, share, size, times } from "./amounts.js";
import { addDays, dayOf } from "./dates.js";
import { priceOn, roundingOf, ruleFor } from "./policy.js";
import { priceParts } from "./price_words.js";

/**
 * Why a line comes to what it does, in words: its arithmetic, its days, its rounding and its rule, made from its
 * figures and from the catalog.
 */

/** The sums that lead to a line's amount, each a list of nodes: unit prices, the share of the days, the rounding. */
export function lineArithmetic(line, catalog, words) {
  const steps = [];
  const base = line.proration?.base ?? size(line.amount);
  const priced = priceSum(line, base, catalog, words);
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
        digits: words.format.money(paper.ends ? shortest(paper.digits, base) : paper.digits) + (paper.ends ? "" : "…"),
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
  if (line.kind === "cap") steps.push(words.say("sum_cap"));
  return steps;
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

/**
 * The movement that made a line. A restart settles everything at once by its last movement's rule; otherwise the
 * plan's lines come first and are those that still count the old seats.
 */
export function movementOf(line, model, catalog) {
  const now = (model.answer?.movements ?? []).filter(({ when }) => when === "now");
  const had = model.request.subscription;
  const kinds = now.map(({ kind }) => kind);
  const last = (matches) => kinds.filter(matches).at(-1);
  const restarting = last((kind) => ["restart", "align"].includes(ruleFor(catalog, kind, had.cycle).cycle));
  if (restarting) return restarting;
  if (line.addon) return last((kind) => kind.endsWith("_addon"));
  const plan = last((kind) => ["upgrade", "downgrade", "lateral"].includes(kind));
  const seats = last((kind) => kind.endsWith("_seats"));
  if (!plan || !seats) return plan ?? seats;
  const isPlan = line.kind === "unused" ? line.plan === had.plan : line.seats === had.seats;
  return isPlan ? plan : seats;
}

/** What the policy says of one movement, as sentences for the reader. */
export function ruleSentences(kind, cycle, catalog, words) {
  const rule = ruleFor(catalog, kind, cycle);
  const sentences = [words.text(`rule_when_${rule.when}`, { movement: words.text(`movement_${kind}`) })];
  if (rule.when !== "never" && rule.when !== "period_end") {
    if (kind === "cancel") {
      sentences.push(words.text(`rule_cancel_${rule.unused}`));
    } else {
      sentences.push(words.text(`rule_cycle_${rule.cycle}`));
      if (rule.charge === "none") sentences.push(words.text("rule_charge_none"));
      else sentences.push(words.text(`rule_unused_${rule.unused}`), words.text(`rule_charge_${rule.charge}`));
      if (rule.collect === "next_payment") sentences.push(words.text("rule_collect_next_payment"));
    }
    if (rule.carry_credits) sentences.push(words.text("rule_carry_credits"));
  }
  if (rule.roles) {
    sentences.push(words.text("rule_roles", { roles: words.format.list(rule.roles.map(words.role), "disjunction") }));
  }
  return sentences;
}

/** "3 licenses × $1,188.00 = $3,564.00" where that is all there is to it; the tiers' or packages' own sum otherwise. */
function priceSum(line, base, catalog, words) {
  const item = line.addon
    ? catalog.addons?.find(({ id }) => id === line.addon)
    : catalog.plans.find(({ id }) => id === line.plan);
  const price = priceOn(item, line.cycle);
  if (!price || line.seats === undefined) return null;
  const seats = words.seats(line.seats);
  if (price.per_seat && !price.flat && !price.tiers && !price.package) {
    if (compare(times(price.per_seat, line.seats), base) !== 0) {
      return words.say("sum_as_paid", { base: words.format.money(base), cycle: words.cycle(line.cycle) });
    }
    return words.say("sum_seats", { seats, price: words.format.money(price.per_seat), base: words.format.money(base) });
  }
  const parts = priceParts(price, words);
  if (price.flat && parts.length === 1 && compare(price.flat, base) === 0) {
    return words.say("sum_flat", { base: words.format.money(base), every: words.every(line.cycle) });
  }
  return words.say("sum_parts", { seats, parts: words.format.list(parts), base: words.format.money(base) });
}

/** Drops the zeros that the paper division carries past the smallest unit. */
function shortest(digits, base) {
  const decimals = base.split(".")[1]?.length ?? 0;
  const [whole, fraction = ""] = digits.split(".");
  const kept = fraction.slice(0, decimals) + fraction.slice(decimals).replace(/0+$/, "");
  return kept ? `${whole}.${kept}` : whole;
}
