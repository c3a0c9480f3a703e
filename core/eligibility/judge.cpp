#include "core/eligibility/judge.hpp"

#include <algorithm>
#include <string>

#include "core/eligibility/limits_judge.hpp"
#include "core/eligibility/name_list.hpp"

namespace planshift {
namespace {

void judge_role(MovementKind kind, const Rule& rule, std::optional<std::string_view> role, Reasons& reasons) {
  if (!rule.roles) return;
  if (role && std::find(rule.roles->begin(), rule.roles->end(), *role) != rule.roles->end()) return;
  NameList allowed;
  for (const std::string_view each : *rule.roles) allowed.add(each);
  reasons.push_back({ReasonCode::role, kind, {{"movement", name_of(kind)}, {"roles", allowed.text()}}});
}

void judge_timing(MovementKind kind, const Rule& rule, const std::optional<Timing>& asked, Reasons& reasons) {
  if (!asked) return;
  const bool offered = *asked == Timing::now ? rule.may_happen_now() : rule.may_wait();
  if (offered) return;
  reasons.push_back({ReasonCode::timing,
                     kind,
                     {{"movement", name_of(kind)}, {"timing", *asked == Timing::now ? "now" : "period_end"}}});
}

// What the policy says of one movement: whether at all, by whom, and when.
void judge_rule(MovementKind kind, const Rule* rule, const Asked& asked, Reasons& reasons) {
  const bool allowed = rule != nullptr && rule->when != When::never;
  if (!allowed) reasons.push_back({ReasonCode::not_allowed, kind, {{"movement", name_of(kind)}}});
  if (rule == nullptr) return;
  judge_role(kind, *rule, asked.role, reasons);
  if (allowed) judge_timing(kind, *rule, asked.change.timing, reasons);
}

void judge_pending_cancellation(const Subscription& subscription, Reasons& reasons) {
  if (!subscription.cancels_on) return;
  const std::string date = subscription.cancels_on->date().text();
  reasons.push_back({ReasonCode::cancellation_pending, std::nullopt, {{"cancels_on", date}}});
}

void judge_seats_in_use(const Subscription& subscription, const Placement& placement, Reasons& reasons) {
  if (!subscription.seats_in_use) return;
  const Seats in_use = *subscription.seats_in_use;
  const Seats present = subscription.terms.seats;
  const bool now = placement.now.seats != present && placement.now.seats < in_use;
  const bool next = placement.next.seats != placement.next_before.seats && placement.next.seats < in_use;
  if (!now && !next) return;
  reasons.push_back({ReasonCode::seats_in_use,
                     std::nullopt,
                     {{"seats", now ? placement.now.seats : placement.next.seats}, {"in_use", in_use}}});
}

bool begins_period_now(const Placement& placement) {
  return std::any_of(placement.movements.begin(), placement.movements.end(),
                     [](const PlacedMovement& each) { return each.is_now() && each.rule->renews_period(); });
}

}  // namespace

bool changes_discounts(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  const auto& named = asked.change.discounts;
  return named && begun_at(catalog, subscription.discounts, *named, asked.at) != subscription.discounts;
}

Reasons judge_terms(const Catalog& catalog, const Subscription& subscription, const Asked& asked,
                    const Placement& placement) {
  Reasons reasons;
  const bool other_discounts = changes_discounts(catalog, subscription, asked);
  if (placement.movements.empty() && !placement.replaces_scheduled && !other_discounts) {
    reasons.push_back({ReasonCode::nothing_changes, std::nullopt, {}});
  }
  judge_pending_cancellation(subscription, reasons);
  bool net = false;
  for (const PlacedMovement& each : placement.movements) {
    judge_rule(each.movement.kind, each.rule, asked, reasons);
    net = net || (each.is_now() && each.rule->lines == LineStyle::net);
  }
  judge_limits(catalog, subscription.terms, subscription.terms, placement.now, reasons);
  judge_limits(catalog, subscription.terms, placement.next_before, placement.next, reasons);
  judge_seats_in_use(subscription, placement, reasons);
  if (begins_period_now(placement) && !placement.left_standing.empty()) {
    reasons.push_back({ReasonCode::scheduled_in_the_way, std::nullopt, {}});
  }
  if (other_discounts && net) reasons.push_back({ReasonCode::discounts_with_net, std::nullopt, {}});
  return reasons;
}

Reasons judge_cancellation(const Subscription& subscription, const Asked& asked, const Cancellation& cancellation) {
  Reasons reasons;
  judge_pending_cancellation(subscription, reasons);
  judge_rule(MovementKind::cancel, cancellation.rule, asked, reasons);
  return reasons;
}

Reasons judge_resumption(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  Reasons reasons;
  if (!subscription.cancels_on && subscription.scheduled.empty()) {
    reasons.push_back({ReasonCode::nothing_to_resume, std::nullopt, {}});
  }
  const RuleDay day = rule_day(subscription, asked.at);
  const Rule* rule = catalog.policy.rule(MovementKind::cancel, subscription.terms.cycle, day);
  if (rule != nullptr) judge_role(MovementKind::cancel, *rule, asked.role, reasons);
  return reasons;
}

}  // namespace planshift
