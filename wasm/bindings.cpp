// The boundary of the module. Only numbers cross it: JavaScript writes a document into the input buffer, names its
// length, and reads the answer out of memory. Nothing is decided here.
#include <emscripten/bind.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"

namespace {

using planshift::Engine;

// wasm32: an address or a size is an unsigned 32-bit number.
using Address = std::uint32_t;
using Size = std::uint32_t;
using Handle = std::uint32_t;

// The last answer. It is at a fixed address, so that reading it needs no further call.
struct Answered {
  Address text = 0;
  Size bytes = 0;
};
Answered answered;

// Handle h is slots[h - 1]. The free slots form a list: each names the next, 0 ends it.
struct Slot {
  std::unique_ptr<Engine> engine;
  Handle next_free = 0;
};

std::vector<char> input;
std::string kept;  // the last text that no engine holds
std::vector<Slot> slots;
Handle first_free = 0;

template <typename T>
Address address_of(const T* memory) {
  return static_cast<Address>(reinterpret_cast<std::uintptr_t>(memory));
}

void say(std::string_view text) { answered = {address_of(text.data()), static_cast<Size>(text.size())}; }

void keep_and_say(std::string text) {
  kept = std::move(text);
  say(kept);
}

std::string_view read(Size offset, Size bytes) { return {input.data() + offset, bytes}; }

Slot& slot(Handle handle) { return slots[handle - 1]; }

Handle free_handle() {
  if (first_free == 0) {
    slots.emplace_back();
    return static_cast<Handle>(slots.size());
  }
  return std::exchange(first_free, slot(first_free).next_free);
}

// Makes room for `bytes` bytes of input and returns its address, valid until the next call of `reserve`.
Address reserve(Size bytes) {
  input.resize(bytes);
  return address_of(input.data());
}

// Opens the catalog in the input. Returns 0 if it has a fault; the answer then says which.
Handle open(Size bytes) {
  auto opened = Engine::open(read(0, bytes));
  if (!opened.engine) {
    keep_and_say(std::move(opened.error));
    return 0;
  }
  const Handle handle = free_handle();
  slot(handle).engine = std::move(opened.engine);
  return handle;
}

// Answers the request that follows the question's name in the input.
void answer(Handle handle, Size question_bytes, Size request_bytes) {
  say(slot(handle).engine->answer(read(0, question_bytes), read(question_bytes, request_bytes)).text);
}

// Checks the catalog in the input.
void check(Size bytes) { keep_and_say(planshift::check_catalog(read(0, bytes)).text); }

Address output() { return address_of(&answered); }

// Closes an open handle. Call it once: the next `open` may use the handle again.
void close(Handle handle) {
  slot(handle) = {nullptr, first_free};
  first_free = handle;
}

}  // namespace

EMSCRIPTEN_BINDINGS(planshift) {
  emscripten::function("reserve", &reserve);
  emscripten::function("open", &open);
  emscripten::function("answer", &answer);
  emscripten::function("check", &check);
  emscripten::function("output", &output);
  emscripten::function("close", &close);
}
