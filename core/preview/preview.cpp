#include "core/preview/preview.hpp"

#include <string>
#include <utility>

#include "core/eligibility/judge.hpp"
#include "core/followup/unit_credits.hpp"
#include "core/money/decimal_text.hpp"
#include "core/placement/commitment.hpp"
#include "core/preview/figures_check.hpp"
#include "core/settlement/cancel.hpp"

namespace planshift {
namespace {

Facts balance_facts(const Catalog& catalog, Money balance) {
  return {{"amount", decimal_text(balance.minor(), catalog.currency.decimals)}, {"currency", catalog.currency.code}};
}

void take_over(Settlement& settlement, Preview& out) {
  out.lines = std::move(settlement.lines);
  out.today = settlement.totals;
  out.forfeited = settlement.forfeited;
  out.extension = settlement.extension;
  out.balance_after = settlement.totals.balance_after(out.balance_before);
}

// A day that a new period no longer holds says nothing any more, and a request may not name it.
std::optional<Instant> if_before(const std::optional<Instant>& day, Instant end) {
  if (day && *day < end) return day;
  return std::nullopt;
}

// The subscription after a settlement that doesn't end it; what is settled is taken out of `settlement`.
Subscription& stand_settled(const Subscription& before, Settlement& settlement, Preview& out) {
  Subscription& after = out.after.emplace(before);
  after.period = settlement.period;
  after.anchor_day = settlement.anchor_day;
  after.paid = settlement.paid;
  after.trial = settlement.trial;
  after.started_on = if_before(before.started_on, after.period.end);
  after.committed_until = settlement.committed_until;
  after.extended = settlement.extended;
  after.creditable = settlement.creditable;
  after.discounts = without_ended(before.discounts, after.period.start);
  after.pending = std::move(settlement.pending);
  after.balance = settlement.totals.balance_after(before.balance);
  return after;
}

// What lies ahead of the subscription afterwards.
void look_ahead(const Catalog& catalog, Preview& out) {
  const Subscription& after = *out.after;
  out.next_payment = next_payment(catalog, after);
  const bool ends_first = after.cancels_on && *after.cancels_on <= after.period.end;
  if (!ends_first) out.terms_next = TermsFrom{terms_from_end(after), after.period.end};
}

void drop_scheduled(Subscription& subscription) {
  subscription.scheduled = {};
  subscription.scheduled_on.reset();
}

// A missed notice postpones, but what the rule asks for is the period's end.
Occurrence occurrence_of(const Subscription& subscription, const Cancellation& cancellation) {
  if (cancellation.is_now()) return Occurrence::now;
  const bool waits_longer = cancellation.effective > subscription.period.end;
  return cancellation.rule->when == When::term_end && waits_longer ? Occurrence::term_end : Occurrence::period_end;
}

void list_movements(const Subscription& subscription, Instant at, const Placement& placement, Preview& out) {
  out.movements.reserve(placement.movements.size());
  for (const PlacedMovement& each : placement.movements) {
    if (each.is_now()) {
      out.movements.push_back({each.movement.kind, Occurrence::now, at, each.rule});
    } else {
      const Occurrence when = placement.scheduled_on ? Occurrence::term_end : Occurrence::period_end;
      const Instant on = placement.scheduled_on.value_or(subscription.period.end);
      out.movements.push_back({each.movement.kind, when, on, each.rule});
    }
  }
}

void add_placement_notices(const Placement& placement, Preview& out) {
  if (placement.deferred_together) out.notices.push_back({NoticeCode::deferred_together, {}});
  if (placement.replaces_scheduled) out.notices.push_back({NoticeCode::replaces_scheduled, {}});
}

void preview_terms(const Catalog& catalog, const Subscription& subscription, const Asked& asked,
                   const Placement& placement, Preview& out) {
  const auto& named = asked.change.discounts;
  const HeldDiscounts discounts =
      named ? begun_at(catalog, subscription.discounts, *named, asked.at) : subscription.discounts;
  Settlement settlement = settle(catalog, subscription, asked.at, placement, discounts);
  out.credits = credits_moved(catalog, subscription, asked.at, placement, settlement);

  Subscription& after = stand_settled(subscription, settlement, out);
  after.terms = placement.now;
  after.discounts = without_ended(discounts, after.period.start);
  after.prices_of = if_before(prices_kept(subscription, after.terms), after.period.end);
  after.scheduled = placement.scheduled;
  after.scheduled_on = placement.scheduled_on;
  if (settlement.new_period_rule != nullptr && out.credits) after.credits_left = out.credits->after();
  take_over(settlement, out);
  look_ahead(catalog, out);
}

void preview_cancellation(const Catalog& catalog, const Subscription& subscription, const Asked& asked,
                          const Cancellation& cancellation, Preview& out) {
  Settlement settlement = settle_cancellation(catalog, subscription, asked.at, cancellation);
  const bool drops_scheduled =
      !subscription.scheduled.empty() && scheduled_date(catalog, subscription) >= cancellation.effective;
  if (drops_scheduled) out.notices.push_back({NoticeCode::replaces_scheduled, {}});

  Money balance_left = settlement.totals.balance_after(subscription.balance);
  if (!cancellation.is_now()) {
    Subscription& after = stand_settled(subscription, settlement, out);
    after.cancels_on = cancellation.effective;
    if (drops_scheduled) drop_scheduled(after);
    look_ahead(catalog, out);
    balance_left = balance_at_the_end(catalog, after);
  }
  take_over(settlement, out);
  if (balance_left.is_positive()) {
    out.notices.push_back({NoticeCode::balance_left, balance_facts(catalog, balance_left)});
  }
  out.consequences = date_consequences(catalog, *cancellation.rule, asked.at, cancellation.effective);
}

void preview_resumption(const Catalog& catalog, const Subscription& subscription, Preview& out) {
  Settlement settlement = settle_nothing(catalog, subscription);
  Subscription& after = stand_settled(subscription, settlement, out);
  if (after.cancels_on) {
    after.cancels_on.reset();
  } else {
    drop_scheduled(after);
  }
  take_over(settlement, out);
  look_ahead(catalog, out);
}

}  // namespace

Placed place_asked(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  Placed out;
  if (asked.change.kind != ChangeKind::terms) return out;
  out.placement = place(catalog, subscription, asked);
  out.reasons = judge_terms(catalog, subscription, asked, out.placement);
  return out;
}

Preview preview(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  return preview(catalog, subscription, asked, place_asked(catalog, subscription, asked));
}

Preview preview(const Catalog& catalog, const Subscription& subscription, const Asked& asked, const Placed& placed) {
  Preview out;
  out.balance_before = subscription.balance;
  out.balance_after = subscription.balance;
  switch (asked.change.kind) {
    case ChangeKind::terms:
      out.reasons = placed.reasons;
      if (!out.allowed()) return out;
      list_movements(subscription, asked.at, placed.placement, out);
      add_placement_notices(placed.placement, out);
      preview_terms(catalog, subscription, asked, placed.placement, out);
      break;
    case ChangeKind::cancel: {
      const Cancellation cancellation = place_cancellation(catalog, subscription, asked);
      out.reasons = judge_cancellation(subscription, asked, cancellation);
      if (!out.allowed()) return out;
      out.movements.push_back(
          {MovementKind::cancel, occurrence_of(subscription, cancellation), cancellation.effective, cancellation.rule});
      preview_cancellation(catalog, subscription, asked, cancellation, out);
      break;
    }
    case ChangeKind::resume:
      out.reasons = judge_resumption(catalog, subscription, asked);
      if (!out.allowed()) return out;
      preview_resumption(catalog, subscription, out);
      break;
  }
  out.fault = check_figures(catalog, out);
  return out;
}

}  // namespace planshift
