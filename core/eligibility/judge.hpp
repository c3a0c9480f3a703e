// May it be done? Every judge is heard, and every reason kept; one refusal refuses the whole change.
// Contract: §5.3.
#pragma once

#include "core/eligibility/reason.hpp"
#include "core/placement/cancellation.hpp"
#include "core/placement/placement.hpp"

namespace planshift {

[[nodiscard]] Reasons judge_terms(const Catalog& catalog, const Subscription& subscription, const Asked& asked,
                                  const Placement& placement);
[[nodiscard]] Reasons judge_cancellation(const Subscription& subscription, const Asked& asked,
                                         const Cancellation& cancellation);
[[nodiscard]] Reasons judge_resumption(const Catalog& catalog, const Subscription& subscription, const Asked& asked);

// Whether the change names other discounts than the subscription has, or other ends of them.
[[nodiscard]] bool changes_discounts(const Catalog& catalog, const Subscription& subscription, const Asked& asked);

}  // namespace planshift
