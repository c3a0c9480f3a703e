// A billing cycle: an id, a length, and perhaps fixed dates on which it begins.
// Contract: §3.4.
#pragma once

#include <optional>
#include <string_view>

#include "core/calendar/anchor.hpp"
#include "core/calendar/length.hpp"

namespace planshift {

struct Cycle {
  std::string_view id;
  std::string_view name;
  Length length;
  std::optional<FixedStart> starts_on;  // month and year lengths only

  // The grid of its period ends. A cycle in days has no anchor and ignores it.
  [[nodiscard]] Recurrence recurrence(AnchorDay anchor) const { return {length, anchor}; }
};

}  // namespace planshift
