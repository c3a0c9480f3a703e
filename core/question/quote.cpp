#include "core/question/quote.hpp"

#include "core/eligibility/limits_judge.hpp"
#include "core/money/rounding.hpp"
#include "core/placement/commitment.hpp"
#include "core/preview/figures_check.hpp"
#include "core/renewal/last_period.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/once.hpp"

namespace planshift {
namespace {

// The whole cycle that ends with the first period.
Period cycle_ending(const Catalog& catalog, const QuoteAsked& asked, AnchorDay anchor) {
  return catalog[asked.terms.cycle].recurrence(anchor).ending_at(*asked.first_period_end);
}

BegunPeriod uncut_first_period(const Catalog& catalog, const QuoteAsked& asked) {
  if (!asked.first_period_end) return begin_period(catalog, asked.terms.cycle, asked.at);
  const Period period{asked.at, *asked.first_period_end};
  const AnchorDay anchor = anchor_told_by(period);
  const Share part = share_remaining(asked.at, cycle_ending(catalog, asked, anchor), catalog[asked.terms.cycle].length,
                                     catalog.policy.proration.unit, ChangeDay::remaining);
  return {period, anchor, part};
}

BegunPeriod first_period(const Catalog& catalog, const QuoteAsked& asked) {
  return cut_short(catalog, asked.terms.cycle, uncut_first_period(catalog, asked), asked.ends_on);
}

Payment first_payment(const Catalog& catalog, const QuoteAsked& asked, const BegunPeriod& begun) {
  Payment out;
  out.date = asked.at;
  add_period_lines(catalog, asked.terms, asked.at, begun.part, {}, out.lines);
  add_discount_lines(catalog, discounts_from(asked.discounts, asked.at), DiscountScope::first_payment,
                     sum_of(out.lines, Transaction::charge), ratio_of(begun.part), out.lines);
  add_first_once_lines(catalog, asked.terms, out.lines);
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, Money());
  return out;
}

Subscription begun_subscription(const Catalog& catalog, const QuoteAsked& asked, const BegunPeriod& begun) {
  Subscription out;
  out.terms = asked.terms;
  out.period = begun.period;
  out.anchor_day = begun.anchor_day;
  out.discounts = asked.discounts;
  out.committed_until = begun_commitment(catalog, asked.terms.cycle, begun.period.start);
  out.cancels_on = asked.ends_on;
  return out;
}

Money cost_per_365_days(const Catalog& catalog, Terms terms, CycleIndex cycle, Instant day) {
  constexpr std::int64_t micro_days = 365'000'000;
  terms.cycle = cycle;
  const Ratio ratio{micro_days, catalog[cycle].length.average_micro_days()};
  return round(list_price(catalog, terms, day) * ratio, catalog.policy.proration.rounding);
}

void add_alternatives(const Catalog& catalog, const QuoteAsked& asked, Quote& out) {
  const Money quoted = cost_per_365_days(catalog, asked.terms, asked.terms.cycle, asked.at);
  for (std::size_t i = 0; i < catalog.cycles.size(); ++i) {
    const auto cycle = static_cast<CycleIndex>(i);
    if (!is_sold_on(catalog, asked.terms, cycle)) continue;
    const Money cost = cost_per_365_days(catalog, asked.terms, cycle, asked.at);
    out.alternatives.push_back({cycle, cost, quoted - cost});
  }
}

std::optional<FaultCode> check_quote(const Catalog& catalog, const Quote& quote) {
  for (const Alternative& each : quote.alternatives) {
    // Exceeded where either of the two costs is, of which it is the difference.
    if (each.saving.exceeded()) return FaultCode::amount_range;
  }
  if (quote.committed_until && !quote.committed_until->in_range()) return FaultCode::date_range;
  if (const auto fault = check_payment(catalog, quote.first, Money())) return fault;
  return quote.next ? check_payment(catalog, *quote.next, Money()) : std::nullopt;
}

}  // namespace

std::optional<FaultCode> check_first_period(const Catalog& catalog, const QuoteAsked& asked) {
  if (!asked.first_period_end) return std::nullopt;
  if (*asked.first_period_end <= asked.at) return FaultCode::first_period_end_order;
  const AnchorDay anchor = anchor_told_by({asked.at, *asked.first_period_end});
  if (asked.at < cycle_ending(catalog, asked, anchor).start) return FaultCode::first_period_too_long;
  return std::nullopt;
}

Quote quote(const Catalog& catalog, const QuoteAsked& asked) {
  Quote out;
  judge_new_terms(catalog, asked.terms, out.reasons);
  if (!out.reasons.empty()) return out;
  const BegunPeriod begun = first_period(catalog, asked);
  out.period = begun.period;
  out.first = first_payment(catalog, asked, begun);
  const Subscription subscription = begun_subscription(catalog, asked, begun);
  out.committed_until = subscription.committed_until;
  out.next = next_payment(catalog, subscription);
  add_alternatives(catalog, asked, out);
  out.fault = check_quote(catalog, out);
  return out;
}

}  // namespace planshift
