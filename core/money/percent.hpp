// A percentage from 0 to 100 with at most six decimals, kept as a whole number of millionths of a percent.
// Contract: §2.3.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/money/ratio.hpp"

namespace planshift {

class Percent {
 public:
  static constexpr std::int64_t hundred = 100'000'000;  // 100 % in millionths of a percent

  constexpr Percent() = default;
  // Reads "8.875". Refuses signs, leading zeros, more than six decimals, and more than 100.
  [[nodiscard]] static std::optional<Percent> parse(std::string_view text);
  [[nodiscard]] std::string text() const;

  // 20 % of a sum: 20/100 of it.
  [[nodiscard]] constexpr Ratio of_sum() const { return {millionths_, hundred}; }
  // The 20 % contained in a sum that includes them: 20/120 of it.
  [[nodiscard]] constexpr Ratio contained_in_sum() const { return {millionths_, hundred + millionths_}; }

 private:
  constexpr explicit Percent(std::int64_t millionths) : millionths_(millionths) {}
  std::int64_t millionths_ = 0;
};

}  // namespace planshift
