// What a catalog's parts say of each other: contradictions are faults, oddities are warnings.
// Contract: §3.1.4, §3.4.1, §3.8.15, §7.5.2.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/catalog/catalog.hpp"
#include "core/fault/fault.hpp"

namespace planshift {

enum class WarningCode : std::uint8_t {
  plan_without_price,     // a plan that is priced on no cycle
  movement_without_rule,  // a movement that can occur but has no rule, and so is never allowed
  rank_against_price,     // a plan of higher rank that costs less
  source_never_cited,
  pays_twice,  // a movement that keeps the period, forfeits what is paid for it, and charges the same days again
};

struct Warning {
  WarningCode code;
  std::string path;
  Facts facts;
};

// Cycles against each other and against the proration unit. A length of no days could not be read and is passed over.
void check_cycles(const Catalog& catalog, Faults& faults);
// Where the catalog has faults: only what those of its parts tell that have none.
[[nodiscard]] std::vector<Warning> warnings_of(const Catalog& catalog, const Faults& faults = {});

}  // namespace planshift
