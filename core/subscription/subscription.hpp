// A subscription as it stands, and as paid.
// Contract: §4.2.4.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/period.hpp"
#include "core/subscription/line.hpp"
#include "core/subscription/terms.hpp"

namespace planshift {

// Members of terms that are named, and no others: what a change asks for, or what is set to change at the period's end.
struct PartialTerms {
  std::optional<PlanIndex> plan;
  std::optional<Seats> seats;
  std::optional<CycleIndex> cycle;
  std::optional<std::vector<AddonSeats>> addons;  // the whole new list

  [[nodiscard]] bool empty() const { return !plan && !seats && !cycle && !addons; }
  // `terms` with the named members in place of its own.
  [[nodiscard]] Terms applied_to(Terms terms) const;
};

struct Subscription {
  Terms terms;
  std::optional<Seats> seats_in_use;
  Period period;             // may be shorter than a cycle, never longer, except in a trial
  AnchorDay anchor_day = 1;  // of no meaning on a cycle in days or weeks
  Money paid;                // what a whole cycle of these terms is worth as paid, before tax; never negative
  Money balance;             // in the subscriber's favour; never negative
  std::optional<std::int64_t> credits_left;  // unit credits
  bool trial = false;
  std::vector<DiscountIndex> discounts;
  PartialTerms scheduled;
  std::optional<Instant> cancels_on;
  Lines pending;  // owed with the next payment, after discounts, before tax
};

// The grid of the running cycle's period ends.
[[nodiscard]] Recurrence recurrence(const Catalog& catalog, const Subscription& subscription);
// The whole cycle that ends with the period: prices, `paid` and L always speak of it.
[[nodiscard]] Period whole_cycle(const Catalog& catalog, const Subscription& subscription);

}  // namespace planshift
