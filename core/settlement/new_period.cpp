#include "core/settlement/new_period.hpp"

#include "core/money/rounding.hpp"
#include "core/placement/commitment.hpp"
#include "core/settlement/creditable.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/once.hpp"
#include "core/settlement/time.hpp"
#include "core/settlement/unused_line.hpp"

namespace planshift {
namespace {

// A new period, before anything is paid for it: where it is, and what it costs.
struct Begun {
  BegunPeriod at;
  Instant price_day;
  std::vector<DiscountIndex> discounts;
  DiscountScope scope = DiscountScope::full_period;
  Money price;  // of a whole cycle, less discounts
};

Begun begin(const Catalog& catalog, const Subscription& subscription, Instant at, const Terms& terms,
            CycleTreatment treatment, const HeldDiscounts& discounts) {
  Begun out;
  out.at = treatment == CycleTreatment::restart ? begin_period(catalog, terms.cycle, at)
                                                : align_period(catalog, subscription, terms.cycle, at);
  const Instant start = out.at.period.start;
  out.price_day = price_day(subscription, terms, start);
  out.discounts = discounts_from(discounts, start);
  if (subscription.trial) out.scope = DiscountScope::first_payment;
  out.price = discounted(catalog, out.discounts, out.scope, list_price(catalog, terms, out.price_day));
  return out;
}

void add_charged_lines(const Catalog& catalog, const Begun& begun, const Terms& terms, const LineMaker& maker,
                       Lines& lines) {
  Lines charged;
  add_period_lines(catalog, terms, begun.price_day, begun.at.part, maker, charged);
  add_discount_lines(catalog, begun.discounts, begun.scope, sum_of(charged, Transaction::charge),
                     ratio_of(begun.at.part), charged);
  for (const Line& line : charged) lines.push_back(line);
}

// What becomes of the unused time, unless it buys time.
void settle_unused(const Catalog& catalog, const Subscription& subscription, Instant at, const LineMaker& maker,
                   const Begun& begun, Settlement& out) {
  const Rule& rule = *maker.rule;
  const Share left = running_share(catalog, subscription, at, ChangeDay::remaining);
  // Time can't be counted at a price of nothing.
  const bool worthless = rule.unused == Unused::time && begun.price.is_zero() && !subscription.trial;
  if (rule.unused == Unused::forfeit || worthless) {
    out.forfeited = round(subscription.paid * left.ratio(), catalog.policy.proration.rounding);
  } else if (rule.unused != Unused::time && !subscription.trial) {
    add_unused_line(catalog, subscription, maker, left, out.lines);
    cap_creditable(subscription, -sum_of(out.lines, transaction_of(rule)), transaction_of(rule), out.lines);
  }
}

}  // namespace

const PlacedMovement* beginner_of_period(const Placement& placement) {
  const PlacedMovement* aligns = nullptr;
  const PlacedMovement* restarts = nullptr;
  for (const PlacedMovement& each : placement.movements) {
    if (!each.is_now()) continue;
    if (each.rule->cycle == CycleTreatment::align) aligns = &each;
    if (each.rule->cycle == CycleTreatment::restart) restarts = &each;
  }
  return restarts != nullptr ? restarts : aligns;
}

void settle_new_period(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                       const PlacedMovement& beginner, const HeldDiscounts& discounts, Settlement& out) {
  const Rule& rule = *beginner.rule;
  const LineMaker maker = maker_of(beginner);
  const Terms& terms = placement.now;
  const Begun begun = begin(catalog, subscription, at, terms, rule.cycle, discounts);
  std::optional<BoughtTime> bought;
  if (rule.unused == Unused::time) bought = buy_time(catalog, subscription, at, terms.cycle, rule.charge, begun.price);

  settle_unused(catalog, subscription, at, maker, begun, out);
  // Where no time was bought a whole period is charged.
  if (!bought || rule.charge != Charge::none) add_charged_lines(catalog, begun, terms, maker, out.lines);
  add_once_lines(catalog, subscription.terms, placement, out.lines);
  add_pending_lines(subscription.pending, out.lines);

  out.new_period_rule = &rule;
  out.period = bought ? bought->period : begun.at.period;
  out.anchor_day = bought ? bought->anchor_day : begun.at.anchor_day;
  out.paid = bought ? bought->paid : begun.price;
  out.extended = bought && bought->extended;
  if (bought) out.extension = bought->extension;
  out.trial = false;
  out.creditable.reset();
  out.committed_until = begun_commitment(catalog, terms.cycle, out.period.start);
  out.pending.clear();
}

}  // namespace planshift
