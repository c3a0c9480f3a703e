#include "core/placement/begun_period.hpp"

namespace planshift {
namespace {

AnchorDay day_of(Instant at) { return at.date().civil().day; }

// A new period always counts the day of the change as its own (§5.4.2).
Share share_of(const Catalog& catalog, const Cycle& cycle, Instant at, Period whole) {
  return share_remaining(at, whole, cycle.length, catalog.policy.proration.unit, ChangeDay::remaining);
}

}  // namespace

BegunPeriod begin_period(const Catalog& catalog, CycleIndex index, Instant at) {
  const Cycle& cycle = catalog[index];
  if (!cycle.starts_on) {
    const AnchorDay anchor = day_of(at);
    return {{at, cycle.recurrence(anchor).moved(at, 1)}, anchor, std::nullopt};
  }
  const AnchorDay anchor = cycle.starts_on->weekday ? day_of(at) : cycle.starts_on->day;
  const Instant begin = cycle.starts_on->last_on_or_before(at);
  const Period whole = cycle.recurrence(anchor).containing(at, begin);
  if (at == begin) return {whole, anchor, std::nullopt};
  return {{at, whole.end}, anchor, share_of(catalog, cycle, at, whole)};
}

BegunPeriod align_period(const Catalog& catalog, const Subscription& subscription, CycleIndex index, Instant at) {
  const Cycle& cycle = catalog[index];
  const Instant first = whole_cycle(catalog, subscription).start;
  // A cycle in days has no anchor to keep: the month grid is anchored where it begins (§5.4.25).
  const bool had_anchor = !catalog[subscription.terms.cycle].length.is_in_days();
  const AnchorDay anchor = had_anchor ? subscription.anchor_day : day_of(first);
  const Period whole = cycle.recurrence(anchor).containing(at, first);
  return {whole, anchor, share_of(catalog, cycle, at, whole)};
}

BegunPeriod following_period(const Catalog& catalog, const Subscription& subscription, CycleIndex index) {
  const Instant start = subscription.period.end;
  const Cycle& cycle = catalog[index];
  const Cycle& running = catalog[subscription.terms.cycle];
  if (index != subscription.terms.cycle && (cycle.starts_on || running.length.is_in_days())) {
    return begin_period(catalog, index, start);
  }
  return {{start, cycle.recurrence(subscription.anchor_day).moved(start, 1)}, subscription.anchor_day, std::nullopt};
}

}  // namespace planshift
