#include "core/subscription/discounted.hpp"

#include "core/money/rounding.hpp"

namespace planshift {
namespace {

bool applies(const Discount& discount, DiscountScope scope) {
  switch (discount.on) {
    case DiscountOn::everything: return discount.percent || scope != DiscountScope::change_lines;
    case DiscountOn::recurring: return scope != DiscountScope::change_lines;
    case DiscountOn::first_payment: break;
  }
  return scope == DiscountScope::first_payment;
}

// Calls `take` with each discount that takes something, and the amount that it takes.
template <class Take>
void for_each_discount(const Catalog& catalog, const std::vector<DiscountIndex>& list, DiscountScope scope, Money sum,
                       Ratio share, Take take) {
  const Rounding rounding = catalog.policy.proration.rounding;
  Money left = magnitude(sum);
  for (const DiscountIndex index : list) {
    const Discount& discount = catalog[index];
    if (!applies(discount, scope)) continue;
    const Money wanted = discount.percent ? round(magnitude(sum) * discount.percent->of_sum(), rounding)
                                          : round(discount.amount * share, rounding);
    const Money taken = least(wanted, left);
    left -= taken;
    if (!taken.is_zero()) take(index, sum.is_negative() ? -taken : taken);
  }
}

}  // namespace

std::vector<DiscountTaken> discounts_on(const Catalog& catalog, const std::vector<DiscountIndex>& list,
                                        DiscountScope scope, Money sum, Ratio share) {
  std::vector<DiscountTaken> taken;
  for_each_discount(catalog, list, scope, sum, share, [&](DiscountIndex discount, Money amount) {
    taken.push_back({discount, amount});
  });
  return taken;
}

Money discounted(const Catalog& catalog, const std::vector<DiscountIndex>& list, DiscountScope scope, Money sum) {
  Money rest = sum;
  for_each_discount(catalog, list, scope, sum, {1, 1}, [&](DiscountIndex, Money amount) { rest -= amount; });
  return rest;
}

}  // namespace planshift
