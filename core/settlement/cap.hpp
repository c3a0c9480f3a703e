// No change gives back more than was paid for the time that it gives back.
//
// A subscriber pays 126.00 for a list price of 140.00 (10 % off) and moves to 80.00 (72.00 after the discount) with half
// the cycle to go. The lines say −70.00 + 40.00 = −30.00, but 63.00 were paid, and 36.00 are still needed:
// a line `cap` of +3.00 leaves −27.00.
// Contract: §5.4.35, §5.4.36, §5.4.51.
#pragma once

#include "core/settlement/settlement.hpp"

namespace planshift {

// Adds the line to `out.lines` (lines of keep with their discounts) where it is needed, and sets `out.paid` to match.
void cap_credit(const Catalog& catalog, const Subscription& subscription, const Terms& terms_after,
                const std::vector<DiscountIndex>& discounts, const Share& share, Settlement& out);

}  // namespace planshift
