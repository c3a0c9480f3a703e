// Terms: what is being paid for. Plan, cycle, seats and add-ons.
#pragma once

#include <vector>

#include "core/catalog/catalog.hpp"

namespace planshift {

struct AddonSeats {
  AddonIndex addon{};
  Seats seats = 1;

  friend bool operator==(const AddonSeats&, const AddonSeats&) = default;
};

struct Terms {
  PlanIndex plan{};
  CycleIndex cycle{};
  Seats seats = 1;
  std::vector<AddonSeats> addons;  // in catalog order, each with at least one seat

  friend bool operator==(const Terms&, const Terms&) = default;
};

// How many seats of an add-on a list holds; 0 where it is not taken.
[[nodiscard]] Seats seats_of(const std::vector<AddonSeats>& addons, AddonIndex addon);
// The list with that many seats of an add-on, still in catalog order.
void set_seats(std::vector<AddonSeats>& addons, AddonIndex addon, Seats seats);

// Whether the plan and every add-on have a price on that cycle.
[[nodiscard]] bool is_sold_on(const Catalog& catalog, const Terms& terms, CycleIndex cycle);

// List prices for one whole cycle, as they are on a day. The terms must be sold on their cycle.
[[nodiscard]] Money plan_price(const Catalog& catalog, const Terms& terms, Instant day);
[[nodiscard]] Money addon_price(const Catalog& catalog, CycleIndex cycle, AddonSeats addon, Instant day);
[[nodiscard]] Money list_price(const Catalog& catalog, const Terms& terms, Instant day);

}  // namespace planshift
