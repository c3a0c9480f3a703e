// Which plans are open to me? For every plan and cycle, exactly what `preview` would say of a change to just that.
// Contract: §7.2.
#pragma once

#include <functional>
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
  std::optional<Occurrence> when;        // of the part that waits, if any does
  Reasons reasons;
};

struct OptionsAsked {
  Instant at;
  std::optional<std::string_view> role;
};

// Takes each option as it is found, so that none need be kept; false: no more of them.
using TakeOption = std::function<bool(const Option&)>;

// By plan, then by cycle, in the catalog's order. A fault: a figure of the option after those that were taken left its
// range.
[[nodiscard]] std::optional<FaultCode> options(const Catalog& catalog, const Subscription& subscription,
                                               const OptionsAsked& asked, const TakeOption& take);

}  // namespace planshift
