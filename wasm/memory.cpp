// Emscripten's smallest memcpy and memset go byte by byte. These go eight bytes at a time, which WebAssembly does at any
// address. The module copies lines and terms all the time.
#include <cstddef>
#include <cstdint>

namespace {
using Word [[gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
}  // namespace

extern "C" {

void* memcpy(void* to, const void* from, std::size_t size) {
  auto* target = static_cast<unsigned char*>(to);
  auto* source = static_cast<const unsigned char*>(from);
  for (; size >= sizeof(Word); size -= sizeof(Word), target += sizeof(Word), source += sizeof(Word)) {
    *reinterpret_cast<Word*>(target) = *reinterpret_cast<const Word*>(source);
  }
  while (size-- != 0) *target++ = *source++;
  return to;
}

void* memset(void* to, int value, std::size_t size) {
  auto* target = static_cast<unsigned char*>(to);
  const std::uint64_t word = static_cast<unsigned char>(value) * 0x0101010101010101;
  for (; size >= sizeof(Word); size -= sizeof(Word), target += sizeof(Word)) *reinterpret_cast<Word*>(target) = word;
  while (size-- != 0) *target++ = static_cast<unsigned char>(value);
  return to;
}
}
