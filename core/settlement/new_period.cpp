#include "core/settlement/new_period.hpp"

#include "core/money/rounding.hpp"
#include "core/placement/commitment.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/unused_line.hpp"

namespace planshift {

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
                       const PlacedMovement& beginner, const std::vector<DiscountIndex>& discounts, Settlement& out) {
  const Rule& rule = *beginner.rule;
  const Share unused = running_share(catalog, subscription, at, ChangeDay::remaining);
  if (!rule.returns_unused()) {
    out.forfeited = round(subscription.paid * unused.ratio(), catalog.policy.proration.rounding);
  } else if (!subscription.trial) {
    add_unused_line(catalog, subscription, maker_of(beginner), unused, out.lines);
  }

  const CycleIndex cycle = placement.now.cycle;
  const BegunPeriod begun = rule.cycle == CycleTreatment::restart ? begin_period(catalog, cycle, at)
                                                                  : align_period(catalog, subscription, cycle, at);
  const DiscountScope scope = subscription.trial ? DiscountScope::first_payment : DiscountScope::full_period;
  Lines charged;
  add_period_lines(catalog, placement.now, begun.part, maker_of(beginner), charged);
  add_discount_lines(catalog, discounts, scope, sum_of(charged, Transaction::charge), ratio_of(begun.part), charged);
  for (const Line& line : charged) out.lines.push_back(line);
  add_pending_lines(subscription.pending, out.lines);

  out.new_period_rule = &rule;
  out.period = begun.period;
  out.anchor_day = begun.anchor_day;
  out.paid = discounted(catalog, discounts, scope, list_price(catalog, placement.now));
  out.trial = false;
  out.committed_until = begun_commitment(catalog, cycle, begun.period.start);
  out.pending.clear();
}

}  // namespace planshift
