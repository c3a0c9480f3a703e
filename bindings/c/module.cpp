// The module that imports nothing: what it would otherwise ask its host for.
#include "bindings/c/module.hpp"

#include <cstddef>
#include <cstdlib>

#include "include/planshift.h"

extern "C" {

void __wasm_call_ctors();

// The host sees the memory grow without a call.
void emscripten_notify_memory_growth(std::size_t) {}

// There is no process to end: the instance traps, and its host makes a new one.
[[noreturn]] void __wasi_proc_exit(int) { __builtin_trap(); }
}

namespace {

// Volatile, or the optimiser runs the constructor below itself, and the flag is set before any constructor ran.
volatile bool started = false;

// One of the static objects: it sets the flag when their constructors run, from _initialize or from here.
struct Start {
  Start() { started = true; }
};
const Start start;

}  // namespace

void start_module() {
  if (!started) __wasm_call_ctors();
}

char* planshift_alloc(std::size_t bytes) {
  start_module();
  return static_cast<char*>(std::malloc(bytes));
}
