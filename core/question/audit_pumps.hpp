// Which pumps are told. Of two of a kind, one whose movements are among those of the other makes the other superfluous;
// of one cause, the one with the fewest steps stays, then the dearest.
#pragma once

#include <vector>

#include "core/question/audit.hpp"

namespace planshift {

// Whether one of those makes it superfluous.
[[nodiscard]] bool is_superfluous(const Pump& pump, const std::vector<Pump>& among);
// Adds one that isn't superfluous, and takes away those that it makes so.
void add_pump(std::vector<Pump>& pumps, Pump pump);
// The fewest steps first, then the largest amounts; no more than the limit.
void put_in_order(std::vector<Pump>& pumps);

}  // namespace planshift
