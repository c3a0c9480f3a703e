// Writes JSON into one buffer, with no spaces and members in the order written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/calendar/instant.hpp"
#include "core/calendar/share.hpp"
#include "core/money/money.hpp"

namespace planshift {

class JsonWriter {
 public:
  // How times and money of one vendor are printed.
  struct Format {
    int money_decimals = 2;
    ProrationUnit unit = ProrationUnit::day;
  };

  JsonWriter(std::string& out, Format format) : out_(out), format_(format) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_list() { open('['); }
  void close_list() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  void money(Money value);
  void date(Date value);
  void moment(Instant value);  // a date, or an instant where the vendor's unit is the second
  void raw(std::string_view json);

  // Members in one call.
  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  void member(std::string_view name, std::int64_t value) {
    key(name);
    integer(value);
  }
  void member(std::string_view name, Money value) {
    key(name);
    money(value);
  }
  void member(std::string_view name, Instant value) {
    key(name);
    moment(value);
  }
  void member_null(std::string_view name) {
    key(name);
    null();
  }
  void member_boolean(std::string_view name, bool value) {
    key(name);
    boolean(value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  Format format_;
  bool comma_ = false;  // whether the next value or member needs one before it
};

}  // namespace planshift
