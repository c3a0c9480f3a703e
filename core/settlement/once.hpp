// One-off fees (§10.7): what a plan or an add-on costs once, outside of discounts, of the cap and of `paid`.
// Basic costs 25.00 to set up; Team 40.00 and 5.00 a seat. Moving to Team with two seats costs 50.00 if the rule
// says so, and a third seat 5.00 more.
#pragma once

#include "core/settlement/item_lines.hpp"

namespace planshift {

// The line that a movement makes by its rule: the new plan's fee, or what it is more for the new seats than for the old.
// Whether there is one.
bool add_once_line(const Catalog& catalog, const Movement& movement, const Rule& rule, const Terms& before,
                   const Terms& after, Lines& lines);

// Those of all movements that begin a new period, one after the other. Requires that none of them waits: otherwise the
// new period would wait too.
void add_once_lines(const Catalog& catalog, const Terms& present, const Placement& placement, Lines& lines);

// Those of a new subscription: the plan's and each add-on's.
void add_first_once_lines(const Catalog& catalog, const Terms& terms, Lines& lines);

}  // namespace planshift
