// UTF-8 as Unicode defines it (RFC 3629): no overlong forms, no surrogates, nothing past U+10FFFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace planshift {

// Where the first ill-formed sequence begins, as a count of bytes from 0.
[[nodiscard]] std::optional<std::size_t> first_ill_formed(std::string_view text);

// The number of characters (code points) of a well-formed text.
[[nodiscard]] std::size_t characters(std::string_view text);

// Whether a well-formed text has a control character: U+0000 to U+001F, U+007F to U+009F.
[[nodiscard]] bool has_control_character(std::string_view text);

// Cuts a well-formed text to at most `most` characters, the last of which is then an ellipsis.
void clip(std::string& text, std::size_t most);

}  // namespace planshift
