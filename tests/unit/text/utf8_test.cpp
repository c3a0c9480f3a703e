#include "core/text/utf8.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>

namespace planshift {
namespace {

// UTF-8 as a table of RFC 3629 has it, written down apart from the engine's reading of it.
std::string encoded(std::uint32_t point) {
  const auto byte = [](std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  if (point < 0x80) return {byte(point)};
  if (point < 0x800) return {byte(0xC0 + (point >> 6)), byte(0x80 + (point & 63))};
  if (point < 0x10000) return {byte(0xE0 + (point >> 12)), byte(0x80 + ((point >> 6) & 63)), byte(0x80 + (point & 63))};
  return {byte(0xF0 + (point >> 18)), byte(0x80 + ((point >> 12) & 63)), byte(0x80 + ((point >> 6) & 63)), byte(0x80 + (point & 63))};
}

TEST_CASE("every code point is well-formed but the surrogates", "[text][utf8]") {
  std::uint32_t wrong = 0;
  for (std::uint32_t point = 0; point <= 0x10FFFF; ++point) {
    const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    wrong += first_ill_formed(encoded(point)).has_value() != surrogate ? 1U : 0U;
  }
  CHECK(wrong == 0);
}

TEST_CASE("every pair of bytes: only ASCII twice, or a lead with its continuation", "[text][utf8]") {
  for (unsigned a = 0; a < 256; ++a) {
    for (unsigned b = 0; b < 256; ++b) {
      const std::string text{static_cast<char>(a), static_cast<char>(b)};
      const bool well = (a < 0x80 && b < 0x80) || (a >= 0xC2 && a <= 0xDF && b >= 0x80 && b <= 0xBF);
      if (first_ill_formed(text).has_value() == well) FAIL("bytes " << a << ' ' << b);
    }
  }
}

TEST_CASE("the place of the first ill-formed sequence is found", "[text][utf8]") {
  CHECK(!first_ill_formed(""));
  CHECK(!first_ill_formed("a\u00e9\u20ac\U0001F600"));
  CHECK(first_ill_formed("ab\x80") == 2U);
  CHECK(first_ill_formed("\xC0\xAF") == 0U);              // overlong "/"
  CHECK(first_ill_formed("\xE0\x9F\xBF") == 0U);          // overlong U+07FF
  CHECK(first_ill_formed("\xF0\x8F\xBF\xBF") == 0U);      // overlong U+FFFF
  CHECK(first_ill_formed("\xED\xA0\x80") == 0U);          // U+D800
  CHECK(first_ill_formed("\xF4\x90\x80\x80") == 0U);      // U+110000
  CHECK(first_ill_formed("\xF5\x80\x80\x80") == 0U);
  CHECK(first_ill_formed("a\xE2\x82") == 1U);             // cut short
  CHECK(first_ill_formed("\xE2\x82z") == 0U);
  CHECK(first_ill_formed("\xF0\x9F\x98") == 0U);
  CHECK(first_ill_formed("\xF0\x9F\x98z") == 0U);
  CHECK(first_ill_formed("\xFF") == 0U);
}

TEST_CASE("characters are counted, not bytes", "[text][utf8]") {
  CHECK(characters("") == 0);
  CHECK(characters("abc") == 3);
  CHECK(characters("\u00e9\u20ac\U0001F600") == 3);
}

TEST_CASE("control characters are found, also the two-byte ones", "[text][utf8]") {
  for (const char* text : {"a\nb", "\t", "\x1f", "\x7f", "\u0080", "\u009f", "x\u0085"}) CHECK(has_control_character(text));
  for (const char* text : {"", "abc ~", "\u00a0", "\u00c2", "\u00e9\u20ac", "\u0180"}) CHECK(!has_control_character(text));
  CHECK(has_control_character(std::string_view("a\0b", 3)));
  CHECK(!has_control_character("a\xC2"));  // cut short
}

TEST_CASE("a text too long is cut between characters, with an ellipsis for its last", "[text][utf8]") {
  const auto clipped = [](std::string text, std::size_t most) {
    clip(text, most);
    return text;
  };
  CHECK(clipped("abcd", 4) == "abcd");
  CHECK(clipped("abcde", 4) == "abc\u2026");
  CHECK(clipped("\u20ac\u20ac\U0001F600x", 3) == "\u20ac\u20ac\u2026");
  CHECK(clipped("ab", 1) == "\u2026");
}

}  // namespace
}  // namespace planshift
