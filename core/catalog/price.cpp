#include "core/catalog/price.hpp"

namespace planshift {
namespace {

Money price_of(const Tiers& tiers, Seats seats) {
  Money sum;
  Seats below = 0;
  for (const TierStep& step : tiers.steps) {
    const bool reaches_past = step.up_to && *step.up_to < seats;
    if (tiers.mode == TierMode::volume) {
      if (!reaches_past) return step.flat + step.per_seat * seats;
    } else {
      const Seats top = reaches_past ? *step.up_to : seats;
      sum += step.flat + step.per_seat * (top - below);
      if (!reaches_past) return sum;
      below = top;
    }
  }
  return sum;
}

Money price_of(const Package& package, Seats seats) {
  return package.price * ((std::int64_t{seats} + package.size - 1) / package.size);
}

}  // namespace

const Price& CyclePrice::on(Instant day) const {
  for (const PriceUntil& each : earlier) {
    if (day < each.until) return each.price;
  }
  return last;
}

Money price_of(const Price& price, Seats seats) {
  if (seats == 0) return Money();
  Money sum = price.flat + price.per_seat * seats;
  if (price.tiers) sum += price_of(*price.tiers, seats);
  if (price.package) sum += price_of(*price.package, seats);
  return sum;
}

}  // namespace planshift
