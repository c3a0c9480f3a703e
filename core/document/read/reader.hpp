// Reads values out of a document. It adds what is wrong to the faults, with its place, and goes on:
// an early fault never hides a later one. An absent value reads as nothing, without a fault.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/calendar/instant.hpp"
#include "core/calendar/length.hpp"
#include "core/document/spelling.hpp"
#include "core/fault/fault.hpp"
#include "core/json/json_value.hpp"
#include "core/money/currency.hpp"
#include "core/money/money.hpp"
#include "core/money/percent.hpp"

namespace planshift {

inline constexpr std::size_t longest_name = 200;     // characters of a name, title or label
inline constexpr std::size_t longest_detail = 2000;  // of a detail, a reason, an address

enum class Sign : std::uint8_t { positive, any };  // zero counts as positive

class Reader {
 public:
  Reader(Faults& faults, int money_decimals) : faults_(faults), decimals_(money_decimals) {}

  // To find the place of an entry costs a walk over its list, so only for a fault that is kept.
  void fault(JsonValue at, FaultCode code, Facts facts = {}) {
    faults_.add(code, faults_.full() ? std::string() : at.pointer(), std::move(facts));
  }
  [[nodiscard]] Faults& faults() { return faults_; }

  // A text as a sentence quotes it: whole, or its beginning, up to 80 characters and before ill-formed UTF-8.
  [[nodiscard]] static std::string shown(std::string_view text);
  [[nodiscard]] static std::string shown(JsonValue text) { return shown(text.text()); }

  // Whether the value is of that kind; else a fault, unless it is absent. `expected` is what the fault says was
  // expected.
  bool is(JsonValue value, JsonKind kind);
  bool is(JsonValue value, JsonKind kind, std::string_view expected);
  std::optional<std::string_view> text(JsonValue value, std::size_t shortest, std::size_t longest);
  std::optional<std::string_view> name(JsonValue value) { return text(value, 1, longest_name); }
  std::optional<std::string_view> id(JsonValue value);
  std::optional<std::int64_t> integer(JsonValue value, std::int64_t least, std::int64_t most);
  std::optional<bool> boolean(JsonValue value);
  std::optional<Money> money(JsonValue value, Sign sign = Sign::positive);
  std::optional<Percent> percent(JsonValue value);
  std::optional<Length> length(JsonValue value);
  std::optional<Length> offset(JsonValue value);  // a length, or P0D
  // A date; or an instant, if the vendor's unit is the second.
  std::optional<Instant> moment(JsonValue value, ProrationUnit unit);
  // A list of at most `most` entries.
  bool list(JsonValue value, std::size_t most);

  template <class Choice>
  std::optional<Choice> choice(JsonValue value) {
    const auto place = choice_of(value, Spelling<Choice>::texts);
    return place ? std::optional(static_cast<Choice>(*place)) : std::nullopt;
  }

 private:
  std::optional<std::size_t> choice_of(JsonValue value, std::span<const std::string_view> texts);

  Faults& faults_;
  int decimals_;
};

// The members of an object, by name. `known` lists the allowed names: "id name rank". Any other is a fault, except
// `$schema` and names that begin with `x-`.
class Members {
 public:
  Members(Reader& reader, JsonValue object, std::string_view known);

  // Whether there is an object at all.
  [[nodiscard]] explicit operator bool() const { return static_cast<bool>(object_); }
  [[nodiscard]] JsonValue find(std::string_view name) const { return object_.member(name); }
  [[nodiscard]] JsonValue operator[](const char* name) const { return find(name); }
  [[nodiscard]] JsonValue required(const char* name);
  // A member that may be null, which is the same as absent.
  [[nodiscard]] JsonValue nullable(const char* name) const;

 private:
  Reader& reader_;
  JsonValue object_;
};

// Whether `words`, separated by single spaces, contain `word`.
[[nodiscard]] bool holds_word(std::string_view words, std::string_view word);

// Whether we ignore a member: `$schema`, or an extension that begins with `x-`.
[[nodiscard]] bool is_ignored(std::string_view member);

}  // namespace planshift
