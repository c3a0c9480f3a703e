// The check for programming errors. No input can make it fail: what a document can cause is a Fault.
#pragma once

namespace planshift {

#if defined(__wasm__)
// Traps when `condition` is false; the wrapper of the instance then replaces it. The module keeps no names of files.
constexpr void ensure(bool condition) {
  if (!condition) __builtin_trap();
}
#else
// Prints the place, and ends the process.
[[noreturn]] void end_at(const char* file, int line);

// Ends the process when `condition` is false, and says where: "core/money/rounding.cpp:36".
// The compiler's own names, since Clang 14 can't evaluate std::source_location of GCC's library.
constexpr void ensure(bool condition, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!condition) end_at(file, line);
}
#endif

}  // namespace planshift
