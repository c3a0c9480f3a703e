// The policy: how time is shared, and a rule for each movement on each cycle.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/calendar/share.hpp"
#include "core/catalog/id.hpp"
#include "core/catalog/movement_kind.hpp"
#include "core/catalog/rule.hpp"
#include "core/money/rounding.hpp"

namespace planshift {

// When one movement of a change waits for the period's end:
enum class Mixed : std::uint8_t {
  split,     // those that keep the period may still happen now
  together,  // all wait
};

struct Proration {
  ProrationUnit unit = ProrationUnit::day;
  Rounding rounding = Rounding::half_up;
  ChangeDay change_day = ChangeDay::remaining;
};

class Policy {
 public:
  Proration proration;
  Mixed mixed = Mixed::split;

  // The rule of a movement while the subscription is on `cycle`; none: it is never allowed.
  [[nodiscard]] const Rule* rule(MovementKind kind, CycleIndex cycle) const {
    const auto& of_kind = rules_[static_cast<std::size_t>(kind)];
    return of_kind.empty() ? nullptr : &of_kind[static_cast<std::size_t>(cycle)];
  }
  // One rule for each of the catalog's cycles, in their order.
  void set(MovementKind kind, std::vector<Rule> on_cycles) {
    rules_[static_cast<std::size_t>(kind)] = std::move(on_cycles);
  }

 private:
  std::array<std::vector<Rule>, movement_kinds> rules_;
};

}  // namespace planshift
