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
  Instant effective;           // its periods up to here are paid, at the scheduled terms once their date has come
  bool notice_missed = false;  // asked too late: it takes effect one period later, or when a renewed commitment ends

  [[nodiscard]] bool is_now() const { return when == Timing::now; }
};

[[nodiscard]] Cancellation place_cancellation(const Catalog& catalog, const Subscription& subscription,
                                              const Asked& asked);

}  // namespace planshift
