// What a subscription's members say of each other: defaults that follow from the whole, and contradictions.
// Contract: §4.2.
#pragma once

#include "core/fault/fault.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// Members that a document may leave out.
struct GivenMembers {
  std::optional<AnchorDay> anchor_day;  // else told by the period
  std::optional<Money> paid;            // else the list price less recurring discounts; nothing in a trial
};

// Completes the subscription and adds what is wrong with it; pointers begin with "/subscription".
// Its plan, cycle, add-ons and discounts are in the catalog already.
void complete(const Catalog& catalog, const GivenMembers& given, Subscription& subscription, Faults& faults);

}  // namespace planshift
