#include "core/subscription/terms.hpp"

#include <algorithm>

#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

const Price& sold_on(const std::optional<Price>& price) {
  ensure(price.has_value());
  return *price;
}

}  // namespace

Seats seats_of(const std::vector<AddonSeats>& addons, AddonIndex addon) {
  for (const AddonSeats& each : addons) {
    if (each.addon == addon) return each.seats;
  }
  return 0;
}

void set_seats(std::vector<AddonSeats>& addons, AddonIndex addon, Seats seats) {
  const auto place = std::lower_bound(addons.begin(), addons.end(), addon,
                                      [](const AddonSeats& each, AddonIndex wanted) { return each.addon < wanted; });
  const bool taken = place != addons.end() && place->addon == addon;
  if (seats == 0) {
    if (taken) addons.erase(place);
  } else if (taken) {
    place->seats = seats;
  } else {
    addons.insert(place, {addon, seats});
  }
}

Money plan_price(const Catalog& catalog, const Terms& terms) {
  return price_of(sold_on(price_on(catalog[terms.plan], terms.cycle)), terms.seats);
}

Money addon_price(const Catalog& catalog, CycleIndex cycle, AddonSeats addon) {
  if (addon.seats == 0) return Money();
  return price_of(sold_on(price_on(catalog[addon.addon], cycle)), addon.seats);
}

Money list_price(const Catalog& catalog, const Terms& terms) {
  Money sum = plan_price(catalog, terms);
  for (const AddonSeats& addon : terms.addons) sum += addon_price(catalog, terms.cycle, addon);
  return sum;
}

}  // namespace planshift
