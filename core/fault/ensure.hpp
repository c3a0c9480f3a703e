// The check for programming errors. No input can make it fail: what a document can cause is a Fault.
#pragma once

#if !defined(__wasm__)
#include <source_location>
#endif

namespace planshift {

#if defined(__wasm__)
// Traps when `condition` is false; the wrapper of the instance then replaces it. The module keeps no names of files.
constexpr void ensure(bool condition) {
  if (!condition) __builtin_trap();
}
#else
// Prints the place, and ends the process.
[[noreturn]] void end_at(std::source_location place);

// Ends the process when `condition` is false, and says where: "core/money/rounding.cpp:36".
constexpr void ensure(bool condition, std::source_location place = std::source_location::current()) {
  if (!condition) end_at(place);
}
#endif

}  // namespace planshift
