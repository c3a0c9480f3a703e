// A last period that a cancellation cuts short (§10.8). It ends on 11 January and began on the 1st: 10 of 31 days are
// charged.
#pragma once

#include <optional>

#include "core/placement/begun_period.hpp"

namespace planshift {

// The period that a payment opens, cut where the policy says so and the subscription ends within it.
[[nodiscard]] BegunPeriod cut_short(const Catalog& catalog, CycleIndex index, const BegunPeriod& begun,
                                    std::optional<Instant> ends);

}  // namespace planshift
