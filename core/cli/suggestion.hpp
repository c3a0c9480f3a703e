// The sentence about an unknown word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planshift {

// "There is no command prevew. Did you mean preview?", or the list of commands if none is near.
[[nodiscard]] std::string unknown_word(std::string_view kind, std::string_view word,
                                       const std::vector<std::string>& known);

}  // namespace planshift
