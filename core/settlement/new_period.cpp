#include "core/settlement/new_period.hpp"

#include "core/money/rounding.hpp"
#include "core/placement/begun_period.hpp"
#include "core/settlement/item_lines.hpp"

namespace planshift {

const Rule* new_period_rule(const Placement& placement) {
  const Rule* aligns = nullptr;
  const Rule* restarts = nullptr;
  for (const PlacedMovement& each : placement.movements) {
    if (!each.is_now()) continue;
    if (each.rule->cycle == CycleTreatment::align) aligns = each.rule;
    if (each.rule->cycle == CycleTreatment::restart) restarts = each.rule;
  }
  return restarts != nullptr ? restarts : aligns;
}

void add_unused_line(const Catalog& catalog, const Subscription& subscription, const Rule& rule, const Share& share,
                     Lines& lines) {
  Line line;
  line.kind = LineKind::unused;
  line.transaction = rule.unused == Unused::refund ? Transaction::refund : Transaction::charge;
  line.plan = subscription.terms.plan;
  line.cycle = subscription.terms.cycle;
  line.seats = subscription.terms.seats;
  line.rule = &rule;
  line.amount = -round(subscription.paid * share.ratio(), catalog.policy.proration.rounding);
  line.proration = LineProration{share, subscription.paid};
  add_line(lines, line);
}

void settle_new_period(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                       const Rule& rule, const std::vector<DiscountIndex>& discounts, Settlement& out) {
  const Share unused = running_share(catalog, subscription, at, ChangeDay::remaining);
  if (!rule.returns_unused()) {
    out.forfeited = round(subscription.paid * unused.ratio(), catalog.policy.proration.rounding);
  } else if (!subscription.trial) {
    add_unused_line(catalog, subscription, rule, unused, out.lines);
  }

  const CycleIndex cycle = placement.now.cycle;
  const BegunPeriod begun = rule.cycle == CycleTreatment::restart ? begin_period(catalog, cycle, at)
                                                                  : align_period(catalog, subscription, cycle, at);
  const DiscountScope scope = subscription.trial ? DiscountScope::first_payment : DiscountScope::full_period;
  Lines charged;
  add_period_lines(catalog, placement.now, begun.part, &rule, charged);
  add_discount_lines(catalog, discounts, scope, sum_of(charged, Transaction::charge), ratio_of(begun.part), charged);
  for (const Line& line : charged) out.lines.push_back(line);
  add_pending_lines(subscription.pending, out.lines);

  out.new_period_rule = &rule;
  out.period = begun.period;
  out.anchor_day = begun.anchor_day;
  out.paid = discounted(catalog, discounts, scope, list_price(catalog, placement.now));
  out.trial = false;
  out.pending.clear();
}

}  // namespace planshift
