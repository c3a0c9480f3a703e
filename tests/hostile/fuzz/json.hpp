// A second, small reader of JSON, sharing nothing with the engine's: what the engine writes must be read by others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct Json {
  enum class Kind : std::uint8_t { null, truth, falsehood, number, text, list, object };

  Kind kind = Kind::null;
  std::string text;  // of a text; the digits of a number
  std::vector<Json> items;         // of a list; the members' values of an object
  std::vector<std::string> names;  // of an object's members

  // A member of an object; null where there is none.
  [[nodiscard]] const Json& operator[](std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
};

// Ends the run where the text is no JSON.
[[nodiscard]] Json read_json(std::string_view text);
