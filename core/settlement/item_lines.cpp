#include "core/settlement/item_lines.hpp"

#include "core/money/rounding.hpp"
#include "core/settlement/totals.hpp"

namespace planshift {
namespace {

void add_item(const Catalog& catalog, Line line, Money price, const std::optional<Share>& part, Lines& lines) {
  if (part) {
    line.kind = LineKind::charge;
    line.amount = round(price * part->ratio(), catalog.policy.proration.rounding);
    line.proration = LineProration{*part, price};
  } else {
    line.kind = LineKind::full;
    line.amount = price;
  }
  add_line(lines, line);
}

void add_tax_line(const Catalog& catalog, Transaction transaction, Lines& lines) {
  const Tax& tax = *catalog.tax;
  Line line;
  line.kind = LineKind::tax;
  line.transaction = transaction;
  line.inclusive = tax.inclusive;
  const Ratio ratio = tax.inclusive ? tax.percent.contained_in_sum() : tax.percent.of_sum();
  line.amount = round(sum_of(lines, transaction) * ratio, catalog.policy.proration.rounding);
  add_line(lines, line);
}

}  // namespace

Line line_made_by(const LineMaker& maker) {
  Line line;
  line.rule = maker.rule;
  line.movement = maker.movement;
  return line;
}

void add_line(Lines& lines, const Line& line) {
  if (!line.amount.is_zero() || line.kind == LineKind::full) lines.push_back(line);
}

void add_period_lines(const Catalog& catalog, const Terms& terms, Instant day, const std::optional<Share>& part,
                      const LineMaker& maker, Lines& lines) {
  Line line = line_made_by(maker);
  line.cycle = terms.cycle;
  line.plan = terms.plan;
  line.seats = terms.seats;
  add_item(catalog, line, plan_price(catalog, terms, day), part, lines);
  line.plan.reset();
  for (const AddonSeats& addon : terms.addons) {
    line.addon = addon.addon;
    line.seats = addon.seats;
    add_item(catalog, line, addon_price(catalog, terms.cycle, addon, day), part, lines);
  }
}

void add_discount_lines(const Catalog& catalog, const std::vector<DiscountIndex>& discounts, DiscountScope scope,
                        Money sum, Ratio share, Lines& lines) {
  for (const DiscountTaken& taken : discounts_on(catalog, discounts, scope, sum, share)) {
    Line line;
    line.kind = LineKind::discount;
    line.discount = taken.discount;
    line.amount = -taken.amount;
    add_line(lines, line);
  }
}

void add_pending_lines(const Lines& pending, Lines& lines) {
  for (const Line& line : pending) add_line(lines, line);
}

void put_off(Lines& lines, Lines& pending) {
  for (Line& line : lines) {
    line.origin = line.kind;
    line.kind = LineKind::pending;
    line.rule = nullptr;
    pending.push_back(line);
  }
  lines.clear();
}

void add_tax_lines(const Catalog& catalog, Lines& lines) {
  if (!catalog.tax) return;
  add_tax_line(catalog, Transaction::charge, lines);
  add_tax_line(catalog, Transaction::refund, lines);
}

}  // namespace planshift
