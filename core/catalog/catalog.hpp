// A catalog: one vendor's cycles, plans, add-ons, discounts, tax and policy. Read once, never changed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/catalog/consequence.hpp"
#include "core/catalog/cycle.hpp"
#include "core/catalog/discount.hpp"
#include "core/catalog/id.hpp"
#include "core/catalog/plan.hpp"
#include "core/catalog/policy.hpp"
#include "core/money/currency.hpp"
#include "core/text/name_table.hpp"

namespace planshift {

struct SeatName {
  std::string_view one = "seat";
  std::string_view other = "seats";
};

struct Catalog {
  Catalog() = default;
  Catalog(const Catalog&) = delete;  // it looks into its own texts
  Catalog& operator=(const Catalog&) = delete;

  std::vector<char> texts;  // what its ids, names and details look into
  std::string_view id;
  std::string_view name;
  Currency currency;
  SeatName seat_name;
  std::vector<std::string_view> sources;  // their ids
  std::vector<Cycle> cycles;
  std::vector<Plan> plans;
  std::vector<Addon> addons;
  std::vector<Discount> discounts;
  std::optional<Tax> tax;
  Policy policy;
  std::vector<Consequence> consequences;

  // The place of each id in its list.
  NameTable source_ids;
  NameTable cycle_ids;
  NameTable plan_ids;
  NameTable addon_ids;
  NameTable discount_ids;

  [[nodiscard]] const Plan& operator[](PlanIndex at) const { return plans[static_cast<std::size_t>(at)]; }
  [[nodiscard]] const Cycle& operator[](CycleIndex at) const { return cycles[static_cast<std::size_t>(at)]; }
  [[nodiscard]] const Addon& operator[](AddonIndex at) const { return addons[static_cast<std::size_t>(at)]; }
  [[nodiscard]] const Discount& operator[](DiscountIndex at) const { return discounts[static_cast<std::size_t>(at)]; }
  [[nodiscard]] std::string_view operator[](SourceIndex at) const { return sources[static_cast<std::size_t>(at)]; }

  // Whether times are printed to the second.
  [[nodiscard]] bool tells_seconds() const { return has_time_of_day(policy.proration.unit); }
};

// The prices for one whole `cycle`, if sold on it.
template <class Item>
[[nodiscard]] const std::optional<CyclePrice>& price_on(const Item& plan_or_addon, CycleIndex cycle) {
  return plan_or_addon.prices[static_cast<std::size_t>(cycle)];
}

}  // namespace planshift
