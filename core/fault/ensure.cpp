#include "core/fault/ensure.hpp"

#if !defined(__wasm__)
#include <cstdio>

namespace planshift {

void end_at(const char* file, int line) {
  std::fprintf(stderr, "planshift: the program is wrong at %s:%d\n", file, line);
  __builtin_trap();
}

}  // namespace planshift
#endif
