#include "core/renewal/last_period.hpp"

namespace planshift {

BegunPeriod cut_short(const Catalog& catalog, CycleIndex index, const BegunPeriod& begun, std::optional<Instant> ends) {
  const Proration& proration = catalog.policy.proration;
  if (proration.last_period == LastPeriod::full || !ends) return begun;
  if (*ends <= begun.period.start || *ends >= begun.period.end) return begun;

  const Cycle& cycle = catalog[index];
  const Instant start = begun.period.start;
  const AnchorDay anchor = begun.part ? start.date().civil().day : begun.anchor_day;
  const Period whole{start, cycle.recurrence(anchor).moved(start, 1)};
  const Share share = share_between(start, *ends, whole, cycle.length, proration.unit);
  return {{start, *ends}, ends->date().civil().day, share};
}

}  // namespace planshift
