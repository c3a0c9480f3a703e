// What follows from a cancellation besides money, with dates.
// Contract: §3.9, §5.7.1.
#pragma once

#include <optional>
#include <vector>

#include "core/catalog/catalog.hpp"

namespace planshift {

struct DatedConsequence {
  const Consequence* consequence = nullptr;
  std::optional<Date> date;
  const std::vector<SourceIndex>* cite = nullptr;  // its own, else those of the rule of cancelling
};

// Of a cancellation by `rule`, asked for at `requested`, that takes effect at `effective`.
[[nodiscard]] std::vector<DatedConsequence> date_consequences(const Catalog& catalog, const Rule& rule,
                                                              Instant requested, Instant effective);

}  // namespace planshift
