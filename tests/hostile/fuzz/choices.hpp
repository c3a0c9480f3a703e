// Bytes as a row of choices. Where they run out every choice is the first, so that a shorter input is a simpler case.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

  // 0 to count - 1; one byte, so at most 256.
  std::size_t below(std::size_t count) { return next() % count; }
  // True about once in so many times, and never once the bytes have run out.
  bool once_in(std::size_t times) { return next() % times == times - 1; }
  std::int64_t wide(std::int64_t count) { return (std::int64_t{next()} * 256 + next()) % count; }

  template <std::size_t count>
  std::string_view of(const std::array<std::string_view, count>& list) {
    return list[below(count)];
  }

  [[nodiscard]] bool empty() const { return left_ == 0; }

 private:
  std::uint8_t next() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }

  const std::uint8_t* data_;
  std::size_t left_;
};
