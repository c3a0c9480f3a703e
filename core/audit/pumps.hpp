// Which pumps are reported. Of two of a kind, the one whose movements are among those of the other makes the other
// superfluous. Of one cause, the pump with the fewest steps remains, then the one with the largest amount.
#pragma once

#include <vector>

#include "core/audit/audit.hpp"

namespace planshift {

// Whether one of `pumps` makes it superfluous.
[[nodiscard]] bool is_superfluous(const Pump& pump, const std::vector<Pump>& among);
// Adds a pump that isn't superfluous, and removes those that it makes superfluous.
void add_pump(std::vector<Pump>& pumps, Pump pump);
// The fewest steps first, then the largest amounts; no more than the limit.
void put_in_order(std::vector<Pump>& pumps);

}  // namespace planshift
