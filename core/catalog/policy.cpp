#include "core/catalog/policy.hpp"

#include <utility>

namespace planshift {

const Rule* Policy::rule(MovementKind kind, CycleIndex cycle) const {
  const std::vector<Rule>& rules = of(kind).rules;
  return rules.empty() ? nullptr : &rules[static_cast<std::size_t>(cycle)];
}

const Rule* Policy::rule(MovementKind kind, CycleIndex cycle, const RuleDay& day) const {
  if (const auto* list = windows(kind, cycle)) {
    for (const Window& each : *list) {
      if (each.holds(day)) return &each.rule;
    }
  }
  return rule(kind, cycle);
}

std::vector<const Rule*> Policy::every_rule(MovementKind kind, CycleIndex cycle) const {
  const Rule* base = rule(kind, cycle);
  if (base == nullptr) return {};
  std::vector<const Rule*> out{base};
  if (const auto* list = windows(kind, cycle)) {
    for (const Window& each : *list) out.push_back(&each.rule);
  }
  return out;
}

void Policy::set_windows(MovementKind kind, std::vector<std::vector<Window>> on_cycles) {
  of(kind).windows = std::move(on_cycles);
  has_windows_ = true;
}

const std::vector<Window>* Policy::windows(MovementKind kind, CycleIndex cycle) const {
  const auto& lists = of(kind).windows;
  return lists.empty() ? nullptr : &lists[static_cast<std::size_t>(cycle)];
}

}  // namespace planshift
