#include "core/subscription/terms.hpp"

#include <utility>

#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

const Price& sold_on(const std::optional<CyclePrice>& price, Instant day) {
  ensure(price.has_value());
  return price->on(day);
}

}  // namespace

Seats seats_of(const std::vector<AddonSeats>& addons, AddonIndex addon) {
  for (const AddonSeats& each : addons) {
    if (each.addon == addon) return each.seats;
  }
  return 0;
}

void set_seats(std::vector<AddonSeats>& addons, AddonIndex addon, Seats seats) {
  std::size_t place = 0;
  while (place < addons.size() && addons[place].addon < addon) ++place;
  const bool taken = place < addons.size() && addons[place].addon == addon;
  if (taken && seats > 0) {
    addons[place].seats = seats;
  } else if (taken) {
    addons.erase(addons.begin() + static_cast<std::ptrdiff_t>(place));
  } else if (seats > 0) {
    addons.push_back({addon, seats});
    for (std::size_t i = addons.size() - 1; i > place; --i) std::swap(addons[i], addons[i - 1]);
  }
}

bool is_sold_on(const Catalog& catalog, const Terms& terms, CycleIndex cycle) {
  if (!price_on(catalog[terms.plan], cycle)) return false;
  for (const AddonSeats& addon : terms.addons) {
    if (!price_on(catalog[addon.addon], cycle)) return false;
  }
  return true;
}

Money plan_price(const Catalog& catalog, const Terms& terms, Instant day) {
  return price_of(sold_on(price_on(catalog[terms.plan], terms.cycle), day), terms.seats);
}

Money addon_price(const Catalog& catalog, CycleIndex cycle, AddonSeats addon, Instant day) {
  if (addon.seats == 0) return Money();
  return price_of(sold_on(price_on(catalog[addon.addon], cycle), day), addon.seats);
}

Money list_price(const Catalog& catalog, const Terms& terms, Instant day) {
  Money sum = plan_price(catalog, terms, day);
  for (const AddonSeats& addon : terms.addons) sum += addon_price(catalog, terms.cycle, addon, day);
  return sum;
}

}  // namespace planshift
