// The digits of dates and times, which have fixed places (ISO 8601).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace planshift {

// The number in the `count` characters from `from` on, or nothing if one is no digit. The text must be long enough.
[[nodiscard]] std::optional<std::int32_t> read_digits(std::string_view text, std::size_t from, std::size_t count);

// Writes the last `count` digits of `value`, 0 or more; returns their end.
[[nodiscard]] char* write_digits(char* to, std::int32_t value, int count);

}  // namespace planshift
