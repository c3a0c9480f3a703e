#include "core/money/rounding.hpp"

#include "core/fault/ensure.hpp"

namespace planshift {
namespace {

__extension__ using SignedWide = __int128;  // holds every 64-bit product

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
  const SignedWide wide = divide(static_cast<SignedWide>(minor) * exact.ratio.numerator,
                                 static_cast<SignedWide>(exact.ratio.denominator), rounding);
  if (wide > INT64_MAX || wide < INT64_MIN) return Money::exceeded_range();
  return Money::of_minor(static_cast<std::int64_t>(wide));
}

Money round(const Fraction& fraction, Ratio share, Rounding rounding) {
  const auto minor = round_units(fraction, share, rounding);
  return minor ? Money::of_minor(*minor) : Money::exceeded_range();
}

std::optional<std::int64_t> round_units(const Fraction& fraction, Ratio share, Rounding rounding) {
  ensure(share.numerator >= 0 && share.denominator > 0);
  const Wide divisor = fraction.denominator * static_cast<Wide>(share.denominator);
  const Wide whole = fraction.numerator / divisor;
  const Wide rest = fraction.numerator % divisor;
  // What the numerator of the share makes of the rest may need more than 128 bits: it is taken bit by bit.
  Wide quotient = 0;
  Wide remainder = 0;
  for (int bit = 62; bit >= 0; --bit) {
    const bool set = ((share.numerator >> bit) & 1) != 0;
    remainder = 2 * remainder + (set ? rest : 0);  // below 3 × divisor
    quotient *= 2;
    for (; remainder >= divisor; remainder -= divisor) ++quotient;
  }
  if (goes_up(quotient, remainder, divisor, rounding)) ++quotient;
  constexpr Wide most = INT64_MAX;
  const auto factor = static_cast<Wide>(share.numerator);  // `quotient` is no more than that
  if (factor != 0 && whole > (most - quotient) / factor) return std::nullopt;
  return static_cast<std::int64_t>(whole * factor + quotient);
}

}  // namespace planshift
