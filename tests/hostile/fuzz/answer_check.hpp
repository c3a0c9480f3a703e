// What must hold of every answer, whatever was asked.
#pragma once

#include <string_view>

#include "tests/hostile/fuzz/json.hpp"

// Reads an answer and demands: one line of well-formed UTF-8 and JSON; never an internal fault; an error that says
// where, and lists every fault with its code, place and sentence.
[[nodiscard]] Json checked_answer(std::string_view answer);
