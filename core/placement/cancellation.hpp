// When a cancellation takes effect.
// Contract: §5.5.
#pragma once

#include <optional>

#include "core/placement/begun_period.hpp"
#include "core/subscription/change.hpp"

namespace planshift {

struct Cancellation {
  const Rule* rule = nullptr;  // none: never allowed
  std::optional<Timing> when;  // none: unplaced
  Instant effective;
  bool notice_missed = false;  // asked too late: one more period is paid, at the terms that are scheduled
};

[[nodiscard]] Cancellation place_cancellation(const Catalog& catalog, const Subscription& subscription,
                                              const Asked& asked);

}  // namespace planshift
