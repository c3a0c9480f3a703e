// The boundary of the module. Only numbers cross it: JavaScript writes a document into the input buffer, names its
// length, and reads the answer out of memory. Nothing is decided here.
#include <emscripten/bind.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/catalog_answers.hpp"
#include "core/document/engine.hpp"

namespace {

using planshift::Engine;

// wasm32: an address or a size is an unsigned 32-bit number.
using Address = std::uint32_t;
using Size = std::uint32_t;
using Handle = std::uint32_t;

// What the last call answered. It stands at a fixed address, so that reading it takes no further call.
struct Answered {
  Address text = 0;
  Size bytes = 0;
};
Answered answered;

std::vector<char> input;
std::string kept;                              // the last text that no engine keeps for us
std::vector<std::unique_ptr<Engine>> engines;  // handle h is engines[h - 1]; null ones are free

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

// Makes room for `bytes` bytes of input and says where; valid until the next call of `reserve`.
Address reserve(Size bytes) {
  input.resize(bytes);
  return address_of(input.data());
}

// Opens the catalog in the input. 0: it is at fault, and the answer says why.
Handle open(Size bytes) {
  auto opened = Engine::open(read(0, bytes));
  if (!opened.engine) {
    keep_and_say(std::move(opened.error));
    return 0;
  }
  std::size_t index = 0;
  while (index < engines.size() && engines[index]) {
    ++index;
  }
  if (index == engines.size()) {
    engines.emplace_back();
  }
  engines[index] = std::move(opened.engine);
  return static_cast<Handle>(index + 1);
}

// Answers the request that follows the question's name in the input.
void answer(Handle handle, Size question_bytes, Size request_bytes) {
  say(engines[handle - 1]->answer(read(0, question_bytes), read(question_bytes, request_bytes)));
}

// Checks the catalog in the input.
void check(Size bytes) { keep_and_say(planshift::check_catalog(read(0, bytes))); }

Address output() { return address_of(&answered); }

void close(Handle handle) { engines[handle - 1].reset(); }

}  // namespace

EMSCRIPTEN_BINDINGS(planshift) {
  emscripten::function("reserve", &reserve);
  emscripten::function("open", &open);
  emscripten::function("answer", &answer);
  emscripten::function("check", &check);
  emscripten::function("output", &output);
  emscripten::function("close", &close);
}
