// What a change costs now. Three ways to settle what happens at once:
//   nothing begins anew  keep      each movement pays for its own difference until the period's end
//   a new period         restart   the unused time of the old one is given back, a whole one is paid
//   the new cycle's own  align     the same, but of the new one only what remains
// and a cancellation (settlement/cancel), which only gives back or forfeits.
// Contract: §5.4, §5.5.2.
#pragma once

#include "core/placement/placement.hpp"
#include "core/settlement/totals.hpp"

namespace planshift {

// What unused time bought (§10.2): `base` × `share` was given for it.
struct Extension {
  Share share;
  Money base;
  std::int64_t units = 0;
};

struct Settlement {
  Lines lines;
  Totals totals;
  Money forfeited;                        // paid, unused time that is lost
  const Rule* new_period_rule = nullptr;  // the rule by which a new period begins, if one does
  std::optional<Extension> extension;     // the time that unused time bought

  // The subscription afterwards.
  Period period;
  AnchorDay anchor_day = 1;
  Money paid;
  bool trial = false;
  std::optional<Instant> committed_until;
  bool extended = false;
  std::optional<Money> creditable;
  Lines pending;
};

// `discounts`: those that the subscription has after the change.
[[nodiscard]] Settlement settle(const Catalog& catalog, const Subscription& subscription, Instant at,
                                const Placement& placement, const HeldDiscounts& discounts);

// A settlement of nothing: what waits costs nothing today.
[[nodiscard]] Settlement settle_nothing(const Catalog& catalog, const Subscription& subscription);

// What remains at `at` of the whole cycle that runs, as the policy counts it.
[[nodiscard]] Share running_share(const Catalog& catalog, const Subscription& subscription, Instant at,
                                  ChangeDay change_day);

}  // namespace planshift
