// A text that only grows at its end, keeps its room for the next one, and has an end: past the largest answer it drops
// what was written and goes on from its beginning, so that whoever writes need not ask before the last word.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace planshift {

// The largest answer. A module can't give memory back, and a page has less of it to spare.
#if defined(__wasm__)
inline constexpr std::size_t most_answer_bytes = 16'777'216;
#else
inline constexpr std::size_t most_answer_bytes = 67'108'864;
#endif

class TextBuffer {
 public:
  // Room for the largest answer, and for a text of 2,000 characters that would be too much, each of them escaped.
  static constexpr std::size_t most_capacity = most_answer_bytes + 65'536;
  // More room than this is not kept for the next text.
  static constexpr std::size_t most_kept_bytes = 1'048'576;

  // Of a text that became too large, nothing to rely on.
  [[nodiscard]] std::string_view text() const { return {bytes_.data(), length_}; }
  // Whether the text became larger than an answer may be.
  [[nodiscard]] bool too_large() const { return dropped_ || length_ > most_answer_bytes; }
  // How long a text may become before there must be more room.
  [[nodiscard]] std::size_t capacity() const { return bytes_.size(); }
  void clear();
  // Takes it for too large, whatever is written from here on.
  void drop();

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
  bool dropped_ = false;
};

}  // namespace planshift
