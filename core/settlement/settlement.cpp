#include "core/settlement/settlement.hpp"

#include "core/settlement/item_lines.hpp"
#include "core/settlement/keep.hpp"
#include "core/settlement/new_period.hpp"

namespace planshift {

Share running_share(const Catalog& catalog, const Subscription& subscription, Instant at, ChangeDay change_day) {
  // Only what is longer than its cycle holds more than one.
  const bool longer = is_longer_than_cycle(catalog, subscription) && subscription.extended;
  return share_remaining(at, whole_cycle(catalog, subscription), catalog[subscription.terms.cycle].length,
                         catalog.policy.proration.unit, change_day, longer ? Excess::kept : Excess::cut);
}

Settlement settle_nothing(const Catalog& catalog, const Subscription& subscription) {
  Settlement out;
  out.period = subscription.period;
  out.anchor_day = subscription.anchor_day;
  out.paid = subscription.paid;
  out.trial = subscription.trial;
  out.committed_until = subscription.committed_until;
  out.creditable = subscription.creditable;
  out.extended = subscription.extended && is_longer_than_cycle(catalog, subscription);
  out.pending = subscription.pending;
  return out;
}

Settlement settle(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                  const HeldDiscounts& discounts) {
  Settlement out = settle_nothing(catalog, subscription);
  if (const PlacedMovement* beginner = beginner_of_period(placement)) {
    settle_new_period(catalog, subscription, at, placement, *beginner, discounts, out);
  } else if (!subscription.trial) {
    settle_keep(catalog, subscription, at, placement, discounts, out);
  }
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, subscription.balance);
  return out;
}

}  // namespace planshift
