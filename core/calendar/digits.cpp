#include "core/calendar/digits.hpp"

namespace planshift {

std::optional<std::int32_t> read_digits(std::string_view text, std::size_t from, std::size_t count) {
  std::int32_t value = 0;
  for (const char digit : text.substr(from, count)) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + (digit - '0');
  }
  return value;
}

char* write_digits(char* to, std::int32_t value, int count) {
  for (char* at = to + count; at != to; value /= 10) *--at = static_cast<char>('0' + value % 10);
  return to + count;
}

}  // namespace planshift
