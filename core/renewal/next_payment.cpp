#include "core/renewal/next_payment.hpp"

#include "core/placement/begun_period.hpp"
#include "core/renewal/granted_credits.hpp"
#include "core/settlement/item_lines.hpp"

namespace planshift {
namespace {

// Makes `out`, the subscription as it stands, that of its next period before the payment: everything that was scheduled
// has happened.
void renew(const Catalog& catalog, const Subscription& subscription, const BegunPeriod& begun, Subscription& out) {
  out.terms = subscription.scheduled.applied_to(subscription.terms);
  out.credits_left = credits_after_renewal(catalog, subscription, out.terms);
  out.period = begun.period;
  out.anchor_day = begun.anchor_day;
  out.scheduled = {};
  out.trial = false;
  out.pending.clear();
}

}  // namespace

std::optional<Payment> next_payment(const Catalog& catalog, const Subscription& subscription) {
  const Instant date = subscription.period.end;
  if (subscription.cancels_on && *subscription.cancels_on <= date) return final_payment(catalog, subscription, date);

  const CycleIndex cycle = subscription.scheduled.cycle.value_or(subscription.terms.cycle);
  const BegunPeriod begun = following_period(catalog, subscription, cycle);
  const DiscountScope scope = subscription.trial ? DiscountScope::first_payment : DiscountScope::full_period;

  std::optional<Payment> payment(std::in_place);
  Payment& out = *payment;
  Subscription& after = out.after.emplace(subscription);
  renew(catalog, subscription, begun, after);
  out.date = date;
  add_period_lines(catalog, after.terms, begun.part, nullptr, out.lines);
  add_discount_lines(catalog, subscription.discounts, scope, sum_of(out.lines, Transaction::charge),
                     ratio_of(begun.part), out.lines);
  add_pending_lines(subscription.pending, out.lines);
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, subscription.balance);

  after.paid = discounted(catalog, subscription.discounts, scope, list_price(catalog, after.terms));
  after.balance = out.totals.balance_after(subscription.balance);
  return payment;
}

std::optional<Payment> final_payment(const Catalog& catalog, const Subscription& subscription, Instant date) {
  Payment out;
  out.date = date;
  add_pending_lines(subscription.pending, out.lines);
  if (out.lines.empty()) return std::nullopt;
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, subscription.balance);
  return out;
}

}  // namespace planshift
