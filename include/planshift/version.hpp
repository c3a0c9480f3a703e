// The version of the library that answers, as semver.org writes it: "1.2.3".
#pragma once

#include <string_view>

namespace planshift {

[[nodiscard]] std::string_view version();

}  // namespace planshift
