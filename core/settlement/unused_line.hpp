// The line of the paid, unused time of the running cycle, which a new period or a cancellation gives back.
#pragma once

#include "core/settlement/item_lines.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// As a transaction of its own where the rule refunds, else set against what is charged; no line of 0.
// What may come back of it is another matter (settlement/creditable).
void add_unused_line(const Catalog& catalog, const Subscription& subscription, const LineMaker& maker,
                     const Share& share, Lines& lines);

}  // namespace planshift
