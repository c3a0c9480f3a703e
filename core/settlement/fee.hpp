// The fee for ending before a commitment does (§10.4). Committed until 1 July 2027 and cancelled for 1 December 2026,
// seven months of 20.00 are not paid yet: the rest is 140.00, and half of it 70.00.
#pragma once

#include <optional>

#include "core/money/exact.hpp"
#include "core/placement/cancellation.hpp"
#include "core/settlement/item_lines.hpp"

namespace planshift {

// What the periods cost that are not paid yet, from the later of the period's end and the day of effect up to the end
// of the commitment: at the present terms, with the prices and discounts of the period's end, the last one by the share of it
// that lies before the end of the commitment. None where there is no commitment, or none left.
[[nodiscard]] std::optional<Exact> rest_of_commitment(const Catalog& catalog, const Subscription& subscription,
                                                      Instant effective);

// The line, if a fee is owed: never in a trial.
void add_fee_line(const Catalog& catalog, const Subscription& subscription, const Cancellation& cancellation,
                  Lines& lines);

}  // namespace planshift
