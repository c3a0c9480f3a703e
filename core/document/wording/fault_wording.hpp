// The text of each fault's code, and its sentence: what was expected, and what was found.
#pragma once

#include <string>
#include <string_view>

#include "core/fault/fault.hpp"

namespace planshift {

// "plan.unknown"; without the document, and for internal faults the whole code.
[[nodiscard]] std::string_view code_text(FaultCode code);
[[nodiscard]] std::string sentence_of(const Fault& fault);
[[nodiscard]] bool is_internal(FaultCode code);

}  // namespace planshift
