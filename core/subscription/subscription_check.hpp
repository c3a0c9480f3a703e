// Compares the members of a subscription: fills in defaults that follow from others, and finds contradictions.
// Contract: §4.2.
#pragma once

#include "core/fault/fault.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

// Members that a document may leave out.
struct GivenMembers {
  std::optional<AnchorDay> anchor_day;  // else the period decides
  std::optional<Money> paid;            // else the list price less recurring discounts; nothing in a trial
};

// Completes the subscription and adds its faults; their pointers begin with "/subscription".
// Its plan, cycle, add-ons and discounts are in the catalog already.
void complete(const Catalog& catalog, const GivenMembers& given, Subscription& subscription, Faults& faults);

}  // namespace planshift
