#include "core/fault/ensure.hpp"

#if !defined(__wasm__)
#include <cstdio>

namespace planshift {

void end_at(std::source_location place) {
  std::fprintf(stderr, "planshift: the program is wrong at %s:%u\n", place.file_name(), place.line());
  __builtin_trap();
}

}  // namespace planshift
#endif
