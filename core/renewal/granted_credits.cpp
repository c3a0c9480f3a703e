#include "core/renewal/granted_credits.hpp"

#include "core/movement/movement.hpp"

namespace planshift {

std::optional<CreditsMove> move_credits(const Catalog& catalog, const Subscription& subscription, PlanIndex new_plan,
                                        Carry carry, Instant on) {
  const auto& before = catalog[subscription.terms.plan].credits;
  const auto& after = catalog[new_plan].credits;
  if (!before && !after) return std::nullopt;
  CreditsMove out;
  out.name = after ? after->name : before->name;
  out.left = subscription.credits_left;
  out.carried = carry == Carry::all ? out.left.value_or(0) : 0;
  out.granted = after ? after->per_period : 0;
  out.on = on;
  return out;
}

std::optional<std::int64_t> credits_after_renewal(const Catalog& catalog, const Subscription& subscription,
                                                  const Terms& next) {
  Carry carry = Carry::nothing;
  for (const Movement& movement : split(catalog, subscription.terms, due_changes(subscription))) {
    const Rule* rule = catalog.policy.rule(movement.kind, subscription.terms.cycle);
    const bool ends_grant = is_of_plan(movement.kind) || is_of_cycle(movement.kind);
    if (ends_grant && rule != nullptr && rule->carry_credits) carry = Carry::all;
  }
  const auto move = move_credits(catalog, subscription, next.plan, carry, subscription.period.end);
  if (!move) return std::nullopt;
  return move->after();
}

}  // namespace planshift
