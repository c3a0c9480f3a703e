// A billing cycle: an id, a length, and perhaps fixed dates on which it begins, or a commitment for several of them.
// Contract: §3.4.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "core/calendar/anchor.hpp"
#include "core/calendar/length.hpp"

namespace planshift {

// How long a subscriber is bound who takes the cycle (§10.3).
struct Commitment {
  Length length;        // not shorter than the cycle
  bool renews = false;  // at its end another one of the same length begins
};

struct Cycle {
  std::string_view id;
  std::string_view name;
  Length length;
  std::optional<FixedStart> starts_on;  // on days of the month with month and year lengths, on a weekday with weeks
  std::optional<Commitment> commitment;

  // To tell the longer of two cycles: by length; of two equally long, the one with the longer commitment is longer.
  using Extent = std::pair<std::int64_t, std::int64_t>;
  [[nodiscard]] Extent extent() const {
    return {length.average_micro_days(), commitment ? commitment->length.average_micro_days() : 0};
  }

  // The grid of its period ends. A cycle in days has no anchor and ignores it.
  [[nodiscard]] Recurrence recurrence(AnchorDay anchor) const { return {length, anchor}; }
};

}  // namespace planshift
