// The price of one whole cycle, which may change on a date: any sum of a flat part, a price per seat, and one of tiers or packages.
//
// For 12 seats, with steps "up to 10 at 9.00" and "the rest at 7.00":
//   graduated  10 × 9.00 + 2 × 7.00 = 104.00   each seat at the price of the step it falls in
//   volume               12 × 7.00 =  84.00   all seats at the price of the step that their number falls in
// In packages of 5 at 40.00, 12 seats are 3 packages: 120.00.
// Contract: §3.3.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/calendar/instant.hpp"
#include "core/money/money.hpp"

namespace planshift {

using Seats = std::int32_t;  // 1 to 1,000,000; 0 where an add-on is not taken

enum class TierMode : std::uint8_t { graduated, volume };

struct TierStep {
  std::optional<Seats> up_to;  // inclusive; none on the last step, and only there
  Money per_seat;
  Money flat;  // counts when the step is reached
};

struct Tiers {
  TierMode mode = TierMode::graduated;
  std::vector<TierStep> steps;  // at least one, `up_to` increasing
};

struct Package {
  Seats size = 1;
  Money price;  // of each package begun
};

struct Price {
  Money flat;
  Money per_seat;
  std::optional<Tiers> tiers;
  std::optional<Package> package;
};

// The prices of one cycle, one after the other (§10.6).
struct PriceUntil {
  Instant until;  // it holds before this day
  Price price;
};

struct CyclePrice {
  std::vector<PriceUntil> earlier;  // `until` ascending
  Price last;

  [[nodiscard]] const Price& on(Instant day) const;
};

// Nothing for no seats: an add-on that is not taken costs nothing, its flat part neither.
[[nodiscard]] Money price_of(const Price& price, Seats seats);

}  // namespace planshift
