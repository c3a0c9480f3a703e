#include "core/json/json_writer.hpp"

#include "core/money/decimal_text.hpp"

namespace planshift {
namespace {

constexpr std::size_t longest_escape = 6;  // \u001f

char* copy(char* to, std::string_view text) {
  for (const char c : text) *to++ = c;
  return to;
}

char* escape(char* to, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  *to++ = '\\';
  if (byte >= 0x20) {
    *to++ = c;
    return to;
  }
  to = copy(to, "u00");
  *to++ = digits[byte >> 4U];
  *to++ = digits[byte & 15U];
  return to;
}

char* copy_escaped(char* to, std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\') {
      to = escape(to, c);
    } else {
      *to++ = c;
    }
  }
  return to;
}

}  // namespace

char* JsonWriter::next(std::size_t bytes) {
  char* to = out_.room(bytes + 1);
  if (comma_) *to++ = ',';
  comma_ = true;
  return to;
}

void JsonWriter::open(char bracket) {
  char* to = next(1);
  *to++ = bracket;
  out_.ends_at(to);
  comma_ = false;
}

void JsonWriter::close(char bracket) {
  char* to = out_.room(1);
  *to++ = bracket;
  out_.ends_at(to);
  comma_ = true;
}

void JsonWriter::key(const char* literal) {
  const std::string_view name = literal;
  char* to = next(name.size() + 3);
  *to++ = '"';
  to = copy(to, name);
  *to++ = '"';
  *to++ = ':';
  out_.ends_at(to);
  comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  char* to = next(longest_escape * value.size() + 2);
  *to++ = '"';
  to = copy_escaped(to, value);
  *to++ = '"';
  out_.ends_at(to);
}

void JsonWriter::integer(std::int64_t value) { out_.ends_at(write_decimal(next(longest_decimal), value, 0)); }

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }
void JsonWriter::null() { raw("null"); }

void JsonWriter::raw(std::string_view json) { out_.ends_at(copy(next(json.size()), json)); }

void JsonWriter::written(const TextBuffer& aside) {
  if (aside.too_large()) {
    out_.drop();
  } else {
    raw(aside.text());
  }
}

}  // namespace planshift
