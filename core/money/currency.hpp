// The currencies of ISO 4217 and how many decimals each has: JPY 0, USD 2, KWD 3.
// Contract: §2.1.2.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planshift {

struct Currency {
  std::string code;  // three capital letters
  int decimals = 2;  // 0 to 4: the exponent of the minor unit

  // Nothing if ISO 4217 does not list the code, or lists it without a minor unit (gold, testing, no currency).
  [[nodiscard]] static std::optional<Currency> find(std::string_view code);
};

}  // namespace planshift
