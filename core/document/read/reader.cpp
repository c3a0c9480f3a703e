#include "core/document/read/reader.hpp"

#include <algorithm>
#include <string>

#include "core/catalog/id.hpp"
#include "core/money/decimal_text.hpp"
#include "core/text/utf8.hpp"

namespace planshift {
namespace {

std::string_view describe(JsonKind kind) {
  switch (kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "true or false";
    case JsonKind::integer: return "a whole number";
    case JsonKind::other_number: return "a number";
    case JsonKind::text: return "a string";
    case JsonKind::list: return "a list";
    case JsonKind::object: return "an object";
    case JsonKind::absent: break;
  }
  return "nothing";
}

constexpr std::size_t most_shown = 80;  // characters

}  // namespace

std::string Reader::shown(std::string_view text) {
  std::string out(text.substr(0, first_ill_formed(text).value_or(text.size())));
  if (out.size() < text.size()) out += "\u2026";
  clip(out, most_shown);
  return out;
}

bool Reader::is(JsonValue value, JsonKind kind) { return is(value, kind, describe(kind)); }

bool Reader::is(JsonValue value, JsonKind kind, std::string_view expected) {
  if (!value) return false;
  const JsonKind found = value.kind();
  if (found == kind) return true;
  if (found == JsonKind::null) {
    fault(value, FaultCode::value_null, {{"expected", expected}});
  } else if (kind == JsonKind::integer && found == JsonKind::other_number) {
    fault(value, FaultCode::value_not_integer);
  } else {
    fault(value, FaultCode::value_type, {{"expected", expected}, {"found", describe(found)}});
  }
  return false;
}

std::optional<std::string_view> Reader::text(JsonValue value, std::size_t shortest, std::size_t longest) {
  if (!is(value, JsonKind::text)) return std::nullopt;
  const std::string_view text = value.text();
  const std::size_t length = characters(text);
  if (length < shortest || length > longest) {
    fault(value, FaultCode::value_text_length, {{"least", shortest}, {"most", longest}, {"found", length}});
    return std::nullopt;
  }
  if (has_control_character(text)) {
    fault(value, FaultCode::value_control_character);
    return std::nullopt;
  }
  return text;
}

std::optional<std::string_view> Reader::id(JsonValue value) {
  if (!is(value, JsonKind::text)) return std::nullopt;
  if (is_id(value.text())) return value.text();
  fault(value, FaultCode::value_id, {{"found", shown(value)}});
  return std::nullopt;
}

std::optional<std::int64_t> Reader::integer(JsonValue value, std::int64_t least, std::int64_t most) {
  if (!is(value, JsonKind::integer)) return std::nullopt;
  const std::int64_t number = value.integer();
  if (number >= least && number <= most) return number;
  fault(value, FaultCode::value_integer_range, {{"least", least}, {"most", most}, {"found", number}});
  return std::nullopt;
}

std::optional<bool> Reader::boolean(JsonValue value) {
  if (!is(value, JsonKind::boolean)) return std::nullopt;
  return value.integer() != 0;
}

std::optional<Money> Reader::money(JsonValue value, Sign sign) {
  if (!is(value, JsonKind::text, decimals_ == 0 ? "a string like \"4\"" : "a string like \"4.00\""))
    return std::nullopt;
  const std::string_view text = value.text();
  const Decimal decimal = parse_decimal(text, decimals_);
  switch (decimal.fault) {
    case DecimalFault::form: fault(value, FaultCode::value_money, {{"found", shown(value)}}); return std::nullopt;
    case DecimalFault::decimals:
      fault(value, FaultCode::value_money_decimals, {{"found", shown(value)}, {"decimals", decimals_}});
      return std::nullopt;
    case DecimalFault::range:
      fault(value, FaultCode::value_money_range, {{"found", shown(value)}});
      return std::nullopt;
    case DecimalFault::none: break;
  }
  if (sign == Sign::positive && text.front() == '-') {
    fault(value, FaultCode::value_money_negative, {{"found", shown(value)}});
    return std::nullopt;
  }
  return Money::of_minor(decimal.units);
}

std::optional<Percent> Reader::percent(JsonValue value) {
  if (!is(value, JsonKind::text, "a string like \"8.875\"")) return std::nullopt;
  const auto percent = Percent::parse(value.text());
  if (!percent) fault(value, FaultCode::value_percent, {{"found", shown(value)}});
  return percent;
}

std::optional<Length> Reader::length(JsonValue value) {
  if (!is(value, JsonKind::text)) return std::nullopt;
  const auto length = Length::parse(value.text());
  if (!length) fault(value, FaultCode::value_length, {{"found", shown(value)}});
  return length;
}

std::optional<Length> Reader::offset(JsonValue value) {
  if (value.kind() == JsonKind::text && value.text() == "P0D") return Length::parse_offset("P0D");
  return length(value);
}

std::optional<Instant> Reader::moment(JsonValue value, ProrationUnit unit) {
  if (!is(value, JsonKind::text)) return std::nullopt;
  const std::string_view text = value.text();
  if (const auto date = Date::parse(text)) return Instant::at(*date);
  const auto instant = Instant::parse(text);
  if (instant && has_time_of_day(unit)) return instant;
  const FaultCode code = instant                 ? FaultCode::value_instant_not_allowed
                         : has_time_of_day(unit) ? FaultCode::value_instant
                                                 : FaultCode::value_date;
  fault(value, code, {{"found", shown(value)}});
  return std::nullopt;
}

bool Reader::list(JsonValue value, std::size_t most) {
  if (!is(value, JsonKind::list)) return false;
  if (value.children() <= most) return true;
  fault(value, FaultCode::value_list_long, {{"most", most}, {"found", value.children()}});
  return false;
}

std::optional<std::size_t> Reader::choice_of(JsonValue value, std::span<const std::string_view> texts) {
  if (!is(value, JsonKind::text)) return std::nullopt;
  const auto place = std::find(texts.begin(), texts.end(), value.text());
  if (place != texts.end()) return static_cast<std::size_t>(place - texts.begin());
  std::string allowed;
  for (const std::string_view text : texts) {
    if (!allowed.empty()) allowed += ", ";
    allowed += text;
  }
  fault(value, FaultCode::value_choice, {{"found", shown(value)}, {"allowed", allowed}});
  return std::nullopt;
}

Members::Members(Reader& reader, JsonValue object, std::string_view known) : reader_(reader) {
  if (!reader.is(object, JsonKind::object)) return;
  object_ = object;
  for (JsonValue member : children_of(object)) {
    const std::string_view key = member.key();
    if (!holds_word(known, key) && !is_ignored(key)) {
      reader.fault(member, FaultCode::member_unknown, {{"member", Reader::shown(key)}});
    }
  }
}

JsonValue Members::required(const char* name) {
  const JsonValue member = (*this)[name];
  if (!member && object_) reader_.fault(object_, FaultCode::member_missing, {{"member", name}});
  return member;
}

JsonValue Members::nullable(const char* name) const {
  const JsonValue member = (*this)[name];
  return member.kind() == JsonKind::null ? JsonValue() : member;
}

bool holds_word(std::string_view words, std::string_view word) {
  for (;;) {
    const std::size_t end = words.find(' ');
    if (words.substr(0, end) == word) return true;
    if (end == std::string_view::npos) return false;
    words.remove_prefix(end + 1);
  }
}

bool is_ignored(std::string_view member) { return member == "$schema" || member.substr(0, 2) == "x-"; }

}  // namespace planshift
