// Unit credits that a change moves: now if a new period begins, at the period's end if plan or cycle wait.
// Contract: §5.7.3 to §5.7.5.
#pragma once

#include "core/placement/placement.hpp"
#include "core/renewal/granted_credits.hpp"
#include "core/settlement/settlement.hpp"

namespace planshift {

[[nodiscard]] std::optional<CreditsMove> credits_moved(const Catalog& catalog, const Subscription& subscription,
                                                       Instant at, const Placement& placement,
                                                       const Settlement& settlement);

}  // namespace planshift
