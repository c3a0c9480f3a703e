#include "core/money/rounding.hpp"

#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

__extension__ using Wide = __int128;  // holds every 64-bit product

// Whether the magnitude `quotient` + `remainder`/`divisor` goes up to the next whole unit.
template <class Integer>
bool goes_up(Integer quotient, Integer remainder, Integer divisor, Rounding rounding) {
  switch (rounding) {
    case Rounding::down: return false;
    case Rounding::up: return remainder != 0;
    case Rounding::half_up: return remainder >= divisor - remainder;
    case Rounding::half_even: break;
  }
  return remainder > divisor - remainder || (remainder == divisor - remainder && quotient % 2 != 0);
}

// `product` / `divisor`, rounded. The sign is set aside, since all four modes are odd.
template <class Integer>
Integer divide(Integer product, Integer divisor, Rounding rounding) {
  const bool negative = product < 0;
  const Integer magnitude = negative ? -product : product;
  Integer quotient = magnitude / divisor;
  const Integer remainder = magnitude % divisor;
  if (goes_up(quotient, remainder, divisor, rounding)) ++quotient;
  return negative ? -quotient : quotient;
}

}  // namespace

Money round(const Exact& exact, Rounding rounding) {
  ensure(exact.ratio.denominator > 0);
  if (exact.money.exceeded()) return exact.money;
  const std::int64_t minor = exact.money.minor();
  std::int64_t narrow = 0;
  // Most amounts fit 64 bits all the way, which is several times faster in Wasm. INT64_MIN has no magnitude there.
  if (!__builtin_mul_overflow(minor, exact.ratio.numerator, &narrow) && narrow != INT64_MIN) {
    return Money::of_minor(divide(narrow, exact.ratio.denominator, rounding));
  }
  const Wide wide =
      divide(static_cast<Wide>(minor) * exact.ratio.numerator, static_cast<Wide>(exact.ratio.denominator), rounding);
  if (wide > INT64_MAX || wide < INT64_MIN) return Money::exceeded_range();
  return Money::of_minor(static_cast<std::int64_t>(wide));
}

}  // namespace planshift
