// An allocation that fails when a test says so. The test program's operator new is replaced for that.
#pragma once

#include <cstdint>

namespace planshift::test {

enum class Failure : std::uint8_t {
  memory,   // std::bad_alloc, as when memory runs out
  unknown,  // an exception of an unknown type
};

// While it lives, the next allocation fails, and only that one.
class NextAllocationFails {
 public:
  explicit NextAllocationFails(Failure failure);
  ~NextAllocationFails();
  NextAllocationFails(const NextAllocationFails&) = delete;
  NextAllocationFails& operator=(const NextAllocationFails&) = delete;

  // Whether it has.
  [[nodiscard]] bool happened() const;
};

}  // namespace planshift::test
