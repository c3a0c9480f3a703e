// What if I wait? The same change on each of several days of the running period.
// Contract: §7.4.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/preview/preview.hpp"

namespace planshift {

// The most days.
inline constexpr std::int64_t most_sweep_days = 36'600;

struct SweepAsked {
  std::optional<std::string_view> role;
  Change change;
  Instant from;  // both ends included, both within the running period
  Instant to;
};

struct SweepDay {
  Instant at;
  Reasons reasons;  // not empty: refused on that day
  Money charged;
  Money refunded;
  Money forfeited;
  std::optional<Instant> next_date;
  Money next_due;
};

// Called with each day as it is found, so that no list is needed. Returning false stops.
using TakeDay = std::function<bool(const SweepDay&)>;

// A fault means: a figure of the next day left its range.
[[nodiscard]] std::optional<FaultCode> sweep(const Catalog& catalog, const Subscription& subscription,
                                             const SweepAsked& asked, const TakeDay& take);

}  // namespace planshift
