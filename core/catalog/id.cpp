#include "core/catalog/id.hpp"

namespace planshift {
namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_id(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  if (!is_letter_or_digit(text.front())) return false;
  for (const char c : text) {
    if (!is_letter_or_digit(c) && c != '.' && c != '_' && c != '-') return false;
  }
  return true;
}

}  // namespace planshift
