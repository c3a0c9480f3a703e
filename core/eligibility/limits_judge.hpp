// Are these terms allowed at all? Compares plans, seats and add-ons with what the catalog sells.
// A limit counts only if the change alters what it limits: a subscription that is outside of a limit may stay there.
// Contract: §5.3.4 to §5.3.7.
#pragma once

#include "core/eligibility/reason.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// Adds a reason for each limit that `after` breaks and that concerns something altered: different from `before`, and
// from what the subscriber holds at `present` (taking back a scheduled change is always allowed).
void judge_limits(const Catalog& catalog, const Terms& present, const Terms& before, const Terms& after,
                  Reasons& reasons);

// New terms, for a quote: every limit counts.
void judge_new_terms(const Catalog& catalog, const Terms& terms, Reasons& reasons);

}  // namespace planshift
