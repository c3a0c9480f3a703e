// The policy: how time is shared, and a rule for each movement on each cycle.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/calendar/share.hpp"
#include "core/catalog/id.hpp"
#include "core/catalog/movement_kind.hpp"
#include "core/catalog/rule.hpp"
#include "core/catalog/window.hpp"
#include "core/money/rounding.hpp"

namespace planshift {

// When one movement of a change waits for the period's end:
enum class Mixed : std::uint8_t {
  split,     // those that keep the period may still happen now
  together,  // all wait
};

// What a period costs within which a cancellation takes effect (§10.8).
enum class LastPeriod : std::uint8_t {
  full,      // a whole one
  prorated,  // the share up to that day, on which the period ends
};

struct Proration {
  ProrationUnit unit = ProrationUnit::day;
  Rounding rounding = Rounding::half_up;
  ChangeDay change_day = ChangeDay::remaining;
  LastPeriod last_period = LastPeriod::full;
};

class Policy {
 public:
  Proration proration;
  Mixed mixed = Mixed::split;

  // The rule of a movement while the subscription is on `cycle`; none: it is never allowed. A renewal is judged by it.
  [[nodiscard]] const Rule* rule(MovementKind kind, CycleIndex cycle) const;
  // The same on a day: as the first of its windows makes it in which the day lies.
  [[nodiscard]] const Rule* rule(MovementKind kind, CycleIndex cycle, const RuleDay& day) const;
  // The rule, and as each of its windows makes it; nothing where there is none.
  [[nodiscard]] std::vector<const Rule*> every_rule(MovementKind kind, CycleIndex cycle) const;
  // Whether what a rule says can differ from day to day.
  [[nodiscard]] bool has_windows() const { return has_windows_; }

  // One rule for each of the catalog's cycles, in their order.
  void set(MovementKind kind, std::vector<Rule> on_cycles) { of(kind).rules = std::move(on_cycles); }
  // The windows of each of these rules.
  void set_windows(MovementKind kind, std::vector<std::vector<Window>> on_cycles);

 private:
  struct OfKind {
    std::vector<Rule> rules;
    std::vector<std::vector<Window>> windows;  // empty where no rule has any
  };
  [[nodiscard]] OfKind& of(MovementKind kind) { return kinds_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const OfKind& of(MovementKind kind) const { return kinds_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const std::vector<Window>* windows(MovementKind kind, CycleIndex cycle) const;

  std::array<OfKind, movement_kinds> kinds_;
  bool has_windows_ = false;
};

}  // namespace planshift
