// Which plans are open to me? For every plan and cycle, exactly what `preview` would say of a change to just that.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/preview/preview.hpp"

namespace planshift {

enum class Verdict : std::uint8_t { current, available, unavailable };

struct Option {
  PlanIndex plan{};
  CycleIndex cycle{};
  Verdict verdict = Verdict::current;
  std::vector<DatedMovement> movements;  // of an available one
  std::optional<Timing> when;            // period_end if any part of it waits
  Reasons reasons;
};

struct OptionsAsked {
  Instant at;
  std::optional<std::string_view> role;
};

struct Options {
  std::optional<FaultCode> fault;  // a figure of some option left its range
  std::vector<Option> list;        // by plan, then by cycle, in the catalog's order
};

[[nodiscard]] Options options(const Catalog& catalog, const Subscription& subscription, const OptionsAsked& asked);

}  // namespace planshift
