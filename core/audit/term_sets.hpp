// What an audit searches: small sets of terms, one or two movements apart.
#pragma once

#include <optional>
#include <vector>

#include "core/subscription/terms.hpp"

namespace planshift {

// The plans, cycles and add-on that the terms are made of.
struct AuditParts {
  std::vector<PlanIndex> plans;     // on sale, cheapest first
  std::vector<CycleIndex> cycles;   // shortest first
  std::optional<AddonIndex> addon;  // the first that costs something
};

[[nodiscard]] AuditParts audit_parts(const Catalog& catalog);

// Sets of terms that are for sale: pairs of plans on two cycles, a plan with one seat more on two cycles, the same with
// an add-on, pairs of plans with one seat more or with the add-on, triples of plans. The smallest sets come first.
[[nodiscard]] std::vector<std::vector<Terms>> audit_sets(const Catalog& catalog, const AuditParts& parts);

}  // namespace planshift
