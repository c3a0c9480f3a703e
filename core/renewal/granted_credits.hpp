// Unit credits when new terms begin: what is carried over, and what is granted.
// Contract: §5.7.3 to §5.7.5.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

enum class Carry : std::uint8_t { nothing, all };

struct CreditsMove {
  std::string_view name;
  std::optional<std::int64_t> left;  // before; none: the request doesn't say
  std::int64_t carried = 0;          // 0, or all that is left
  std::int64_t granted = 0;          // the new plan's
  Instant on;

  [[nodiscard]] std::int64_t after() const { return carried + granted; }
};

// None if neither plan has unit credits.
[[nodiscard]] std::optional<CreditsMove> move_credits(const Catalog& catalog, const Subscription& subscription,
                                                      PlanIndex new_plan, Carry carry, Instant on);

// What is left after a renewal to `next`: a new grant, and what the rules of a scheduled change carry over.
[[nodiscard]] std::optional<std::int64_t> credits_after_renewal(const Catalog& catalog,
                                                                const Subscription& subscription, const Terms& next);

}  // namespace planshift
