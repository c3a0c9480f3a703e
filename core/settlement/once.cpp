#include "core/settlement/once.hpp"

namespace planshift {
namespace {

Money once_price(const std::optional<Price>& price, Seats seats) { return price ? price_of(*price, seats) : Money(); }

// Fewer seats in a dearer step are no reason to give something back.
Money more_for(const std::optional<Price>& price, Seats before, Seats after) {
  return greatest(once_price(price, after) - once_price(price, before), Money());
}

Line once_line(Money amount, Seats seats) {
  Line line;
  line.kind = LineKind::once;
  line.amount = amount;
  line.seats = seats;
  return line;
}

Line line_of(const Catalog& catalog, const Movement& movement, const Terms& before, const Terms& after) {
  if (movement.kind == MovementKind::add_addon) {  // remove_addon never costs anything once
    const Seats seats = seats_of(after.addons, movement.addon);
    Line line =
        once_line(more_for(catalog[movement.addon].once, seats_of(before.addons, movement.addon), seats), seats);
    line.addon = movement.addon;
    return line;
  }
  const auto& price = catalog[after.plan].once;
  const Money amount =
      is_of_plan(movement.kind) ? once_price(price, after.seats) : more_for(price, before.seats, after.seats);
  Line line = once_line(amount, after.seats);
  line.plan = after.plan;
  return line;
}

}  // namespace

bool add_once_line(const Catalog& catalog, const Movement& movement, const Rule& rule, const Terms& before,
                   const Terms& after, Lines& lines) {
  if (!rule.once) return false;
  Line line = line_of(catalog, movement, before, after);
  line.rule = &rule;
  line.movement = movement.kind;
  const std::size_t count = lines.size();
  add_line(lines, line);
  return lines.size() > count;
}

void add_once_lines(const Catalog& catalog, const Terms& present, const Placement& placement, Lines& lines) {
  Terms terms = present;
  for (const PlacedMovement& each : placement.movements) {
    const Terms before = terms;
    apply(each.movement, placement.wanted, terms);
    add_once_line(catalog, each.movement, *each.rule, before, terms, lines);
  }
}

void add_first_once_lines(const Catalog& catalog, const Terms& terms, Lines& lines) {
  Line plan = once_line(once_price(catalog[terms.plan].once, terms.seats), terms.seats);
  plan.plan = terms.plan;
  add_line(lines, plan);
  for (const AddonSeats& each : terms.addons) {
    Line addon = once_line(once_price(catalog[each.addon].once, each.seats), each.seats);
    addon.addon = each.addon;
    add_line(lines, addon);
  }
}

}  // namespace planshift
