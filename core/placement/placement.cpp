#include "core/placement/placement.hpp"

#include <algorithm>

#include "core/placement/commitment.hpp"

namespace planshift {
namespace {

// When a rule has its movement happen, as far as it offers anything.
std::optional<Timing> offered(const Rule* rule, const std::optional<Timing>& asked) {
  if (rule == nullptr) return std::nullopt;
  switch (rule->when) {
    case When::now: return Timing::now;
    case When::period_end:
    case When::term_end: return Timing::period_end;
    case When::choice: return asked.value_or(rule->choice_default);
    case When::never: break;
  }
  return std::nullopt;
}

// If one waits, those that would begin a new period wait too: it would carry the waiting reduction a whole cycle away
// (§5.2.2, §5.2.3).
bool defer_together(Mixed mixed, std::vector<PlacedMovement>& movements) {
  if (std::none_of(movements.begin(), movements.end(), [](const auto& each) { return each.waits(); })) return false;
  bool deferred = false;
  for (PlacedMovement& each : movements) {
    if (!each.is_now() || (mixed == Mixed::split && !each.rule->renews_period())) continue;
    each.when = Timing::period_end;
    deferred = true;
  }
  return deferred;
}

// The date for which a movement waits by its own rule.
Instant own_date(const Catalog& catalog, const Subscription& subscription, const PlacedMovement& waiting) {
  return waiting.rule->when == When::term_end ? term_end(catalog, subscription) : subscription.period.end;
}

// Sets the one date on which all that waits happens. Whether something waits longer than it would alone.
bool wait_together(const Catalog& catalog, const Subscription& subscription, Placement& out) {
  std::vector<Instant> dates;
  for (const PlacedMovement& each : out.movements) {
    if (each.waits()) dates.push_back(own_date(catalog, subscription, each));
  }
  if (dates.empty()) {
    if (!out.left_standing.empty()) out.scheduled_on = subscription.scheduled_on;
    return false;
  }
  if (!out.left_standing.empty()) dates.push_back(scheduled_date(catalog, subscription));
  const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
  if (*last > subscription.period.end) out.scheduled_on = *last;
  return *first < *last;
}

template <class Member>
void drop_if_named(const std::optional<Member>& named, std::optional<Member>& scheduled, bool& dropped) {
  if (!named || !scheduled) return;
  scheduled.reset();
  dropped = true;
}

void schedule(const Movement& movement, const Terms& wanted, PartialTerms& scheduled) {
  if (is_of_plan(movement.kind)) {
    scheduled.plan = wanted.plan;
  } else if (is_of_cycle(movement.kind)) {
    scheduled.cycle = wanted.cycle;
  } else if (movement.kind == MovementKind::add_seats || movement.kind == MovementKind::remove_seats) {
    scheduled.seats = wanted.seats;
  } else {
    scheduled.addons = wanted.addons;
  }
}

}  // namespace

Placement place(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  const PartialTerms& named = asked.change.terms;
  const Terms& present = subscription.terms;
  Placement out;
  for (const Movement& movement : split(catalog, present, named)) {
    const Rule* rule = catalog.policy.rule(movement.kind, present.cycle, rule_day(subscription, asked.at));
    out.movements.push_back({movement, rule, offered(rule, asked.change.timing)});
  }
  out.deferred_together = defer_together(catalog.policy.mixed, out.movements);

  out.left_standing = subscription.scheduled;
  drop_if_named(named.plan, out.left_standing.plan, out.replaces_scheduled);
  drop_if_named(named.seats, out.left_standing.seats, out.replaces_scheduled);
  drop_if_named(named.cycle, out.left_standing.cycle, out.replaces_scheduled);
  drop_if_named(named.addons, out.left_standing.addons, out.replaces_scheduled);
  if (wait_together(catalog, subscription, out)) out.deferred_together = true;

  out.wanted = named.applied_to(present);
  out.now = present;
  out.scheduled = out.left_standing;
  for (const PlacedMovement& each : out.movements) {
    if (each.is_now()) apply(each.movement, out.wanted, out.now);
    if (each.waits()) schedule(each.movement, out.wanted, out.scheduled);
  }
  out.next_before = subscription.scheduled.applied_to(present);
  out.next = named.applied_to(out.left_standing.applied_to(present));
  return out;
}

}  // namespace planshift
