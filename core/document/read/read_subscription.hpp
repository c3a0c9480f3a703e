// Terms, subscriptions and changes, as requests tell them.
#pragma once

#include "core/document/read/reader.hpp"
#include "core/subscription/change.hpp"

namespace planshift {

inline constexpr std::size_t most_entries = 1'000;  // of a request's lists

[[nodiscard]] Terms read_terms(Reader& reader, Members& members, const Catalog& catalog);
// Each an id, or {"id", "until"}.
[[nodiscard]] HeldDiscounts read_discounts(Reader& reader, JsonValue list, const Catalog& catalog);

// Complete, with what its members say of each other checked; at "/subscription".
[[nodiscard]] Subscription read_subscription(Reader& reader, JsonValue object, const Catalog& catalog);
[[nodiscard]] Change read_change(Reader& reader, JsonValue object, const Catalog& catalog);

}  // namespace planshift
