#include "tests/support/failing_memory.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>
#include <optional>

namespace {

std::optional<planshift::test::Failure> next;  // how the next allocation fails

struct Unknown {};

void* allocate(std::size_t size) {
  if (next) {
    const auto failure = *next;
    next.reset();
    if (failure == planshift::test::Failure::unknown) throw Unknown{};
    throw std::bad_alloc();
  }
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace planshift::test {

NextAllocationFails::NextAllocationFails(Failure failure) { next = failure; }
NextAllocationFails::~NextAllocationFails() { next.reset(); }
bool NextAllocationFails::happened() const { return !next.has_value(); }

}  // namespace planshift::test
