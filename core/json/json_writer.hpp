// Writes JSON into one buffer, without spaces, members in the order of the calls. Names are literals that need no
// escapes, so that each of some two hundred calls passes only a pointer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/json/text_buffer.hpp"

namespace planshift {

class JsonWriter {
 public:
  explicit JsonWriter(TextBuffer& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  void key(const char* literal);

  void text(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  void raw(std::string_view json);
  // A value from another buffer. If that was too large, so is this text.
  void written(const TextBuffer& aside);

  // Whether the text is larger than an answer may be. Further writes have no effect then.
  [[nodiscard]] bool too_large() const { return out_.too_large(); }

  // Members in one call.
  void member(const char* name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(const char* name, std::int64_t value) {
    key(name);
    integer(value);
  }
  void member_null(const char* name) {
    key(name);
    null();
  }
  void member_boolean(const char* name, bool value) {
    key(name);
    boolean(value);
  }

 protected:
  // Room for a value of so many bytes, after a comma if one is needed. The caller writes it there and then says where
  // it ends.
  [[nodiscard]] char* next(std::size_t bytes);
  void ends_at(const char* end) { out_.ends_at(end); }

 private:
  void open(char bracket);
  void close(char bracket);

  TextBuffer& out_;
  bool comma_ = false;  // whether the next value or member needs one before it
};

}  // namespace planshift
