// May these terms be held at all? Plans, seats and add-ons against what the catalog sells.
// Each limit is judged only where something that it limits is altered: who is outside of one already may stay there.
// Contract: §5.3.4 to §5.3.7.
#pragma once

#include "core/eligibility/reason.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// Adds a reason for each limit that `after` breaks and that lies on something altered: other than `before`, and other
// than what the subscriber holds at `present` (to take back a scheduled change is always allowed).
void judge_limits(const Catalog& catalog, const Terms& present, const Terms& before, const Terms& after,
                  Reasons& reasons);

// Terms that nobody holds yet: every limit counts.
void judge_new_terms(const Catalog& catalog, const Terms& terms, Reasons& reasons);

}  // namespace planshift
