// Where a period begins and ends: a new one on the day of a change, or the one after the running period.
// Contract: §3.4, §5.4.20 to §5.4.25, §5.6.5, §5.6.6.
#pragma once

#include <optional>

#include "core/subscription/subscription.hpp"

namespace planshift {

struct BegunPeriod {
  Period period;
  AnchorDay anchor_day = 1;
  std::optional<Share> part;  // of its cycle, if it is charged in part; else it is a whole one
};

// A period that begins at `at`. On a cycle with fixed dates it ends at the next of those dates and is charged in part,
// unless `at` is such a date: on a monthly cycle from the 15th, a period that begins on 5 December ends on 15 December.
[[nodiscard]] BegunPeriod begin_period(const Catalog& catalog, CycleIndex index, Instant at);

// The period of the cycle `index` that contains `at`, counted from the start of the running whole cycle.
[[nodiscard]] BegunPeriod align_period(const Catalog& catalog, const Subscription& subscription, CycleIndex index,
                                       Instant at);

// The period after the running one, on the cycle `index`: another of the same, or the first of another cycle.
[[nodiscard]] BegunPeriod following_period(const Catalog& catalog, const Subscription& subscription, CycleIndex index);

}  // namespace planshift
