#include "core/money/decimal_text.hpp"

#include <cstddef>

namespace planshift {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Follows `value` with one more digit; counts down from zero so that INT64_MIN can be read.
bool append_digit(std::int64_t& value, int digit) {
  return !__builtin_mul_overflow(value, 10, &value) && !__builtin_sub_overflow(value, digit, &value);
}

}  // namespace

Decimal parse_decimal(std::string_view text, int decimals) {
  std::size_t at = 0;
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) ++at;
  const std::size_t whole_start = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const std::size_t whole_end = at;
  if (whole_end == whole_start || (text[whole_start] == '0' && whole_end - whole_start > 1)) {
    return {0, DecimalFault::form};
  }
  std::size_t fraction_start = at;
  if (at < text.size()) {
    if (text[at] != '.') return {0, DecimalFault::form};
    fraction_start = ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
    if (at == fraction_start || at != text.size()) return {0, DecimalFault::form};
  }
  const std::size_t given = at - fraction_start;
  if (given > static_cast<std::size_t>(decimals)) return {0, DecimalFault::decimals};

  std::int64_t value = 0;
  for (std::size_t i = whole_start; i < at; ++i) {
    if (is_digit(text[i]) && !append_digit(value, text[i] - '0')) return {0, DecimalFault::range};
  }
  for (std::size_t i = given; i < static_cast<std::size_t>(decimals); ++i) {
    if (!append_digit(value, 0)) return {0, DecimalFault::range};
  }
  if (!negative && __builtin_sub_overflow(std::int64_t{0}, value, &value)) return {0, DecimalFault::range};
  return {value, DecimalFault::none};
}

char* write_decimal(char* to, std::int64_t units, int decimals) {
  char reversed[longest_decimal];
  int length = 0;
  const bool negative = units < 0;
  for (int digit = 0; units != 0 || digit <= decimals; ++digit) {
    if (digit == decimals && decimals > 0) reversed[length++] = '.';
    const std::int64_t last = units % 10;  // of the sign of `units`: INT64_MIN has no magnitude in 64 bits
    reversed[length++] = static_cast<char>('0' + (negative ? -last : last));
    units /= 10;
  }
  if (negative) reversed[length++] = '-';
  while (length > 0) *to++ = reversed[--length];
  return to;
}

std::string decimal_text(std::int64_t units, int decimals) {
  char text[longest_decimal];
  return {text, write_decimal(text, units, decimals)};
}

}  // namespace planshift
