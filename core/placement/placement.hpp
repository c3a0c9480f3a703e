// When each movement of a change happens, and which terms hold from then on. Nothing is judged here:
// a movement that may never happen is left unplaced.
// Contract: §5.2.
#pragma once

#include <optional>
#include <vector>

#include "core/movement/movement.hpp"

namespace planshift {

struct PlacedMovement {
  Movement movement;
  const Rule* rule = nullptr;  // none: never allowed
  std::optional<Timing> when;  // none: unplaced
  [[nodiscard]] bool is_now() const { return when == Timing::now; }
  [[nodiscard]] bool waits() const { return when == Timing::period_end; }
};

struct Placement {
  std::vector<PlacedMovement> movements;  // in the order of §5.1.1
  Terms wanted;                           // the present terms with everything that the change names
  Terms now;                              // from now on
  Terms next_before;                      // from the period's end, had there been no change
  Terms next;                             // from the period's end on
  PartialTerms left_standing;             // of what was scheduled: the members that the change does not name
  PartialTerms scheduled;                 // what is set to change at the period's end afterwards
  bool deferred_together = false;         // something waits only because something else does
  bool replaces_scheduled = false;        // the change names something that was scheduled
};

[[nodiscard]] Placement place(const Catalog& catalog, const Subscription& subscription, const Change& change);

}  // namespace planshift
