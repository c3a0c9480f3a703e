// What discounts on everything take off the lines of a change that keeps the running period.
//
// A percentage is taken off the lines. An amount takes off the change what it takes off whole terms (§10.5): 5.00 off
// both 20.00 and 40.00 is nothing off the difference; off 3.00 it took 3.00, and so an upgrade from there gets 2.00 more,
// of which the share of the period that remains.
#pragma once

#include <vector>

#include "core/subscription/discounted.hpp"
#include "core/subscription/line.hpp"

namespace planshift {

// The discounts that applied before the change and those that do after it, and what whole terms cost by the list before
// and after the movements that charge.
struct KeepDiscounts {
  std::vector<DiscountIndex> before;
  std::vector<DiscountIndex> after;
  Money whole_before;
  Money whole_after;

  // What amounts take off whole terms more than they did.
  [[nodiscard]] Money amounts_more(const Catalog& catalog) const;
  // Adds a line for each discount that takes something off the lines, in the old list's order and then the new one's.
  void add_lines(const Catalog& catalog, const Share& share, Lines& lines) const;
};

}  // namespace planshift
