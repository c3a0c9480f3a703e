#include "core/subscription/held_discount.hpp"

#include <algorithm>

namespace planshift {

std::vector<DiscountIndex> discounts_from(const HeldDiscounts& list, Instant period_start) {
  std::vector<DiscountIndex> out;
  out.reserve(list.size());
  for (const HeldDiscount& each : list) {
    if (each.applies_from(period_start)) out.push_back(each.discount);
  }
  return out;
}

HeldDiscounts without_ended(const HeldDiscounts& list, Instant period_start) {
  HeldDiscounts out;
  out.reserve(list.size());
  for (const HeldDiscount& each : list) {
    if (each.applies_from(period_start)) out.push_back(each);
  }
  return out;
}

HeldDiscounts begun_at(const Catalog& catalog, const HeldDiscounts& held, const HeldDiscounts& named, Instant at) {
  HeldDiscounts out = named;
  for (HeldDiscount& each : out) {
    if (each.until) continue;
    const auto own = std::find_if(held.begin(), held.end(),
                                  [&](const HeldDiscount& other) { return other.discount == each.discount; });
    const auto& lasts = catalog[each.discount].lasts;
    if (own != held.end()) {
      each = *own;
    } else if (lasts) {
      each.until = later(at, *lasts);
    }
  }
  return out;
}

}  // namespace planshift
