#include "core/preview/figures_check.hpp"

namespace planshift {
namespace {

bool exceeded(const Lines& lines) {
  for (const Line& line : lines) {
    if (line.amount.exceeded() || (line.proration && line.proration->base.exceeded())) return true;
  }
  return false;
}

std::optional<FaultCode> check_lines(const Catalog& catalog, const Lines& lines, const Totals& totals,
                                     Money balance_before) {
  if (exceeded(lines) || totals.exceeded()) return FaultCode::amount_range;
  if (!books_balance(lines, totals, balance_before, catalog.policy.proration.rounding))
    return FaultCode::internal_books;
  return std::nullopt;
}

bool dates_in_range(const Preview& preview) {
  for (const DatedMovement& movement : preview.movements) {
    if (!movement.on.in_range()) return false;
  }
  for (const DatedConsequence& each : preview.consequences) {
    if (each.date && !each.date->in_range()) return false;
  }
  if (!preview.after) return true;
  const Subscription& after = *preview.after;
  const auto in_range = [](const std::optional<Instant>& date) { return !date || date->in_range(); };
  return after.period.start.in_range() && after.period.end.in_range() && in_range(after.cancels_on) &&
         in_range(after.committed_until) && in_range(after.scheduled_on);
}

std::optional<FaultCode> check_after(const Catalog& catalog, const Subscription& after, Money balance_after) {
  if (after.creditable && after.creditable->exceeded()) return FaultCode::amount_range;
  if (after.paid.exceeded() || after.balance.exceeded() || exceeded(after.pending)) return FaultCode::amount_range;
  // A trial pays nothing for its terms now, but no request may hold terms without a price.
  if (running_list_price(catalog, after).exceeded()) return FaultCode::amount_range;
  const bool sound = !after.paid.is_negative() && after.balance == balance_after &&
                     (!after.cancels_on || *after.cancels_on >= after.period.end);
  return sound ? std::nullopt : std::optional(FaultCode::internal_books);
}

}  // namespace

std::optional<FaultCode> check_payment(const Catalog& catalog, const Payment& payment, Money balance_before) {
  if (!payment.date.in_range()) return FaultCode::date_range;
  return check_lines(catalog, payment.lines, payment.totals, balance_before);
}

std::optional<FaultCode> check_figures(const Catalog& catalog, const Preview& preview) {
  if (!dates_in_range(preview)) return FaultCode::date_range;
  if (preview.forfeited.exceeded() || preview.balance_after.exceeded()) return FaultCode::amount_range;
  if (const auto fault = check_lines(catalog, preview.lines, preview.today, preview.balance_before)) return fault;
  if (preview.after) {
    if (const auto fault = check_after(catalog, *preview.after, preview.balance_after)) return fault;
  }
  if (preview.next_payment) return check_payment(catalog, *preview.next_payment, preview.balance_after);
  return std::nullopt;
}

}  // namespace planshift
