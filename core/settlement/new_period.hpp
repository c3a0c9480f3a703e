// Movements that begin a new period settle the whole change at once, by the rule of the last of them.
// 30 days to 365 on 22 November, 18 of 30 days to go, 237.00 paid:
//   unused  −round(237.00 × 18/30) = −142.20, paid back or set against the charge
//   full    +2,484.00 for [2026-11-22, 2027-11-22)
// Contract: §5.4.20 to §5.4.26, §5.4.52.
#pragma once

#include "core/settlement/settlement.hpp"

namespace planshift {

// The movement by whose rule a new period begins now: the last that restarts, else the last that aligns, else none.
[[nodiscard]] const PlacedMovement* beginner_of_period(const Placement& placement);

void settle_new_period(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                       const PlacedMovement& beginner, const HeldDiscounts& discounts, Settlement& out);

}  // namespace planshift
