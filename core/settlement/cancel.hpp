// What a cancellation costs and gives back. One that takes effect now settles the unused time, of which a part or
// nothing may come back, and collects what is pending; one that waits settles nothing. Either may cost a fee.
#pragma once

#include "core/placement/cancellation.hpp"
#include "core/settlement/settlement.hpp"

namespace planshift {

[[nodiscard]] Settlement settle_cancellation(const Catalog& catalog, const Subscription& subscription, Instant at,
                                             const Cancellation& cancellation);

}  // namespace planshift
