#include "core/settlement/totals.hpp"

#include "core/money/rounding.hpp"

namespace planshift {

bool Totals::exceeded() const {
  return subtotal.exceeded() || discount.exceeded() || tax.exceeded() || total.exceeded() || charged.exceeded() ||
         from_balance.exceeded() || to_balance.exceeded() || refunded.exceeded();
}

Money counted(const Line& line) { return line.inclusive ? Money() : line.amount; }

Money sum_of(const Lines& lines, Transaction transaction) {
  Money sum;
  for (const Line& line : lines) {
    if (line.transaction == transaction) sum += counted(line);
  }
  return sum;
}

Totals total_up(const Lines& lines, Money balance) {
  Totals out;
  for (const Line& line : lines) {
    Money& part = line.kind == LineKind::discount ? out.discount : line.kind == LineKind::tax ? out.tax : out.subtotal;
    part += counted(line);
  }
  out.total = out.subtotal + out.discount + out.tax;

  const Money charge = sum_of(lines, Transaction::charge);
  if (charge.is_negative()) {
    out.to_balance = -charge;
  } else {
    out.from_balance = least(balance, charge);
    out.charged = charge - out.from_balance;
  }
  out.refunded = -sum_of(lines, Transaction::refund);
  return out;
}

bool books_balance(const Lines& lines, const Totals& totals, Money balance_before, Rounding rounding) {
  Money sum;
  for (const Line& line : lines) {
    sum += counted(line);
    if (line.amount.is_zero() && line.kind != LineKind::full) return false;
    if (line.proration && line.kind != LineKind::pending &&
        magnitude(line.amount) != magnitude(round(line.proration->base * line.proration->share.ratio(), rounding))) {
      return false;
    }
  }
  return sum == totals.total && totals.subtotal + totals.discount + totals.tax == totals.total &&
         totals.charged + totals.from_balance - totals.to_balance - totals.refunded == totals.total &&
         !totals.charged.is_negative() && !totals.refunded.is_negative() && !totals.from_balance.is_negative() &&
         !totals.to_balance.is_negative() && !(totals.charged.is_positive() && totals.to_balance.is_positive()) &&
         totals.from_balance <= balance_before;
}

}  // namespace planshift
