#include "core/money/percent.hpp"

#include "core/money/decimal_text.hpp"

namespace planshift {
namespace {
constexpr int decimals = 6;
}

std::optional<Percent> Percent::parse(std::string_view text) {
  const Decimal decimal = parse_decimal(text, decimals);
  if (decimal.fault != DecimalFault::none || text[0] == '-' || decimal.units > hundred) return std::nullopt;
  return Percent(decimal.units);
}

std::string Percent::text() const {
  std::string out = decimal_text(millionths_, decimals);
  while (out.back() == '0') out.pop_back();
  if (out.back() == '.') out.pop_back();
  return out;
}

}  // namespace planshift
