// A vendor by choices: a catalog that is mostly valid, and terms and changes that it mostly knows.
#pragma once

#include <cstdint>
#include <string>

#include "tests/hostile/fuzz/choices.hpp"

struct Vendor {
  std::string catalog;  // its document
  int decimals = 2;
  std::string rounding;
  bool tells_seconds = false;
  std::size_t cycles = 1;  // their ids are c0, c1, …; so are those of plans (p), add-ons (a) and discounts (d)
  std::size_t plans = 1;
  std::size_t addons = 0;
  std::size_t discounts = 0;
};

[[nodiscard]] Vendor choose_vendor(Choices& choices);

// The members of terms, each of them, as "plan":"p0","cycle":"c1","seats":3,"addons":[…]
[[nodiscard]] std::string choose_terms(const Vendor& vendor, Choices& choices);
// What is asked: some members of terms, a cancellation, a resumption, other discounts, now or later.
[[nodiscard]] std::string choose_change(const Vendor& vendor, Choices& choices);
// A list of discounts, none of them twice.
[[nodiscard]] std::string choose_discounts(const Vendor& vendor, Choices& choices);
// An amount without a sign, in the vendor's currency: mostly of a usual size, sometimes at the end of the range.
[[nodiscard]] std::string choose_amount(int decimals, Choices& choices);
