#include "core/catalog/id.hpp"

namespace planshift {

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  for (const char c : text) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool mark = (c == '.' || c == '_' || c == '-') && &c != text.data();
    if (!letter_or_digit && !mark) return false;
  }
  return true;
}

}  // namespace planshift
