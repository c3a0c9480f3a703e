#include "core/catalog/rule.hpp"

namespace planshift {
namespace {

template <class Value>
void override_member(std::optional<Value>& member, const std::optional<Value>& by) {
  if (by) member = by;
}

}  // namespace

RuleText RuleText::overridden_by(const RuleText& override_) const {
  RuleText merged = *this;
  override_member(merged.when, override_.when);
  override_member(merged.choice_default, override_.choice_default);
  override_member(merged.cycle, override_.cycle);
  override_member(merged.unused, override_.unused);
  override_member(merged.charge, override_.charge);
  override_member(merged.collect, override_.collect);
  override_member(merged.lines, override_.lines);
  override_member(merged.carry_credits, override_.carry_credits);
  override_member(merged.once, override_.once);
  override_member(merged.roles, override_.roles);
  override_member(merged.notice, override_.notice);
  override_member(merged.used_at, override_.used_at);
  override_member(merged.fee, override_.fee);
  override_member(merged.cite, override_.cite);
  return merged;
}

Rule RuleText::with_defaults(MovementKind kind) const {
  const bool cancels = kind == MovementKind::cancel;
  Rule rule;
  rule.when = when.value_or(cancels ? When::period_end : When::now);
  rule.choice_default = choice_default.value_or(Timing::now);
  rule.cycle = cycle.value_or(CycleTreatment::keep);
  rule.unused = unused.value_or(cancels ? Unused::forfeit : Unused::credit);
  rule.charge = charge.value_or(rule.cycle == CycleTreatment::restart ? Charge::full : Charge::prorated);
  rule.collect = collect.value_or(Collect::now);
  rule.lines = lines.value_or(LineStyle::split);
  rule.carry_credits = carry_credits.value_or(false);
  rule.once = once.value_or(kind == MovementKind::add_addon);
  rule.roles = roles;
  rule.notice = notice;
  rule.used_at = used_at;
  rule.fee = fee;
  if (cite) rule.cite = *cite;
  return rule;
}

}  // namespace planshift
