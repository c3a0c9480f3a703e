// Ids: texts in documents, places in the catalog's lists everywhere else.
// Each list has its own place type, so that code can't look up a plan with a cycle.
#pragma once

#include <cstdint>
#include <string_view>

namespace planshift {

enum class PlanIndex : std::uint32_t {};
enum class CycleIndex : std::uint32_t {};
enum class AddonIndex : std::uint32_t {};
enum class DiscountIndex : std::uint32_t {};
enum class SourceIndex : std::uint32_t {};

// [a-z0-9][a-z0-9._-]{0,63}
[[nodiscard]] bool is_id(std::string_view text);

}  // namespace planshift
