// Sentences with facts in them: "At most {most} characters, found {found}."
#pragma once

#include <string>
#include <string_view>

#include "core/fault/fault.hpp"
#include "core/json/json_writer.hpp"

namespace planshift {

// The sentence with every {name} replaced by the fact of that name.
[[nodiscard]] std::string fill_in(std::string_view sentence, const Facts& facts);

// {"seats": 501, "plan": "Essentials"}
void write_facts(JsonWriter& out, const Facts& facts);

}  // namespace planshift
