#include "core/subscription/subscription_check.hpp"

#include "core/subscription/discounted.hpp"

namespace planshift {
namespace {

// Whether the plan and every add-on have a price on the terms' cycle; adds a fault for each that has none.
bool check_prices(const Catalog& catalog, const Terms& terms, const std::string& path, Faults& faults) {
  bool priced = true;
  const std::string_view cycle = catalog[terms.cycle].name;
  if (!price_on(catalog[terms.plan], terms.cycle)) {
    faults.add(FaultCode::terms_not_priced, path, {{"plan", catalog[terms.plan].name}, {"cycle", cycle}});
    priced = false;
  }
  for (const AddonSeats& addon : terms.addons) {
    if (price_on(catalog[addon.addon], terms.cycle)) continue;
    faults.add(FaultCode::addon_not_priced, path, {{"addon", catalog[addon.addon].name}, {"cycle", cycle}});
    priced = false;
  }
  return priced;
}

void check_period(const Catalog& catalog, const Subscription& subscription, Faults& faults) {
  const Period period = subscription.period;
  if (period.end <= period.start) {
    faults.add(FaultCode::period_order, "/subscription/period/end");
    return;
  }
  const Cycle& cycle = catalog[subscription.terms.cycle];
  if (!cycle.length.is_in_days() && !falls_on(period.end, subscription.anchor_day)) {
    faults.add(FaultCode::anchor_day_off, "/subscription/anchor_day", {{"anchor_day", subscription.anchor_day}});
    return;
  }
  const bool may_be_longer = subscription.trial || subscription.extended;
  if (!may_be_longer && is_longer_than_cycle(catalog, subscription)) {
    faults.add(FaultCode::period_too_long, "/subscription/period", {{"cycle", cycle.name}});
  }
}

template <class Member>
void drop_if_present(std::optional<Member>& scheduled, const Member& present) {
  if (scheduled && *scheduled == present) scheduled.reset();
}

// Moments that say when something of the subscription began, or will happen.
void check_moments(const Subscription& subscription, Faults& faults) {
  const Instant end = subscription.period.end;
  if (subscription.cancels_on && *subscription.cancels_on < end) {
    faults.add(FaultCode::cancels_on_before_end, "/subscription/cancels_on");
  }
  if (subscription.started_on && *subscription.started_on >= end) {
    faults.add(FaultCode::started_on_after_end, "/subscription/started_on");
  }
  if (subscription.prices_of && *subscription.prices_of >= end) {
    faults.add(FaultCode::prices_of_after_end, "/subscription/prices_of");
  }
  if (subscription.scheduled_on && *subscription.scheduled_on < end) {
    faults.add(FaultCode::scheduled_on_before_end, "/subscription/scheduled_on");
  }
}

// What is set to change to what it is already is not set to change (§4.2.7).
void drop_present(const Terms& present, PartialTerms& scheduled) {
  drop_if_present(scheduled.plan, present.plan);
  drop_if_present(scheduled.seats, present.seats);
  drop_if_present(scheduled.cycle, present.cycle);
  drop_if_present(scheduled.addons, present.addons);
}

}  // namespace

void complete(const Catalog& catalog, const GivenMembers& given, Subscription& subscription, Faults& faults) {
  subscription.anchor_day = given.anchor_day.value_or(anchor_told_by(subscription.period));
  check_period(catalog, subscription, faults);

  if (subscription.seats_in_use && *subscription.seats_in_use > subscription.terms.seats) {
    faults.add(FaultCode::seats_in_use_above_seats, "/subscription/seats_in_use",
               {{"in_use", *subscription.seats_in_use}, {"seats", subscription.terms.seats}});
  }
  check_moments(subscription, faults);

  drop_present(subscription.terms, subscription.scheduled);
  // The period's end is the date where none is named.
  if (subscription.scheduled.empty() || subscription.scheduled_on == subscription.period.end) {
    subscription.scheduled_on.reset();
  }
  const bool priced = check_prices(catalog, subscription.terms, "/subscription", faults);
  if (!subscription.scheduled.empty()) {
    check_prices(catalog, subscription.scheduled.applied_to(subscription.terms), "/subscription/scheduled", faults);
  }
  if (!priced) return;
  const Money list = running_list_price(catalog, subscription);
  if (list.exceeded()) faults.add(FaultCode::amount_range, "/subscription/seats");
  if (given.paid) {
    subscription.paid = *given.paid;
  } else if (!subscription.trial) {
    const auto discounts = discounts_from(subscription.discounts, subscription.period.start);
    subscription.paid = discounted(catalog, discounts, DiscountScope::full_period, list);
  }
}

}  // namespace planshift
