#include "core/settlement/cancel.hpp"

#include "core/money/rounding.hpp"
#include "core/settlement/creditable.hpp"
#include "core/settlement/fee.hpp"
#include "core/settlement/unused_line.hpp"
#include "core/settlement/used_time.hpp"

namespace planshift {
namespace {

constexpr MovementKind cancel = MovementKind::cancel;

// In a trial nothing was paid.
void give_back(const Catalog& catalog, const Subscription& subscription, Instant at, const Rule& rule, Lines& lines) {
  if (subscription.trial) return;
  const LineMaker maker{&rule, cancel};
  const Share left = running_share(catalog, subscription, at, catalog.policy.proration.change_day);
  // What the period is of its cycle: less than the whole where it is a short first one.
  const Share whole = running_share(catalog, subscription, subscription.period.start, ChangeDay::remaining);
  if (const auto cycle = cycle_of_used_time(catalog, subscription, rule)) {
    return add_used_time_lines(catalog, subscription, at, *cycle, maker, whole, left, lines);
  }
  const Share& given = rule.unused == Unused::refund_all ? whole : left;
  add_unused_line(catalog, subscription, maker, given, lines);
  const Transaction transaction = transaction_of(rule);
  cap_creditable(subscription, -sum_of(lines, transaction), transaction, lines);
}

Money unused_share(const Catalog& catalog, const Subscription& subscription, Instant at) {
  const Share left = running_share(catalog, subscription, at, catalog.policy.proration.change_day);
  return round(subscription.paid * left.ratio(), catalog.policy.proration.rounding);
}

}  // namespace

Settlement settle_cancellation(const Catalog& catalog, const Subscription& subscription, Instant at,
                               const Cancellation& cancellation) {
  const Rule& rule = *cancellation.rule;
  Settlement out = settle_nothing(catalog, subscription);
  if (cancellation.is_now() && rule.returns_unused()) {
    give_back(catalog, subscription, at, rule, out.lines);
  } else if (cancellation.is_now()) {
    out.forfeited = unused_share(catalog, subscription, at);
  }
  add_fee_line(catalog, subscription, cancellation, out.lines);
  if (cancellation.is_now()) {
    add_pending_lines(subscription.pending, out.lines);
  } else if (rule.collect == Collect::next_payment) {
    put_off(out.lines, out.pending);
  }
  add_tax_lines(catalog, out.lines);
  out.totals = total_up(out.lines, subscription.balance);
  return out;
}

}  // namespace planshift
