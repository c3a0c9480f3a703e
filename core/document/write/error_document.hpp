// The answer to an input with a fault.
#pragma once

#include <cstdint>
#include <string>

#include "core/fault/fault.hpp"
#include "core/json/json_writer.hpp"

namespace planshift {

enum class DocumentName : std::uint8_t { catalog, request };

// "error": the first fault, with all of them in `all`.
void write_error_member(JsonWriter& out, DocumentName document, const Faults& faults);

[[nodiscard]] std::string error_document(DocumentName document, const Faults& faults);
// For an internal fault: ours, not the input's.
[[nodiscard]] std::string error_document(DocumentName document, FaultCode internal);

}  // namespace planshift
