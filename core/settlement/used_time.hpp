// What a cancellation keeps for the time that was used, at the list price of another cycle (§10.2). A year of 200.00
// is cancelled in its fourth month, and a month costs 20.00:
//   unused  −200.00  all that was paid for the period
//   used     +80.00  4 months begun
// The share alone would have given 149.04 back. Where used time is so cheap that more would come back than the share,
// a line `cap` takes it down to that.
#pragma once

#include "core/settlement/item_lines.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// The cycle at whose price used time is counted: the rule's, where the terms are sold on it.
[[nodiscard]] std::optional<CycleIndex> cycle_of_used_time(const Catalog& catalog, const Subscription& subscription,
                                                           const Rule& rule);

// Adds the lines. `whole` is the share of the cycle that the period is, `left` what remains of it at `at`.
void add_used_time_lines(const Catalog& catalog, const Subscription& subscription, Instant at, CycleIndex cycle,
                         const LineMaker& maker, const Share& whole, const Share& left, Lines& lines);

}  // namespace planshift
