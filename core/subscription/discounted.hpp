// What discounts take off a sum.
//
// 12.5 % and 10 % on 80.00 take 10.00 and 8.00: each is a share of the same sum. Together they never exceed it:
// 60 % and 60 % take 48.00 and 32.00. An amount counts in the same share as the cycle that it is taken off.
// Contract: §3.5.
#pragma once

#include <cstdint>
#include <vector>

#include "core/catalog/catalog.hpp"

namespace planshift {

// Which payment the sum belongs to, and so which discounts apply.
enum class DiscountScope : std::uint8_t {
  change_lines,   // lines of a change: the percentages of `everything`; its amounts are taken off whole terms
  full_period,    // a period's payment: `recurring` and `everything`
  first_payment,  // the first of them: all
};

struct DiscountTaken {
  DiscountIndex discount{};
  Money amount;  // of the sum's own sign
};

// In the list's order; those that take nothing are left out. `share` is the part of a cycle that the sum is for.
[[nodiscard]] std::vector<DiscountTaken> discounts_on(const Catalog& catalog, const std::vector<DiscountIndex>& list,
                                                      DiscountScope scope, Money sum, Ratio share);

// D(x) for a whole cycle: `sum` less the discounts that apply.
[[nodiscard]] Money discounted(const Catalog& catalog, const std::vector<DiscountIndex>& list, DiscountScope scope,
                               Money sum);

}  // namespace planshift
