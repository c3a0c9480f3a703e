#include "core/settlement/used_time.hpp"

#include "core/money/rounding.hpp"
#include "core/settlement/creditable.hpp"
#include "core/settlement/totals.hpp"
#include "core/settlement/unused_line.hpp"

namespace planshift {
namespace {

// How many cycles of that length have begun since the period did. One that begins at `at` has begun only where the
// day of the change counts as used.
std::int64_t begun_cycles(const Catalog& catalog, const Subscription& subscription, CycleIndex cycle, Instant at) {
  const Instant start = subscription.period.start;
  // On the days on which this subscription's months would have ended, where its period begins on one of them.
  const bool on_grid = falls_on(start, subscription.anchor_day);
  const Recurrence grid = catalog[cycle].recurrence(on_grid ? subscription.anchor_day : start.date().civil().day);
  const std::int64_t past = grid.whole_cycles(start, at);
  const bool begins_today = grid.moved(start, past) == at;
  const bool counts_today = catalog.policy.proration.change_day == ChangeDay::used;
  return begins_today && !counts_today ? past : past + 1;
}

}  // namespace

std::optional<CycleIndex> cycle_of_used_time(const Catalog& catalog, const Subscription& subscription,
                                             const Rule& rule) {
  if (!rule.used_at || !is_sold_on(catalog, subscription.terms, *rule.used_at)) return std::nullopt;
  return rule.used_at;
}

void add_used_time_lines(const Catalog& catalog, const Subscription& subscription, Instant at, CycleIndex cycle,
                         const LineMaker& maker, const Share& whole, const Share& left, Lines& lines) {
  Lines own;
  add_unused_line(catalog, subscription, maker, whole, own);
  if (own.empty()) return;

  Terms terms = subscription.terms;
  terms.cycle = cycle;
  const std::int64_t periods = begun_cycles(catalog, subscription, cycle, at);
  const Money given = -own.front().amount;
  const Instant day = price_day(subscription, subscription.terms, subscription.period.start);
  const Money price = list_price(catalog, terms, day);
  Money cost = price * periods;
  // A price in range that exceeds it only by the number of cycles is more than was given in any case.
  if (cost.exceeded() && !price.exceeded()) cost = given;
  Line used = own.front();
  used.kind = LineKind::used;
  used.cycle = cycle;
  used.periods = static_cast<std::int32_t>(periods);
  used.amount = least(cost, given);
  used.proration.reset();
  add_line(own, used);

  // Never more than the unused share, however cheap the used time was.
  const Money share = round(subscription.paid * left.ratio(), catalog.policy.proration.rounding);
  cap_creditable(subscription, given - used.amount, used.transaction, own);
  Line cap;
  cap.kind = LineKind::cap;
  cap.transaction = used.transaction;
  cap.amount = greatest(-sum_of(own, used.transaction) - share, Money());
  add_line(own, cap);
  for (const Line& line : own) lines.push_back(line);
}

}  // namespace planshift
