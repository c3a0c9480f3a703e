// A text that grows at its end and keeps its memory for the next text. Past the size of the largest answer it drops
// what was written and starts again, so that a writer needs to ask only once, at the end.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace planshift {

// The largest answer. Smaller in the module, which can't give memory back and shares a page's memory.
#if defined(__wasm__)
inline constexpr std::size_t most_answer_bytes = 16'777'216;
#else
inline constexpr std::size_t most_answer_bytes = 67'108'864;
#endif

class TextBuffer {
 public:
  // Room for the largest answer and one more text of 2,000 escaped characters.
  static constexpr std::size_t most_capacity = most_answer_bytes + 65'536;
  // The most memory that is kept for the next text.
  static constexpr std::size_t most_kept_bytes = 1'048'576;

  // Meaningless if the text is too large.
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), length_}; }
  // Whether the text is larger than an answer may be.
  [[nodiscard]] bool too_large() const { return dropped_ || length_ > most_answer_bytes; }
  // How long the text may become before it needs more memory.
  [[nodiscard]] std::size_t capacity() const { return bytes_.size(); }
  void clear();
  // Marks the text as too large, whatever is written next.
  void drop();

  // The end of the text, with room for so many more bytes. The caller writes there and then says where the text ends.
  [[nodiscard, gnu::always_inline]] char* room(std::size_t bytes) {
    if (bytes_.size() - length_ < bytes) grow(bytes);
    return bytes_.data() + length_;
  }
  void ends_at(const char* end) { length_ = static_cast<std::size_t>(end - bytes_.data()); }

 private:
  void grow(std::size_t bytes);

  std::vector<char> bytes_;  // as long as there is room
  std::size_t length_ = 0;
  bool dropped_ = false;
};

}  // namespace planshift
