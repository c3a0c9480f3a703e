#include "core/json/text_buffer.hpp"

#include <algorithm>

namespace planshift {

void TextBuffer::clear() {
  length_ = 0;
  dropped_ = false;
  if (bytes_.size() > most_kept_bytes) std::vector<char>().swap(bytes_);
}

void TextBuffer::drop() {
  length_ = 0;
  dropped_ = true;
}

void TextBuffer::grow(std::size_t bytes) {
  if (length_ > most_answer_bytes || length_ + bytes > most_capacity) drop();
  const std::size_t capacity = std::max(std::min(2 * bytes_.size(), most_capacity), length_ + bytes);
  bytes_.reserve(capacity);  // exactly: to resize alone may take twice what there was
  bytes_.resize(capacity);
}

}  // namespace planshift
