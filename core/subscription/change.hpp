// What is asked: new terms in part, a cancellation, or to take one back. A change is a value; nothing has happened yet.
// Contract: §4.3.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/subscription/subscription.hpp"

namespace planshift {

enum class ChangeKind : std::uint8_t { terms, cancel, resume };

struct Change {
  ChangeKind kind = ChangeKind::terms;
  PartialTerms terms;
  std::optional<HeldDiscounts> discounts;  // the whole new list; one that lasts begins with the change (begun_at)
  std::optional<Timing> timing;
};

// Who asks for it, and when.
struct Asked {
  Instant at;  // period.start <= at < period.end
  std::optional<std::string_view> role;
  Change change;
};

}  // namespace planshift
