// What of the money paid for the running period may still come back (§10.9). 20.00 are unused, but only 12.00 may come
// back: a line `cap` of 8.00 is set against them.
#pragma once

#include "core/settlement/item_lines.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// Adds the line where more would be `given` than may come back, to the transaction that gives it.
void cap_creditable(const Subscription& subscription, Money given, Transaction transaction, Lines& lines);

}  // namespace planshift
