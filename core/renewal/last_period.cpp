#include "core/renewal/last_period.hpp"

namespace planshift {

BegunPeriod cut_short(const Catalog& catalog, CycleIndex index, const BegunPeriod& begun, std::optional<Instant> ends) {
  const Proration& proration = catalog.policy.proration;
  if (proration.last_period == LastPeriod::full || !ends) return begun;
  if (*ends <= begun.period.start || *ends >= begun.period.end) return begun;

  const Cycle& cycle = catalog[index];
  const Instant start = begun.period.start;
  const Period whole{start, cycle.recurrence(begun.anchor_day).moved(start, 1)};
  Share share = share_between(start, *ends, whole, cycle.length, proration.unit);
  // What is the first part of a cycle with fixed dates, or with an end of its own, stays a part of that one.
  if (begun.part) share.of = begun.part->of;
  return {{start, *ends}, ends->date().civil().day, share};
}

}  // namespace planshift
