// A subscription: what is held, and what was paid.
// Contract: §4.2.4.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar/period.hpp"
#include "core/subscription/held_discount.hpp"
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
  Period period;             // may be shorter than a cycle; longer only in a trial, or where it is extended
  AnchorDay anchor_day = 1;  // of no meaning on a cycle in days or weeks
  Money paid;                // what a whole cycle of these terms is worth as paid, before tax; never negative
  Money balance;             // in the subscriber's favour; never negative
  std::optional<std::int64_t> credits_left;  // unit credits
  bool trial = false;
  HeldDiscounts discounts;
  std::optional<Instant> started_on;       // the day on which it began
  bool extended = false;                   // the period may be longer than a cycle
  std::optional<Instant> prices_of;        // the prices of that day hold as long as plan and cycle stay
  std::optional<Instant> committed_until;  // the day on which the running commitment ends
  PartialTerms scheduled;
  std::optional<Instant> scheduled_on;  // it happens at the first renewal on or after this; none: at the period's end
  std::optional<Instant> cancels_on;
  std::optional<Money> creditable;  // what of the money paid for the period may still come back; none: no such bound
  Lines pending;                    // owed with the next payment, after discounts, before tax
};

// What of the scheduled changes happens when the running period ends: all of them, or nothing yet.
[[nodiscard]] PartialTerms due_changes(const Subscription& subscription);
// The terms from the period's end on.
[[nodiscard]] Terms terms_from_end(const Subscription& subscription);

// The day whose prices these terms have in a period that begins on `period_start`.
[[nodiscard]] Instant price_day(const Subscription& subscription, const Terms& terms, Instant period_start);
// The day of held prices that other terms keep.
[[nodiscard]] std::optional<Instant> prices_kept(const Subscription& subscription, const Terms& terms);
// What the running terms cost by the list, for a whole cycle.
[[nodiscard]] Money running_list_price(const Catalog& catalog, const Subscription& subscription);

// The day on which a rule is asked.
[[nodiscard]] inline RuleDay rule_day(const Subscription& subscription, Instant at) {
  return {at, subscription.period.start, subscription.started_on};
}

// The grid of the running cycle's period ends.
[[nodiscard]] Recurrence recurrence(const Catalog& catalog, const Subscription& subscription);
// The whole cycle that ends with the period: prices, `paid` and L always speak of it.
[[nodiscard]] Period whole_cycle(const Catalog& catalog, const Subscription& subscription);
// Whether the period begins before that.
[[nodiscard]] bool is_longer_than_cycle(const Catalog& catalog, const Subscription& subscription);

}  // namespace planshift
