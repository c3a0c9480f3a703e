#include "core/document/text_buffer.hpp"

#include <algorithm>

namespace planshift {

void TextBuffer::grow(std::size_t bytes) { bytes_.resize(std::max(2 * bytes_.size(), length_ + bytes)); }

}  // namespace planshift
