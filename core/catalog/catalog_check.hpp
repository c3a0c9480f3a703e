// Compares the parts of a catalog with each other: a contradiction is a fault, an oddity a warning.
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

// Compares cycles with each other and with the proration unit. Skips a length of 0 days, which could not be read.
void check_cycles(const Catalog& catalog, Faults& faults);
// In a catalog with faults: only the warnings that its sound parts give.
[[nodiscard]] std::vector<Warning> warnings_of(const Catalog& catalog, const Faults& faults = {});

}  // namespace planshift
