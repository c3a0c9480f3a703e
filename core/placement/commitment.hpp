// Commitments (§10.3): when one begins, when it ends, and for which date those wait who are bound by one.
// Begun on 1 July 2026 for a year, it ends on 1 July 2027; what waits for it happens at the first period end on or
// after that day.
#pragma once

#include <optional>

#include "core/placement/begun_period.hpp"

namespace planshift {

// The end of the commitment that begins with a period on that cycle; none: the cycle has none.
[[nodiscard]] std::optional<Instant> begun_commitment(const Catalog& catalog, CycleIndex cycle, Instant period_start);

// The end of a commitment after a renewal on `on` that leaves the cycle as it is: the same while it lies ahead; then
// the end of the renewed one, or none.
[[nodiscard]] std::optional<Instant> renewed_commitment(const Catalog& catalog, CycleIndex cycle,
                                                        std::optional<Instant> committed_until, Instant on);

// The first period end on or after the end of the running commitment; without one that lies ahead, the period's end.
// What is scheduled waits with whatever waits for this date, so that the cycle is the running one until then.
[[nodiscard]] Instant term_end(const Catalog& catalog, const Subscription& subscription);

// The renewal at which what is scheduled happens.
[[nodiscard]] Instant scheduled_date(const Catalog& catalog, const Subscription& subscription);

// The first period end on or after `date`, where a scheduled change of cycle happens on the way.
[[nodiscard]] Instant period_end_from(const Catalog& catalog, const Subscription& subscription, Instant date);

}  // namespace planshift
