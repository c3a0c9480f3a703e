// Plans and add-ons: what is sold, on which cycles, at which price.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/catalog/id.hpp"
#include "core/catalog/price.hpp"

namespace planshift {

inline constexpr Seats most_seats = 1'000'000;

struct SeatLimits {
  Seats min = 1;
  Seats max = most_seats;
};

struct UnitCredits {
  std::int64_t per_period = 0;
  std::string_view name;
};

// One price for each of the catalog's cycles, in their order; none: not sold on it.
using Prices = std::vector<std::optional<CyclePrice>>;

struct Plan {
  std::string_view id;
  std::string_view name;
  std::int64_t rank = 0;  // higher is an upgrade, lower a downgrade, equal lateral
  Prices prices;
  std::optional<Price> once;  // what it costs once, beside the cycle's price
  SeatLimits seats;
  bool retired = false;  // kept by its subscribers, not offered to others
  std::optional<UnitCredits> credits;
};

// An add-on has its own number of seats on a subscription.
struct Addon {
  std::string_view id;
  std::string_view name;
  Prices prices;
  std::optional<Price> once;
  std::optional<std::vector<PlanIndex>> plans;  // those it goes with; none given: all
};

}  // namespace planshift
