// Writes the values of a vendor's documents: money with the decimals of its currency, moments by its unit of time.
#pragma once

#include <string>

#include "core/calendar/instant.hpp"
#include "core/calendar/share.hpp"
#include "core/catalog/catalog.hpp"
#include "core/json/json_writer.hpp"
#include "core/money/money.hpp"

namespace planshift {

class DocumentWriter : public JsonWriter {
 public:
  struct Format {
    int money_decimals = 2;
    ProrationUnit unit = ProrationUnit::day;
  };

  DocumentWriter(TextBuffer& out, Format format) : JsonWriter(out), format_(format) {}

  void money(Money value);
  void date(Date value);
  void moment(Instant value);  // a date, or an instant if the vendor's unit is shorter than a day

  using JsonWriter::member;
  void member(const char* name, Money value) {
    key(name);
    money(value);
  }
  void member(const char* name, Instant value) {
    key(name);
    moment(value);
  }

 private:
  Format format_;
};

[[nodiscard]] inline DocumentWriter::Format format_of(const Catalog& catalog) {
  return {catalog.currency.decimals, catalog.policy.proration.unit};
}

// The text of one object, whose members `write_members` writes; empty if it is larger than an answer may be.
template <class WriteMembers>
[[nodiscard]] std::string object_text(DocumentWriter::Format format, WriteMembers write_members) {
  TextBuffer text;
  DocumentWriter out(text, format);
  out.open_object();
  write_members(out);
  out.close_object();
  return text.too_large() ? std::string() : std::string(text.text());
}

}  // namespace planshift
