// A text that only grows at its end, and keeps its room for the next one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace planshift {

class TextBuffer {
 public:
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), length_}; }
  void clear() { length_ = 0; }

  // The end of the text, with room for so many more bytes; whoever writes there says where they end.
  [[nodiscard, gnu::always_inline]] char* room(std::size_t bytes) {
    if (bytes_.size() - length_ < bytes) grow(bytes);
    return bytes_.data() + length_;
  }
  void ends_at(const char* end) { length_ = static_cast<std::size_t>(end - bytes_.data()); }

 private:
  void grow(std::size_t bytes);

  std::vector<char> bytes_;  // as long as there is room
  std::size_t length_ = 0;
};

}  // namespace planshift
