// A movement: one elementary part of a change. A change is split into movements in a fixed order:
// plan, seats, add-ons (in catalog order), cycle.
// Contract: §5.1.
#pragma once

#include <optional>
#include <vector>

#include "core/catalog/movement_kind.hpp"
#include "core/subscription/change.hpp"

namespace planshift {

struct Movement {
  MovementKind kind = MovementKind::upgrade;
  AddonIndex addon{};  // of add_addon and remove_addon
};

// The movements from the present terms to `wanted`. A member with its present value moves nothing.
[[nodiscard]] std::vector<Movement> split(const Catalog& catalog, const Terms& present, const PartialTerms& wanted);

// `terms` after one movement towards the terms `wanted`.
void apply(const Movement& movement, const Terms& wanted, Terms& terms);

}  // namespace planshift
