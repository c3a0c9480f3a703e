#include "core/audit/histories.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/money/rounding.hpp"
#include "core/movement/movement.hpp"
#include "core/placement/commitment.hpp"
#include "core/preview/figures_check.hpp"

namespace planshift {
namespace {

// A month's end, so that periods clamp: 31 January, 28 February, 31 March.
constexpr Instant first_day = Instant::at(Date::of_days(20'484));  // 2026-01-31

// The subscription a period before the search begins: its next payment is the first one of every history.
Subscription about_to_begin(const Catalog& catalog, const Terms& terms) {
  const Cycle& cycle = catalog[terms.cycle];
  Subscription out;
  out.terms = terms;
  const BegunPeriod begun = begin_period(catalog, terms.cycle, first_day);
  out.anchor_day = begun.anchor_day;
  const Instant start = begun.part ? begun.period.end : first_day;
  out.period = cycle.recurrence(out.anchor_day).ending_at(start);
  return out;
}

// What is pending, with its tax.
Money owed(const Catalog& catalog, const Subscription& standing) {
  const auto payment = final_payment(catalog, standing, standing.period.end);
  return payment ? payment->totals.total : Money();
}

// What the terms that stand cost by the list from one moment of the period to another.
Money price_between(const Catalog& catalog, const Subscription& standing, Instant from, Instant to) {
  const Share begin = running_share(catalog, standing, from, ChangeDay::remaining);
  const Share end = running_share(catalog, standing, to, ChangeDay::remaining);
  return part_of(running_list_price(catalog, standing), begin.remaining - end.remaining, begin.of);
}

// What is held until `at` only; what lasts no time is forgotten.
void end(std::vector<Held>& held, Instant at) {
  if (held.size() > 1 && held.back().from == at) held.pop_back();
}

void hold(std::vector<Held>& held, Held next) {
  if (held.back().from == next.from) held.pop_back();
  if (held.empty() || held.back().terms != next.terms) held.push_back(next);
}

std::int64_t place_of(const Terms& terms, std::vector<Terms>& list) {
  const auto found = std::find(list.begin(), list.end(), terms);
  const auto place = found - list.begin();
  if (found == list.end()) list.push_back(terms);
  return place;
}

// The members of `wanted` that differ from the present terms.
PartialTerms difference(const Terms& present, const Terms& wanted) {
  PartialTerms out;
  if (wanted.plan != present.plan) out.plan = wanted.plan;
  if (wanted.seats != present.seats) out.seats = wanted.seats;
  if (wanted.cycle != present.cycle) out.cycle = wanted.cycle;
  if (wanted.addons != present.addons) out.addons = wanted.addons;
  return out;
}

// The rules by which a change is judged.
std::vector<const Rule*> rules_of(const Catalog& catalog, const Subscription& standing, Instant at,
                                  const Change& change) {
  const CycleIndex cycle = standing.terms.cycle;
  const RuleDay day = rule_day(standing, at);
  if (change.kind == ChangeKind::cancel) return {catalog.policy.rule(MovementKind::cancel, cycle, day)};
  std::vector<const Rule*> out;
  for (const Movement& each : split(catalog, standing.terms, change.terms)) {
    out.push_back(catalog.policy.rule(each.kind, cycle, day));
  }
  return out;
}

std::uint32_t cause_of(const Preview& preview) {
  std::uint32_t out = 0;
  for (const DatedMovement& each : preview.movements) {
    const auto kind = static_cast<std::uint32_t>(each.kind);
    out |= 1U << (each.when == Occurrence::now ? kind : kind + movement_kinds);
  }
  return out;
}

Timing when_of(const Preview& preview) {
  const bool waits = std::any_of(preview.movements.begin(), preview.movements.end(),
                                 [](const DatedMovement& each) { return each.when != Occurrence::now; });
  return waits ? Timing::period_end : Timing::now;
}

bool only_the_role_is_wrong(const Preview& preview) {
  return std::all_of(preview.reasons.begin(), preview.reasons.end(),
                     [](const Reason& each) { return each.code == ReasonCode::role; });
}

}  // namespace

bool stands_the_same(const Subscription& a, const Subscription& b) {
  return a.period.start == b.period.start && a.period.end == b.period.end && a.anchor_day == b.anchor_day &&
         a.paid == b.paid && a.credits_left == b.credits_left && a.cancels_on == b.cancels_on &&
         a.extended == b.extended && a.prices_of == b.prices_of && a.discounts == b.discounts &&
         a.creditable == b.creditable && a.started_on == b.started_on && a.committed_until == b.committed_until &&
         a.scheduled_on == b.scheduled_on && a.pending.size() == b.pending.size() &&
         a.scheduled.applied_to(a.terms) == b.scheduled.applied_to(b.terms);
}

bool is_no_better(const History& a, const History& than) {
  if (a.standing.has_value() != than.standing.has_value()) return false;
  return than.cost <= a.cost && than.until >= a.until && than.requests <= a.requests && than.days <= a.days &&
         than.at <= a.at && than.renewals <= a.renewals &&
         (!a.standing || stands_the_same(*a.standing, *than.standing));
}

Money part_of(Money amount, std::int64_t numerator, std::int64_t denominator) {
  return round(amount * Ratio{numerator, denominator}, Rounding::down);
}

std::vector<Instant> audit_moments(Period period) {
  const std::int64_t days = period.end.date().days() - period.start.date().days();
  std::vector<Instant> out;
  for (const std::int64_t day : std::array<std::int64_t, audit_days>{0, 1, days / 2, days - 2, days - 1}) {
    const Instant at = period.start.plus_days(day);
    if (period.contains(at) && (out.empty() || out.back() < at)) out.push_back(at);
  }
  return out;
}

std::int32_t Holding::changes() const {
  return static_cast<std::int32_t>(held.size()) - (held.front().terms == start ? 1 : 0);
}

const Histories::Group* Histories::group(const Holding& holding) const {
  const auto found = groups_.find(holding);
  return found == groups_.end() ? nullptr : &found->second;
}

bool Histories::search(const std::vector<Terms>& set) {
  terms_ = set;
  set_ = set.size();
  for (std::size_t start = 0; start < set_; ++start) begin(static_cast<std::int64_t>(start));
  for (std::size_t i = 0; i < list_.size() && count_.previews < count_.most; ++i) expand(i);
  return count_.previews < count_.most;
}

void Histories::begin(std::int64_t start) {
  const Subscription before = about_to_begin(catalog_, terms_[static_cast<std::size_t>(start)]);
  auto payment = next_payment(catalog_, before);
  if (check_payment(catalog_, *payment, Money())) return;
  History out;
  out.holding = {start, {{payment->date, start}}};
  out.standing = std::move(payment->after);
  if (out.standing->credits_left) out.standing->credits_left = 0;  // used up at once
  out.standing->started_on = payment->date;
  out.standing->committed_until = begun_commitment(catalog_, out.standing->terms.cycle, payment->date);
  out.at = payment->date;
  out.paid = payment->totals.charged;
  out.before = list_.size();
  out.totals = payment->totals;
  add(std::move(out));
}

void Histories::expand(std::size_t index) {
  if (!list_[index].standing) return;
  renew(index);
  if (list_[index].requests == AuditLimits::requests) return;
  for (const Instant at : audit_moments(list_[index].standing->period)) {
    const History& from = list_[index];
    if (at >= from.at && (at == from.last_asked || from.days < AuditLimits::days)) ask_all(index, at);
  }
}

void Histories::renew(std::size_t index) {
  const History& from = list_[index];
  const Subscription& standing = *from.standing;
  if (from.renewals == AuditLimits::renewals || standing.cancels_on) return;
  auto payment = next_payment(catalog_, standing);
  if (check_payment(catalog_, *payment, standing.balance)) return;
  History out = from;
  out.at = payment->date;
  out.used = from.worth;
  ++out.renewals;
  out.paid += payment->totals.charged;
  out.standing = std::move(payment->after);
  hold(out.holding.held, {out.at, place_of(out.standing->terms, terms_)});
  out.before = index;
  out.asked.reset();
  out.totals = payment->totals;
  add(std::move(out));
}

void Histories::ask_all(std::size_t index, Instant at) {
  const Subscription standing = *list_[index].standing;
  if (standing.cancels_on || !standing.scheduled.empty()) ask(index, at, {ChangeKind::resume, {}, std::nullopt, {}});
  if (standing.cancels_on) return;
  ask_each_timing(index, at, {ChangeKind::cancel, {}, std::nullopt, {}});
  for (std::size_t i = 0; i < set_; ++i) {
    if (terms_[i] == standing.terms) continue;
    ask_each_timing(index, at, {ChangeKind::terms, difference(standing.terms, terms_[i]), std::nullopt, {}});
  }
}

// As the policy has it by default; and, where it leaves a choice, the other way.
void Histories::ask_each_timing(std::size_t index, Instant at, Change change) {
  ask(index, at, change);
  for (const Rule* rule : rules_of(catalog_, *list_[index].standing, at, change)) {
    if (rule == nullptr || rule->when != When::choice || change.timing) continue;
    change.timing = rule->choice_default == Timing::now ? Timing::period_end : Timing::now;
    ask(index, at, change);
  }
}

std::optional<Preview> Histories::answer(const Subscription& standing, Asked& asked) {
  std::size_t role = 0;
  for (;;) {
    if (role < roles_.size()) asked.role = roles_[role];
    if (count_.previews == count_.most) return std::nullopt;
    ++count_.previews;
    Preview preview = planshift::preview(catalog_, standing, asked);
    if (preview.allowed()) return preview.fault ? std::nullopt : std::optional(std::move(preview));
    if (!only_the_role_is_wrong(preview) || ++role >= roles_.size()) return std::nullopt;
  }
}

void Histories::ask(std::size_t index, Instant at, Change change) {
  Asked asked{at, std::nullopt, std::move(change)};
  auto preview = answer(*list_[index].standing, asked);
  if (!preview) return;
  History out = list_[index];
  out.used += price_between(catalog_, *out.standing, out.at, at);
  if (out.last_asked != at) ++out.days;
  if (!out.first_asked) out.first_asked = at;
  out.last_asked = at;
  out.at = at;
  ++out.requests;
  out.paid += preview->today.charged - preview->today.refunded;
  out.lost = preview->after ? Money() : preview->balance_after;
  out.cause |= cause_of(*preview);
  out.when = when_of(*preview);
  out.standing = std::move(preview->after);
  if (out.standing) {
    hold(out.holding.held, {at, place_of(out.standing->terms, terms_)});
  } else {
    end(out.holding.held, at);
  }
  out.before = index;
  out.asked = std::move(asked);
  out.totals = preview->today;
  add(std::move(out));
}

void Histories::add(History history) {
  history.cost = history.paid;
  history.until = history.at;
  history.worth = history.used;
  if (history.standing) {
    history.cost += owed(catalog_, *history.standing) - history.standing->balance;
    history.until = history.standing->period.end;
    history.worth += price_between(catalog_, *history.standing, history.at, history.until);
  }
  if (history.cost.exceeded()) return;
  Group& group = groups_[history.holding];
  for (const std::size_t other : group) {
    if (is_no_better(history, list_[other])) return;
  }
  group.push_back(list_.size());
  list_.push_back(std::move(history));
}

Course Histories::course(std::size_t history) const {
  const History& last = list_[history];
  Course out;
  out.cost = last.cost;
  out.until = last.until;
  std::size_t i = history;
  for (; list_[i].before != i; i = list_[i].before) {
    const History& each = list_[i];
    if (each.asked) {
      out.steps.push_back({*each.asked, each.when, each.totals});
    } else {
      out.renewals.push_back({each.at, each.totals});
    }
  }
  std::reverse(out.steps.begin(), out.steps.end());
  std::reverse(out.renewals.begin(), out.renewals.end());
  out.start = *list_[i].standing;
  out.first_payment = list_[i].paid;
  out.held = terms(last.holding.held.back());
  return out;
}

}  // namespace planshift
