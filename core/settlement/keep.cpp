#include "core/settlement/keep.hpp"

#include "core/money/rounding.hpp"
#include "core/settlement/cap.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/keep_discounts.hpp"

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

void add_share_line(LineKind kind, Line line, Money base, const Share& share, Rounding rounding, Lines& lines) {
  const Money amount = round(base * share.ratio(), rounding);
  line.kind = kind;
  line.amount = kind == LineKind::unused ? -amount : amount;
  line.proration = LineProration{share, base};
  add_line(lines, line);
}

void add_difference(const Difference& difference, LineStyle style, const Share& share, Rounding rounding,
                    Lines& lines) {
  if (style == LineStyle::net) {
    const Money base = difference.price_after - difference.price_before;
    add_share_line(LineKind::net, difference.after, base, share, rounding, lines);
  } else {
    add_share_line(LineKind::unused, difference.before, difference.price_before, share, rounding, lines);
    add_share_line(LineKind::charge, difference.after, difference.price_after, share, rounding, lines);
  }
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
  lists.whole_before = list_price(catalog, subscription.terms, price_day(subscription, subscription.terms, start));
  lists.whole_after = lists.whole_before;

  bool charges = false;
  bool all_refund = true;
  bool any_later = false;
  Terms terms = subscription.terms;
  for (const PlacedMovement& placed : placement.movements) {
    if (!placed.is_now()) continue;
    const Terms before = terms;
    apply(placed.movement, placement.wanted, terms);
    const Rule& rule = *placed.rule;
    if (rule.charge == Charge::none) continue;

    charges = true;
    const Difference difference = difference_of(catalog, subscription, placed, before, terms);
    lists.whole_after += difference.price_after - difference.price_before;
    out.paid += discounted(catalog, lists.after, scope, difference.price_after) -
                discounted(catalog, lists.before, scope, difference.price_before);
    const std::size_t lines_before = out.lines.size();
    add_difference(difference, rule.lines, share, proration.rounding, out.lines);
    if (out.lines.size() == lines_before) continue;
    all_refund = all_refund && rule.unused == Unused::refund;
    any_later = any_later || rule.collect == Collect::next_payment;
  }
  if (charges) out.paid -= lists.amounts_more(catalog);
  out.paid = greatest(out.paid, Money());
  if (!charges) return;
  lists.add_lines(catalog, share, out.lines);
  cap_credit(catalog, subscription, placement.now, lists.after, share, out);

  if (any_later) {
    put_off(out.lines, out.pending);
  } else if (all_refund && sum_of(out.lines, Transaction::charge).is_negative()) {
    for (Line& line : out.lines) line.transaction = Transaction::refund;
  }
}

}  // namespace planshift
