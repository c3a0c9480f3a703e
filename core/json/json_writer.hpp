// Writes JSON into one buffer, without spaces, members in the order of the calls. Names are literals that need no
// escapes, so that each of some two hundred calls passes only a pointer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/calendar/instant.hpp"
#include "core/calendar/share.hpp"
#include "core/json/text_buffer.hpp"
#include "core/money/money.hpp"

namespace planshift {

class JsonWriter {
 public:
  // How to print times and money of one vendor.
  struct Format {
    int money_decimals = 2;
    ProrationUnit unit = ProrationUnit::day;
  };

  JsonWriter(TextBuffer& out, Format format) : out_(out), format_(format) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  void key(const char* literal);

  void text(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  void money(Money value);
  void date(Date value);
  void moment(Instant value);  // a date, or an instant if the vendor's unit is the second
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
  void member(const char* name, Money value) {
    key(name);
    money(value);
  }
  void member(const char* name, Instant value) {
    key(name);
    moment(value);
  }
  void member_null(const char* name) {
    key(name);
    null();
  }
  void member_boolean(const char* name, bool value) {
    key(name);
    boolean(value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  // Room for so many bytes, after a comma if one is needed.
  [[nodiscard]] char* next(std::size_t bytes);

  TextBuffer& out_;
  Format format_;
  bool comma_ = false;  // whether the next value or member needs one before it
};

// The text of one object, whose members `write_members` writes; empty if it is larger than an answer may be.
template <class WriteMembers>
[[nodiscard]] std::string object_text(JsonWriter::Format format, WriteMembers write_members) {
  TextBuffer text;
  JsonWriter out(text, format);
  out.open_object();
  write_members(out);
  out.close_object();
  return text.too_large() ? std::string() : std::string(text.text());
}

}  // namespace planshift
