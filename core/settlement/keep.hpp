// Movements that keep the running period: each gives back the unused time of what it changes and pays for the new, from
// the terms that the one before left. 22 November, 99 of 365 days to go, 3 seats from 828.00 to 1,188.00:
//   unused  −round(2,484.00 × 99/365) = −673.74
//   charge  +round(3,564.00 × 99/365) = +966.67
#pragma once

#include "core/settlement/settlement.hpp"

namespace planshift {

void settle_keep(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                 const HeldDiscounts& discounts, Settlement& out);

}  // namespace planshift
