// The four ways to round, and the only way from an exact amount back to money.
//
//                half_up   half_even   down   up
//    2.5 cents      3          2         2     3
//    3.5 cents      4          4         3     4
//    2.1 cents      2          2         2     3
//   -2.5 cents     -3         -2        -2    -3
//
// All four are odd: round(-x) = -round(x). `half_*` err by at most half a minor unit, the others by less than one.
// Contract: §3.7.9.
#pragma once

#include <cstdint>
#include <optional>

#include "core/money/exact.hpp"
#include "core/money/fraction.hpp"
#include "core/money/money.hpp"

namespace planshift {

enum class Rounding : std::uint8_t {
  half_up,    // to the nearest; .5 away from zero
  half_even,  // to the nearest; .5 to the even neighbour
  down,       // toward zero
  up,         // away from zero
};

[[nodiscard]] Money round(const Exact& exact, Rounding rounding);

// A share of a fraction, rounded once: money, or units that money buys. Requires a share of zero or more.
[[nodiscard]] Money round(const Fraction& fraction, Ratio share, Rounding rounding);
[[nodiscard]] std::optional<std::int64_t> round_units(const Fraction& fraction, Ratio share, Rounding rounding);

}  // namespace planshift
