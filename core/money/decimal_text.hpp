// Decimal text ↔ a whole number of the smallest unit: "12.5" with two decimals is 1250.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace planshift {

enum class DecimalFault : std::uint8_t {
  none,
  form,      // not -?(0|[1-9][0-9]*)(\.[0-9]+)?
  decimals,  // more decimals than the unit has
  range,     // does not fit 64 bits
};

struct Decimal {
  std::int64_t units = 0;
  DecimalFault fault = DecimalFault::none;
};

// Reads `text` as a number of units of 10^-decimals.
[[nodiscard]] Decimal parse_decimal(std::string_view text, int decimals);

inline constexpr std::size_t longest_decimal = 24;  // 19 digits, a point, a sign

// `units` with all its decimals: -5 with two decimals is "-0.05".
[[nodiscard]] std::string decimal_text(std::int64_t units, int decimals);
// Writes the same at `to`, which has room for the longest; returns its end.
[[nodiscard]] char* write_decimal(char* to, std::int64_t units, int decimals);

}  // namespace planshift
