#include "core/placement/commitment.hpp"

#include <algorithm>

namespace planshift {
namespace {

// The first period end on or after `date` on the running cycle; the running period's own at the earliest.
Instant running_end_from(const Catalog& catalog, const Subscription& subscription, Instant date) {
  const Instant end = subscription.period.end;
  return date <= end ? end : recurrence(catalog, subscription).first_from(date, end);
}

// Adds lengths of days in one step: there may be millions of them.
Instant add_until_after(Instant from, Length length, Instant on) {
  if (length.is_in_days()) {
    const Recurrence grid{length};
    return grid.moved(from, grid.whole_cycles(from, on) + 1);
  }
  while (from <= on) from = later(from, length);
  return from;
}

}  // namespace

std::optional<Instant> begun_commitment(const Catalog& catalog, CycleIndex cycle, Instant period_start) {
  const auto& commitment = catalog[cycle].commitment;
  return commitment ? std::optional(later(period_start, commitment->length)) : std::nullopt;
}

std::optional<Instant> renewed_commitment(const Catalog& catalog, CycleIndex cycle,
                                          std::optional<Instant> committed_until, Instant on) {
  if (!committed_until || *committed_until > on) return committed_until;
  const auto& commitment = catalog[cycle].commitment;
  if (!commitment || !commitment->renews) return std::nullopt;
  return add_until_after(*committed_until, commitment->length, on);
}

Instant term_end(const Catalog& catalog, const Subscription& subscription) {
  return running_end_from(catalog, subscription, subscription.committed_until.value_or(subscription.period.end));
}

Instant scheduled_date(const Catalog& catalog, const Subscription& subscription) {
  return running_end_from(catalog, subscription, subscription.scheduled_on.value_or(subscription.period.end));
}

Instant period_end_from(const Catalog& catalog, const Subscription& subscription, Instant date) {
  const Instant end = running_end_from(catalog, subscription, date);
  const auto& cycle = subscription.scheduled.cycle;
  const Instant changes = scheduled_date(catalog, subscription);
  if (!cycle || end <= changes) return end;
  // The first period of the scheduled cycle, and those after it.
  Subscription then = subscription;
  then.period.end = changes;
  const BegunPeriod first = following_period(catalog, then, *cycle);
  if (date <= first.period.end) return first.period.end;
  return catalog[*cycle].recurrence(first.anchor_day).first_from(date, first.period.end);
}

}  // namespace planshift
