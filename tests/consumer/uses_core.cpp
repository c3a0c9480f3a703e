// The rules alone, without any document: what 99 of 365 days of $828.00 are worth.
#include <core/money/rounding.hpp>

int main() {
  using planshift::Money;
  using planshift::Ratio;
  using planshift::Rounding;
  // 82,800 cents × 99 / 365 = 22,458.08… cents
  const Money share = planshift::round(Money::of_minor(82'800) * Ratio{99, 365}, Rounding::half_up);
  return share == Money::of_minor(22'458) ? 0 : 1;
}
