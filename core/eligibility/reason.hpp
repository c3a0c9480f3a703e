// A reason to refuse, with the facts that its sentence needs.
// Contract: §5.3.2.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/catalog/movement_kind.hpp"
#include "core/fault/fault.hpp"

namespace planshift {

enum class ReasonCode : std::uint8_t {
  not_allowed,  // the policy has no rule for it, or says never
  role,         // the role of the request may not do it
  timing,       // asked for at a time that the rule does not offer
  retired,      // the plan is no longer offered
  plan_not_sold_on_cycle,
  seats_below_minimum,
  seats_above_maximum,
  seats_in_use,  // below what is in use
  addon_not_sold_on_cycle,
  addon_not_for_plan,
  cancellation_pending,  // only resuming is allowed then
  scheduled_in_the_way,  // a new period would begin now, before something that is scheduled
  discounts_with_net,    // new discounts can't be set against one line of the difference
  ended,                 // the subscription has ended (forecast)
  nothing_changes,
  nothing_to_resume,
  count_
};

struct Reason {
  ReasonCode code;
  std::optional<MovementKind> movement;
  Facts facts;
};

using Reasons = std::vector<Reason>;

}  // namespace planshift
