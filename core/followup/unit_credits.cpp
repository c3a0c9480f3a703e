#include "core/followup/unit_credits.hpp"

namespace planshift {
namespace {

Carry either(bool a, bool b) { return a || b ? Carry::all : Carry::nothing; }

}  // namespace

std::optional<CreditsMove> credits_moved(const Catalog& catalog, const Subscription& subscription, Instant at,
                                         const Placement& placement, const Settlement& settlement) {
  bool plan_carries = false;
  bool waiting_carries = false;
  bool grant_ends_later = false;
  for (const PlacedMovement& each : placement.movements) {
    const bool of_plan = is_of_plan(each.movement.kind);
    if (of_plan) plan_carries = each.rule->carry_credits;
    if (each.waits() && (of_plan || is_of_cycle(each.movement.kind))) {
      grant_ends_later = true;
      waiting_carries = waiting_carries || each.rule->carry_credits;
    }
  }
  if (settlement.new_period_rule != nullptr) {
    const Carry carry = either(settlement.new_period_rule->carry_credits, plan_carries);
    return move_credits(catalog, subscription, placement.now.plan, carry, at);
  }
  if (!grant_ends_later) return std::nullopt;
  return move_credits(catalog, subscription, placement.next.plan, either(waiting_carries, plan_carries),
                      placement.scheduled_on.value_or(subscription.period.end));
}

}  // namespace planshift
