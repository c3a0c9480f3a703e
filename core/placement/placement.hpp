// When each movement of a change happens, and which terms hold from then on. Nothing is judged here:
// a movement that may never happen is left unplaced. What waits waits together, for the latest of its dates (§10.3):
// five seats become three when the commitment ends, on 1 July, and a downgrade that would wait for 1 December only
// waits with them.
// Contract: §5.2.
#pragma once

#include <optional>
#include <vector>

#include "core/movement/movement.hpp"

namespace planshift {

// When something happens, as answers say it.
enum class Occurrence : std::uint8_t {
  now,
  period_end,  // with the next payment
  term_end,    // later
};

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
  Terms next_before;                      // when all that waits has happened, had there been no change
  Terms next;                             // when all that waits has happened
  PartialTerms left_standing;             // of what was scheduled: the members that the change does not name
  PartialTerms scheduled;                 // what is set to change afterwards
  std::optional<Instant> scheduled_on;    // the date of it; none: the period's end
  bool deferred_together = false;         // something waits only because something else does
  bool replaces_scheduled = false;        // the change names something that was scheduled
};

[[nodiscard]] Placement place(const Catalog& catalog, const Subscription& subscription, const Asked& asked);

}  // namespace planshift
