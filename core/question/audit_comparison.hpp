// Which histories are money pumps: each against every direct way to hold the same.
#pragma once

#include <vector>

#include "core/question/audit_histories.hpp"

namespace planshift {

// Adds what is found among the histories over one set of terms. Of two pumps of a kind, one whose movements are among
// those of the other makes the other superfluous; of one cause, the one with the fewest steps stays, then the dearest.
void find_pumps(const Catalog& catalog, const Histories& histories, std::vector<Pump>& pumps);

}  // namespace planshift
