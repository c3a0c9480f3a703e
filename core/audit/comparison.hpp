// Which histories are money pumps: compares each with every direct way to hold the same.
#pragma once

#include <vector>

#include "core/audit/histories.hpp"

namespace planshift {

// Adds the pumps among the histories over one set of terms.
void find_pumps(const Catalog& catalog, const Histories& histories, std::vector<Pump>& pumps);

}  // namespace planshift
