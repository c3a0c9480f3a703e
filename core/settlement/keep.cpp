#include "core/settlement/keep.hpp"

#include "core/money/rounding.hpp"
#include "core/settlement/cap.hpp"
#include "core/settlement/creditable.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/keep_discounts.hpp"
#include "core/settlement/once.hpp"

namespace planshift {
namespace {

// What one movement changes: the plan part, or one add-on, before and after it.
struct Difference {
  Line before;
  Line after;
  Money price_before;
  Money price_after;
};

Line item_line(const Terms& terms, const PlacedMovement& placed) {
  const Movement& movement = placed.movement;
  Line line = line_made_by(maker_of(placed));
  line.cycle = terms.cycle;
  if (movement.kind == MovementKind::add_addon || movement.kind == MovementKind::remove_addon) {
    line.addon = movement.addon;
    line.seats = seats_of(terms.addons, movement.addon);
  } else {
    line.plan = terms.plan;
    line.seats = terms.seats;
  }
  return line;
}

// The list price of what the line is about. The running period has the prices of the day on which it began.
Money item_price(const Catalog& catalog, const Subscription& subscription, const Terms& terms, const Line& line) {
  const Instant day = price_day(subscription, terms, subscription.period.start);
  return line.addon ? addon_price(catalog, terms.cycle, {*line.addon, line.seats}, day)
                    : plan_price(catalog, terms, day);
}

Difference difference_of(const Catalog& catalog, const Subscription& subscription, const PlacedMovement& placed,
                         const Terms& before, const Terms& after) {
  Difference out{item_line(before, placed), item_line(after, placed), {}, {}};
  out.price_before = item_price(catalog, subscription, before, out.before);
  out.price_after = item_price(catalog, subscription, after, out.after);
  return out;
}

// How a rule charges, and by which share.
struct Charging {
  const Rule& rule;
  const Share& share;
  Rounding rounding;

  // A whole price within a period. In one that is longer than its cycle the share is more.
  [[nodiscard]] bool whole() const { return rule.charge == Charge::full && share.remaining <= share.of; }
  [[nodiscard]] Money part(Money price) const { return round(price * share.ratio(), rounding); }
};

void add_share_line(LineKind kind, Line line, Money base, const Charging& charging, Lines& lines) {
  const Money amount = charging.part(base);
  line.kind = kind;
  line.amount = kind == LineKind::unused ? -amount : amount;
  line.proration = LineProration{charging.share, base};
  add_line(lines, line);
}

void add_whole_line(LineKind kind, Line line, Money amount, Lines& lines) {
  line.kind = kind;
  line.amount = amount;
  add_line(lines, line);
}

// One line of the difference. A reduction gives back its share even where a whole price is charged.
void add_net_line(const Difference& difference, const Charging& charging, Lines& lines) {
  const Money base = difference.price_after - difference.price_before;
  if (charging.whole() && !base.is_negative()) return add_whole_line(LineKind::net, difference.after, base, lines);
  add_share_line(LineKind::net, difference.after, base, charging, lines);
}

void add_difference(const Difference& difference, const Charging& charging, Settlement& out) {
  if (charging.rule.lines == LineStyle::net) return add_net_line(difference, charging, out.lines);
  if (charging.rule.returns_unused()) {
    add_share_line(LineKind::unused, difference.before, difference.price_before, charging, out.lines);
  } else {
    out.forfeited += charging.part(difference.price_before);
  }
  if (charging.whole()) return add_whole_line(LineKind::charge, difference.after, difference.price_after, out.lines);
  add_share_line(LineKind::charge, difference.after, difference.price_after, charging, out.lines);
}

// What the lines give back, with the percentages that were taken off it.
Money given_back(const Catalog& catalog, const KeepDiscounts& lists, const Lines& lines) {
  Money sum;
  for (const Line& line : lines) {
    const bool gives = line.kind == LineKind::unused || line.kind == LineKind::net;
    if (gives && line.amount.is_negative()) sum += line.amount;
  }
  return -discounted(catalog, lists.before, DiscountScope::change_lines, sum);
}

// What may come back afterwards: less what came back now, and more by what was paid now.
void settle_creditable(const Subscription& subscription, Settlement& out) {
  if (!subscription.creditable) return;
  out.creditable = greatest(*subscription.creditable + sum_of(out.lines, Transaction::charge), Money());
}

}  // namespace

void settle_keep(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                 const HeldDiscounts& discounts, Settlement& out) {
  const Proration& proration = catalog.policy.proration;
  const Instant start = subscription.period.start;
  const Share share = running_share(catalog, subscription, at, proration.change_day);
  constexpr DiscountScope scope = DiscountScope::change_lines;

  KeepDiscounts lists;
  lists.before = discounts_from(subscription.discounts, start);
  lists.after = discounts_from(discounts, start);
  lists.whole_before = running_list_price(catalog, subscription);
  lists.whole_after = lists.whole_before;

  Lines once;
  bool charges = false;
  bool all_refund = true;
  bool any_later = false;
  Terms terms = subscription.terms;
  for (const PlacedMovement& placed : placement.movements) {
    if (!placed.is_now()) continue;
    const Terms before = terms;
    apply(placed.movement, placement.wanted, terms);
    const Rule& rule = *placed.rule;
    const bool costs_once = add_once_line(catalog, placed.movement, rule, before, terms, once);
    any_later = any_later || (costs_once && rule.collect == Collect::next_payment);
    all_refund = all_refund && !(costs_once && rule.unused != Unused::refund);
    if (rule.charge == Charge::none) continue;

    charges = true;
    const Difference difference = difference_of(catalog, subscription, placed, before, terms);
    lists.whole_after += difference.price_after - difference.price_before;
    out.paid += discounted(catalog, lists.after, scope, difference.price_after) -
                discounted(catalog, lists.before, scope, difference.price_before);
    const std::size_t lines_before = out.lines.size();
    add_difference(difference, {rule, share, proration.rounding}, out);
    if (out.lines.size() == lines_before) continue;
    all_refund = all_refund && rule.unused == Unused::refund;
    any_later = any_later || rule.collect == Collect::next_payment;
  }
  if (charges) out.paid -= lists.amounts_more(catalog);
  out.paid = greatest(out.paid, Money());
  if (out.forfeited != Money()) {
    out.forfeited = least(out.forfeited, round(subscription.paid * share.ratio(), proration.rounding));
  }
  if (charges) {
    lists.add_lines(catalog, share, out.lines);
    cap_creditable(subscription, given_back(catalog, lists, out.lines), Transaction::charge, out.lines);
    cap_credit(catalog, subscription, placement.now, lists.after, share, out);
    settle_creditable(subscription, out);
  }
  if (all_refund && sum_of(out.lines, Transaction::charge).is_negative()) {
    for (Line& line : out.lines) line.transaction = Transaction::refund;
  }
  for (const Line& line : once) out.lines.push_back(line);
  if (any_later) put_off(out.lines, out.pending);
}

}  // namespace planshift
