#include "core/settlement/fee.hpp"

#include <algorithm>

#include "core/money/rounding.hpp"

namespace planshift {
namespace {

// The day on which a commitment began that ends on `until`; where that can't be told, the subscription or its period.
Instant begin_of_commitment(const Catalog& catalog, const Subscription& subscription, Instant until) {
  const auto& commitment = catalog[subscription.terms.cycle].commitment;
  if (commitment) return earlier(until, commitment->length);
  return subscription.started_on.value_or(subscription.period.start);
}

// Counted up to the day of effect: until then the commitment is kept.
std::int64_t whole_months(Instant from, Instant to) {
  const Recurrence months{{1, LengthUnit::month}, from.date().civil().day};
  return std::max<std::int64_t>(months.whole_cycles(from, to), 0);
}

// `amount` less so much for each month, never below 0.
Money reduced(Money amount, Money less, std::int64_t months) {
  const Money reduction = less * months;
  if (reduction.exceeded() || reduction > amount) return Money();
  return amount - reduction;
}

Money percent_of(Percent percent, const Exact& rest, Rounding rounding) {
  if (rest.money.exceeded()) return rest.money;
  return round(Fraction::of(rest), percent.of_sum(), rounding);
}

Money fee_of(const Catalog& catalog, const Subscription& subscription, const Fee& fee, Instant effective) {
  const Rounding rounding = catalog.policy.proration.rounding;
  const bool committed = subscription.committed_until && effective < *subscription.committed_until;
  if (fee.needs_commitment() && !committed) return Money();
  const auto rest = rest_of_commitment(catalog, subscription, effective);
  if (fee.percent) return rest ? percent_of(*fee.percent, *rest, rounding) : Money();

  Money amount = fee.amount;
  if (fee.less) {
    const Instant begin = begin_of_commitment(catalog, subscription, *subscription.committed_until);
    amount = reduced(amount, *fee.less, whole_months(begin, effective));
  }
  if (fee.at_most) amount = least(amount, rest ? round(*rest, rounding) : Money());
  return amount;
}

}  // namespace

std::optional<Exact> rest_of_commitment(const Catalog& catalog, const Subscription& subscription, Instant effective) {
  if (!subscription.committed_until) return std::nullopt;
  const Instant until = *subscription.committed_until;
  const Instant from = std::max(subscription.period.end, effective);
  if (until <= from) return std::nullopt;

  const Recurrence grid = recurrence(catalog, subscription);
  const std::int64_t whole = grid.whole_cycles(from, until);
  const Period last{grid.moved(from, whole), grid.moved(from, whole + 1)};
  const Share part = share_between(last.start, until, last, grid.length, catalog.policy.proration.unit);
  const Instant end = subscription.period.end;
  const Terms& terms = subscription.terms;
  const Money price = discounted(catalog, discounts_from(subscription.discounts, end), DiscountScope::full_period,
                                 list_price(catalog, terms, price_day(subscription, terms, end)));
  return price * Ratio{whole * part.of + part.remaining, part.of};
}

void add_fee_line(const Catalog& catalog, const Subscription& subscription, const Cancellation& cancellation,
                  Lines& lines) {
  const Rule& rule = *cancellation.rule;
  if (!rule.fee || subscription.trial) return;
  Line line = line_made_by({&rule, MovementKind::cancel});
  line.kind = LineKind::fee;
  line.amount = fee_of(catalog, subscription, *rule.fee, cancellation.effective);
  add_line(lines, line);
}

}  // namespace planshift
