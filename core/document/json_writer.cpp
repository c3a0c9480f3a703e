#include "core/document/json_writer.hpp"

#include "core/fault/ensure.hpp"
#include "core/money/decimal_text.hpp"

namespace planshift {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::size_t written = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(text, written, i - written);
    written = i + 1;
    if (byte >= 0x20) {
      out += '\\';
      out += text[i];
    } else {
      out += "\\u00";
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
  out.append(text, written);
}

}  // namespace

void JsonWriter::separate() {
  if (comma_) out_ += ',';
  comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  append_escaped(out_, name);
  out_ += "\":";
  comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  separate();
  out_ += '"';
  append_escaped(out_, value);
  out_ += '"';
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  append_decimal(out_, value, 0);
}

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }
void JsonWriter::null() { raw("null"); }

void JsonWriter::money(Money value) {
  ensure(!value.exceeded());
  separate();
  out_ += '"';
  append_decimal(out_, value.minor(), format_.money_decimals);
  out_ += '"';
}

void JsonWriter::date(Date value) {
  separate();
  out_ += '"';
  value.append_to(out_);
  out_ += '"';
}

void JsonWriter::moment(Instant value) {
  if (format_.unit != ProrationUnit::second) {
    date(value.date());
    return;
  }
  separate();
  out_ += '"';
  value.append_to(out_);
  out_ += '"';
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

}  // namespace planshift
