// What the targets demand. A demand that is not met ends the run, and the fuzzer keeps the input that led there.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

inline void demand(bool holds, std::string_view what, std::string_view document = {}) {
  if (holds) return;
  std::fprintf(stderr, "not met: %.*s\n%.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(document.size()), document.data());
  std::abort();
}
