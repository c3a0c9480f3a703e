// Rules of the first days (§10.1): entries of a rule that override its members while the subscription, or its running
// period, is young. Begun on 1 November, the first 14 days last until the 14th; on the 15th the rule itself speaks.
#pragma once

#include <cstdint>
#include <optional>

#include "core/calendar/instant.hpp"
#include "core/calendar/length.hpp"
#include "core/catalog/rule.hpp"

namespace planshift {

enum class WindowOf : std::uint8_t {
  subscription,  // counted from the day on which it began; never holds where that is not known
  period,        // counted from the start of the running period
};

// The day on which a rule is asked, and what its windows are counted from.
struct RuleDay {
  Instant at;
  Instant period_start;
  std::optional<Instant> started_on;
};

struct Window {
  WindowOf of = WindowOf::subscription;
  Length length;
  Rule rule;  // as the entry makes it

  // Whether `at` lies in the stretch; its last day is the one before start + length.
  [[nodiscard]] bool holds(const RuleDay& day) const;
};

}  // namespace planshift
