// An exact fraction: 99 of 365 days, 12.5 of 100.
#pragma once

#include <cstdint>

namespace planshift {

struct Ratio {
  std::int64_t numerator = 0;    // any sign
  std::int64_t denominator = 1;  // > 0
};

}  // namespace planshift
