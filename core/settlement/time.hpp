// Unused time that buys time at the new price; no money moves for it (§10.2).
//
// 15 of 30 days of 20.00 are unused: 10.00. The new terms cost 40.00 for the month that begins today, of 30 days:
// 10.00 × 30/40.00 = 7.5 days, rounded once, by the policy. What is left over buys whole cycles first: 100.00 at 40.00
// buys two months from today, and 20.00 buy half of the third.
#pragma once

#include <optional>

#include "core/settlement/settlement.hpp"

namespace planshift {

struct BoughtTime {
  Extension extension;
  Period period;
  AnchorDay anchor_day = 1;
  Money paid;             // of a whole cycle: the time is never worth more than was given for it
  bool extended = false;  // the period is longer than its cycle
};

// What is unused of `subscription` buys on `cycle` at `price` for a whole cycle: instead of a first payment, or after one
// where `charge` is full. None where it buys no time: in a trial, where it is too little for one unit, and where the new
// terms cost nothing.
[[nodiscard]] std::optional<BoughtTime> buy_time(const Catalog& catalog, const Subscription& subscription, Instant at,
                                                 CycleIndex cycle, Charge charge, Money price);

}  // namespace planshift
