// Lines for what is sold: the plan and each add-on, for a whole cycle or for part of one. And the small print that
// every payment shares: what is owed from before, discounts, tax.
// Contract: §5.4.22, §5.4.26, §5.4.30, §5.4.42, §5.4.43, §5.4.45.
#pragma once

#include <optional>
#include <vector>

#include "core/placement/placement.hpp"
#include "core/subscription/discounted.hpp"
#include "core/subscription/line.hpp"

namespace planshift {

// What makes lines: a movement by its rule, or nothing in particular.
struct LineMaker {
  const Rule* rule = nullptr;
  std::optional<MovementKind> movement;
};

[[nodiscard]] inline LineMaker maker_of(const PlacedMovement& placed) { return {placed.rule, placed.movement.kind}; }
// The transaction in which a rule gives back what is unused.
[[nodiscard]] inline Transaction transaction_of(const Rule& rule) {
  return rule.refunds() ? Transaction::refund : Transaction::charge;
}
[[nodiscard]] Line line_made_by(const LineMaker& maker);

// Adds the line, unless it is of 0 and not a whole period's.
void add_line(Lines& lines, const Line& line);

// A line `full` for the plan and each add-on; or, where only `part` of the cycle is charged, a line `charge` of it.
// At the list prices of a day.
void add_period_lines(const Catalog& catalog, const Terms& terms, Instant day, const std::optional<Share>& part,
                      const LineMaker& maker, Lines& lines);

// One line for each discount that applies to the `sum` of lines, which stand for `share` of a cycle.
void add_discount_lines(const Catalog& catalog, const std::vector<DiscountIndex>& discounts, DiscountScope scope,
                        Money sum, Ratio share, Lines& lines);

// What is owed from before, as lines of today.
void add_pending_lines(const Lines& pending, Lines& lines);

// Takes lines out of today's payment: they fall due with the next one.
void put_off(Lines& lines, Lines& pending);

// The tax on each of the two transactions, as a line of its own.
void add_tax_lines(const Catalog& catalog, Lines& lines);

[[nodiscard]] inline Ratio ratio_of(const std::optional<Share>& part) { return part ? part->ratio() : Ratio{1, 1}; }

}  // namespace planshift
