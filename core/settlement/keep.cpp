#include "core/settlement/keep.hpp"

#include <algorithm>

#include "core/money/rounding.hpp"
#include "core/settlement/cap.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/subscription/discounted.hpp"

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

Money item_price(const Catalog& catalog, const Terms& terms, const Line& line) {
  return line.addon ? addon_price(catalog, terms.cycle, {*line.addon, line.seats}) : plan_price(catalog, terms);
}

Difference difference_of(const Catalog& catalog, const PlacedMovement& placed, const Terms& before,
                         const Terms& after) {
  Difference out{item_line(before, placed), item_line(after, placed), {}, {}};
  out.price_before = item_price(catalog, before, out.before);
  out.price_after = item_price(catalog, after, out.after);
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

Money sum_of_kind(const Lines& lines, LineKind kind) {
  Money sum;
  for (const Line& line : lines) {
    if (line.kind == kind) sum += line.amount;
  }
  return sum;
}

bool has(const std::vector<DiscountIndex>& list, DiscountIndex discount) {
  return std::find(list.begin(), list.end(), discount) != list.end();
}

// What the discounts of one list take off one side, limited as that list limits them.
class Side {
 public:
  Side(const Catalog& catalog, const std::vector<DiscountIndex>& list, Money sum)
      : catalog_(catalog),
        list_(list),
        sum_(sum),
        taken_(discounts_on(catalog, list, DiscountScope::change_lines, sum, {1, 1})) {}

  [[nodiscard]] Money taken_by(DiscountIndex discount) const {
    for (const DiscountTaken& each : taken_) {
      if (each.discount == discount) return each.amount;
    }
    return {};
  }

  // Whether the discount stands on the list and is not shortened.
  [[nodiscard]] bool takes_all(DiscountIndex discount) const {
    const auto wanted = sum_ * catalog_[discount].percent->of_sum();
    return has(list_, discount) && taken_by(discount) == round(wanted, catalog_.policy.proration.rounding);
  }

 private:
  const Catalog& catalog_;
  const std::vector<DiscountIndex>& list_;
  Money sum_;
  std::vector<DiscountTaken> taken_;
};

// The discounts of the old list apply to what is given back, those of the new one to what is charged, each list limited
// by itself: who got 100 % off and now gets 20 % off is given nothing back and charged 80 %. One that stands on both and
// is shortened on neither takes its share of both together, rounded once.
void add_discounts(const Catalog& catalog, const std::vector<DiscountIndex>& before,
                   const std::vector<DiscountIndex>& after, Lines& lines) {
  const Money sum = sum_of(lines, Transaction::charge);
  if (before == after) return add_discount_lines(catalog, before, DiscountScope::change_lines, sum, {1, 1}, lines);

  const Side unused(catalog, before, sum_of_kind(lines, LineKind::unused));
  const Side charge(catalog, after, sum_of_kind(lines, LineKind::charge));
  std::vector<DiscountIndex> both = before;
  for (const DiscountIndex each : after) {
    if (!has(before, each)) both.push_back(each);
  }
  for (const DiscountIndex each : both) {
    if (catalog[each].on != DiscountOn::everything) continue;
    const bool together = unused.takes_all(each) && charge.takes_all(each);
    const Money taken = together ? round(sum * catalog[each].percent->of_sum(), catalog.policy.proration.rounding)
                                 : unused.taken_by(each) + charge.taken_by(each);
    Line line;
    line.kind = LineKind::discount;
    line.discount = each;
    line.amount = -taken;
    add_line(lines, line);
  }
}

}  // namespace

void settle_keep(const Catalog& catalog, const Subscription& subscription, Instant at, const Placement& placement,
                 const std::vector<DiscountIndex>& discounts, Settlement& out) {
  const Proration& proration = catalog.policy.proration;
  const Share share = running_share(catalog, subscription, at, proration.change_day);
  constexpr DiscountScope scope = DiscountScope::change_lines;
  bool all_refund = true;
  bool any_later = false;
  Terms terms = subscription.terms;
  for (const PlacedMovement& placed : placement.movements) {
    if (!placed.is_now()) continue;
    const Terms before = terms;
    apply(placed.movement, placement.wanted, terms);
    const Rule& rule = *placed.rule;
    if (rule.charge == Charge::none) continue;

    const Difference difference = difference_of(catalog, placed, before, terms);
    out.paid += discounted(catalog, discounts, scope, difference.price_after) -
                discounted(catalog, subscription.discounts, scope, difference.price_before);
    const std::size_t lines_before = out.lines.size();
    add_difference(difference, rule.lines, share, proration.rounding, out.lines);
    if (out.lines.size() == lines_before) continue;
    all_refund = all_refund && rule.unused == Unused::refund;
    any_later = any_later || rule.collect == Collect::next_payment;
  }
  out.paid = greatest(out.paid, Money());
  add_discounts(catalog, subscription.discounts, discounts, out.lines);
  cap_credit(catalog, subscription, placement.now, discounts, share, out);

  if (any_later) {
    put_off(out.lines, out.pending);
  } else if (all_refund && sum_of(out.lines, Transaction::charge).is_negative()) {
    for (Line& line : out.lines) line.transaction = Transaction::refund;
  }
}

}  // namespace planshift
