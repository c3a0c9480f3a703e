// The paid period, half open: [start, end). `end` is the next billing date.
#pragma once

#include "core/calendar/instant.hpp"

namespace planshift {

struct Period {
  Instant start;
  Instant end;

  [[nodiscard]] constexpr bool contains(Instant at) const { return start <= at && at < end; }
};

}  // namespace planshift
