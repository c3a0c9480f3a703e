// A discount that a subscription has, perhaps until a day (§10.5). It applies to periods that begin before that day, and
// so to a running one as a whole: half off until 15 January is half off what is paid on 1 January, and nothing on the
// 1st of February.
#pragma once

#include <optional>
#include <vector>

#include "core/calendar/instant.hpp"
#include "core/catalog/catalog.hpp"

namespace planshift {

struct HeldDiscount {
  DiscountIndex discount{};
  std::optional<Instant> until;  // none: it has no end

  [[nodiscard]] bool applies_from(Instant period_start) const { return !until || period_start < *until; }
  friend bool operator==(const HeldDiscount&, const HeldDiscount&) = default;
};

using HeldDiscounts = std::vector<HeldDiscount>;

// Those that apply to a period that begins on that day, in the list's order.
[[nodiscard]] std::vector<DiscountIndex> discounts_from(const HeldDiscounts& list, Instant period_start);

// The list without those that ended before a period began.
[[nodiscard]] HeldDiscounts without_ended(const HeldDiscounts& list, Instant period_start);

// The list that a change or a quote names at a moment. Named without an end, a discount that is held keeps its own; a
// new one that lasts begins now.
[[nodiscard]] HeldDiscounts begun_at(const Catalog& catalog, const HeldDiscounts& held, const HeldDiscounts& named,
                                     Instant at);

}  // namespace planshift
