// Money times a fraction, not yet rounded: the only product of the two. It is wider than money on purpose.
// A price is divided once and rounded once; there is no price per day.
#pragma once

#include "core/money/money.hpp"
#include "core/money/ratio.hpp"

namespace planshift {

struct Exact {
  Money money;
  Ratio ratio;
};

[[nodiscard]] constexpr Exact operator*(Money money, Ratio ratio) { return {money, ratio}; }

}  // namespace planshift
