// A fee for ending early (§10.4): a percentage of what the commitment still holds, or an amount that shrinks with time.
//   {"percent": "50"}                                    half of what the months up to the commitment's end cost
//   {"amount": "200.00", "less": "10.00"}                10.00 less for each whole month since the commitment began
//   {"amount": "200.00", "at_most": "rest"}              never more than what these months cost
#pragma once

#include <cstdint>
#include <optional>

#include "core/money/money.hpp"
#include "core/money/percent.hpp"

namespace planshift {

enum class FeeLimit : std::uint8_t { rest };  // what the commitment still holds

struct Fee {
  std::optional<Percent> percent;  // of the rest; else `amount`
  Money amount;
  std::optional<Money> less;  // for each whole month since the commitment began
  std::optional<FeeLimit> at_most;

  // Whether it is owed only by those who end before their commitment does. An amount alone is owed always.
  [[nodiscard]] bool needs_commitment() const { return percent || less || at_most; }
};

}  // namespace planshift
