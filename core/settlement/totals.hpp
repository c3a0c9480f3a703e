// The sums of a payment: what is charged, refunded, and moved to or from the balance.
// Contract: §5.4.44, §6.1.5, §6.1.6.
#pragma once

#include "core/subscription/line.hpp"

namespace planshift {

struct Totals {
  Money subtotal;  // all lines but discounts and taxes
  Money discount;
  Money tax;  // added, not contained
  Money total;
  // Of the charge: the balance pays first, the rest is charged; what is over goes to the balance.
  Money charged;
  Money from_balance;
  Money to_balance;
  // Of the refund, a separate transaction.
  Money refunded;

  [[nodiscard]] Money balance_after(Money before) const { return before - from_balance + to_balance; }
  [[nodiscard]] bool exceeded() const;
};

// What one line adds to its transaction: a contained tax adds nothing.
[[nodiscard]] Money counted(const Line& line);
[[nodiscard]] Money sum_of(const Lines& lines, Transaction transaction);

[[nodiscard]] Totals total_up(const Lines& lines, Money balance);

// Whether the books balance: the sums agree, and every line equals the arithmetic that it shows.
// Always true of an answer; the engine checks before it prints a number.
[[nodiscard]] bool books_balance(const Lines& lines, const Totals& totals, Money balance_before, Rounding rounding);

}  // namespace planshift
