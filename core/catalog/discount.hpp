// Discounts and tax: what is taken off, and what is put on.
// Contract: §3.5, §3.6.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/calendar/length.hpp"
#include "core/money/money.hpp"
#include "core/money/percent.hpp"

namespace planshift {

enum class DiscountOn : std::uint8_t {
  first_payment,  // a new subscription's first payment; after a trial, the one that ends it
  recurring,      // every full-period payment
  everything,     // those, and the prorated lines of changes
};

struct Discount {
  std::string_view id;
  std::string_view name;
  DiscountOn on = DiscountOn::recurring;
  std::optional<Percent> percent;  // else `amount`
  Money amount;                    // counts in its share where a cycle is charged in part
  std::optional<Length> lasts;     // from the moment on at which a quote or a change names it (§10.5)
};

struct Tax {
  std::string_view name;
  Percent percent;
  bool inclusive = false;  // contained in the prices, else added to them
};

}  // namespace planshift
