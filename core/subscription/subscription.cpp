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

Recurrence recurrence(const Catalog& catalog, const Subscription& subscription) {
  return catalog[subscription.terms.cycle].recurrence(subscription.anchor_day);
}

Period whole_cycle(const Catalog& catalog, const Subscription& subscription) {
  return recurrence(catalog, subscription).ending_at(subscription.period.end);
}

}  // namespace planshift
