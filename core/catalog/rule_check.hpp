// Rules that make no sense are refused when the catalog is read, each with its own code.
// A rule is judged as it is in effect on each cycle, also as each of its windows makes it, and only where it can happen
// now.
// Contract: §3.8.
#pragma once

#include "core/catalog/catalog.hpp"
#include "core/fault/fault.hpp"

namespace planshift {

// Also discounts that no such rule can settle.
void check_rules(const Catalog& catalog, Faults& faults);

}  // namespace planshift
