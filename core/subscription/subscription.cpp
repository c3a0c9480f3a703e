#include "core/subscription/subscription.hpp"

namespace planshift {

Terms PartialTerms::applied_to(Terms terms) const {
  if (plan) terms.plan = *plan;
  if (seats) terms.seats = *seats;
  if (cycle) terms.cycle = *cycle;
  if (addons) terms.addons = *addons;
  return terms;
}

PartialTerms due_changes(const Subscription& subscription) {
  const bool due = !subscription.scheduled_on || *subscription.scheduled_on <= subscription.period.end;
  return due ? subscription.scheduled : PartialTerms();
}

Terms terms_from_end(const Subscription& subscription) {
  return due_changes(subscription).applied_to(subscription.terms);
}

Instant price_day(const Subscription& subscription, const Terms& terms, Instant period_start) {
  return prices_kept(subscription, terms).value_or(period_start);
}

std::optional<Instant> prices_kept(const Subscription& subscription, const Terms& terms) {
  const bool stays = terms.plan == subscription.terms.plan && terms.cycle == subscription.terms.cycle;
  return stays ? subscription.prices_of : std::nullopt;
}

Money running_list_price(const Catalog& catalog, const Subscription& subscription) {
  const Terms& terms = subscription.terms;
  return list_price(catalog, terms, price_day(subscription, terms, subscription.period.start));
}

Recurrence recurrence(const Catalog& catalog, const Subscription& subscription) {
  return catalog[subscription.terms.cycle].recurrence(subscription.anchor_day);
}

Period whole_cycle(const Catalog& catalog, const Subscription& subscription) {
  return recurrence(catalog, subscription).ending_at(subscription.period.end);
}

bool is_longer_than_cycle(const Catalog& catalog, const Subscription& subscription) {
  return subscription.period.start < whole_cycle(catalog, subscription).start;
}

}  // namespace planshift
