// The check for programming errors. No input can make it fail: what a document can cause is a Fault.
#pragma once

namespace planshift {

// Ends the process (a Wasm instance traps, and its wrapper replaces it) when `condition` is false.
constexpr void ensure(bool condition) {
  if (!condition) __builtin_trap();
}

}  // namespace planshift
