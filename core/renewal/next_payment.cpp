#include "core/renewal/next_payment.hpp"

#include <utility>

#include "core/placement/commitment.hpp"
#include "core/renewal/granted_credits.hpp"
#include "core/renewal/last_period.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/once.hpp"

namespace planshift {
namespace {

// A waiting change of cycle begins a commitment, or ends one; else it goes on, renews or is gone.
std::optional<Instant> commitment_after(const Catalog& catalog, const Subscription& subscription, CycleIndex next,
                                        const Period& period) {
  if (next != subscription.terms.cycle) return begun_commitment(catalog, next, period.start);
  return renewed_commitment(catalog, next, subscription.committed_until, period.start);
}

// One-off fees of what happens with this payment, by the rules as they are after the first days.
void add_due_once_lines(const Catalog& catalog, const Subscription& subscription, Lines& lines) {
  const PartialTerms due = due_changes(subscription);
  const Terms wanted = due.applied_to(subscription.terms);
  Terms terms = subscription.terms;
  for (const Movement& each : split(catalog, subscription.terms, due)) {
    const Terms before = terms;
    apply(each, wanted, terms);
    const Rule* rule = catalog.policy.rule(each.kind, subscription.terms.cycle);
    if (rule != nullptr) add_once_line(catalog, each, *rule, before, terms, lines);
  }
}

// Moves `out` to its next period, before the payment: what was scheduled for its begin has happened.
void renew(const Catalog& catalog, const Subscription& subscription, const BegunPeriod& begun, Subscription& out) {
  const PartialTerms due = due_changes(subscription);
  out.terms = due.applied_to(subscription.terms);
  out.credits_left = credits_after_renewal(catalog, subscription, out.terms);
  out.discounts = without_ended(subscription.discounts, begun.period.start);
  out.prices_of = prices_kept(subscription, out.terms);
  out.extended = false;
  out.committed_until = commitment_after(catalog, subscription, out.terms.cycle, begun.period);
  out.period = begun.period;
  out.anchor_day = begun.anchor_day;
  if (!due.empty()) {
    out.scheduled = {};
    out.scheduled_on.reset();
  }
  out.trial = false;
  out.creditable.reset();
  out.pending.clear();
}

}  // namespace

std::optional<Payment> next_payment(const Catalog& catalog, const Subscription& subscription) {
  const Instant date = subscription.period.end;
  if (subscription.cancels_on && *subscription.cancels_on <= date) return final_payment(catalog, subscription, date);

  const CycleIndex cycle = terms_from_end(subscription).cycle;
  const BegunPeriod begun =
      cut_short(catalog, cycle, following_period(catalog, subscription, cycle), subscription.cancels_on);
  const DiscountScope scope = subscription.trial ? DiscountScope::first_payment : DiscountScope::full_period;

  std::optional<Payment> payment(std::in_place);
  Payment& out = *payment;
  Subscription& after = out.after.emplace(subscription);
  renew(catalog, subscription, begun, after);
  out.date = date;
  const Instant day = price_day(subscription, after.terms, date);
  const std::vector<DiscountIndex> discounts = discounts_from(subscription.discounts, date);
  add_period_lines(catalog, after.terms, day, begun.part, {}, out.lines);
  add_discount_lines(catalog, discounts, scope, sum_of(out.lines, Transaction::charge), ratio_of(begun.part),
                     out.lines);
  add_due_once_lines(catalog, subscription, out.lines);
  add_pending_lines(subscription.pending, out.lines);
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, subscription.balance);

  after.paid = discounted(catalog, discounts, scope, list_price(catalog, after.terms, day));
  after.balance = out.totals.balance_after(subscription.balance);
  return payment;
}

Money balance_at_the_end(const Catalog& catalog, const Subscription& subscription) {
  constexpr int most_payments = 10'000;  // what is left after so many payments is never used up
  Money balance = subscription.balance;
  std::optional<Subscription> standing = subscription;
  for (int i = 0; standing && i < most_payments; ++i) {
    auto payment = next_payment(catalog, *standing);
    if (!payment) break;
    balance = payment->totals.balance_after(balance);
    if (balance.is_zero()) break;
    standing = std::move(payment->after);
  }
  return balance;
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
