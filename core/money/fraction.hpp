// An exact amount of zero or more that a product of two 64-bit numbers can't hold: a share of a share, or a sum of
// shares. Like every exact amount it can only be given to `round`.
#pragma once

#include "core/fault/ensure.hpp"
#include "core/money/exact.hpp"

namespace planshift {

__extension__ using Wide = unsigned __int128;

struct Fraction {
  Wide numerator = 0;    // of minor units
  Wide denominator = 1;  // > 0, below 2^63

  // Requires an amount and a ratio of zero or more. An exceeded amount must have been asked for before.
  [[nodiscard]] static constexpr Fraction of(const Exact& exact) {
    ensure(exact.money.minor() >= 0 && exact.ratio.numerator >= 0 && !exact.money.exceeded());
    return {static_cast<Wide>(exact.money.minor()) * static_cast<Wide>(exact.ratio.numerator),
            static_cast<Wide>(exact.ratio.denominator)};
  }
};

}  // namespace planshift
