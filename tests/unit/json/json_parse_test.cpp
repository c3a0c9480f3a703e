// What makes a text no document of ours.
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "core/json/json_value.hpp"
#include "core/document/wording/fault_wording.hpp"

namespace planshift {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

// Nothing for a document; else the code of its fault, its pointer, and line and column where those are known.
std::string fault(std::string_view json, std::size_t most = JsonDocument::most_bytes) {
  JsonDocument document;
  Faults faults;
  const bool parsed = document.parse(json, faults, most);
  CHECK(parsed == faults.empty());
  if (parsed) return "";
  const Fault& first = faults.list().front();
  std::string out(code_text(first.code));
  out += "@" + first.path;
  for (const Fact& fact : first.facts) out += " " + (fact.is_number ? std::to_string(fact.number) : fact.text);
  return out;
}

TEST_CASE("one JSON value and nothing after it", "[json][json_parse]") {
  for (const char* json : {"{}", "[]", " 1 ", "\"x\"", "null", "true", "-0.5e3", "\n{\"a\":[1,2,{\"b\":null}]}\r\n"}) CHECK(fault(json) == "");
  CHECK(fault("") == "json.syntax@ 1 1");
  CHECK(fault("{} x") == "json.syntax@ 1 4");
  CHECK(fault("{}\n{}") == "json.syntax@ 2 1");
  CHECK(fault("{\"a\":\n  1,}") == "json.syntax@ 2 5");
  for (const char* json : {"{", "[1,]", "{'a':1}", "01", "1.", "+1", ".5", "NaN", "Infinity", "// x\n{}", "/* x */{}", "tru", "\"a", "\"\n\"",
                           "{\"a\" 1}", "{a:1}", "\"\\x\"", "\"\\u12\"", "]", "{]", "[1 2]", "\"\t\""}) {
    CAPTURE(json);
    CHECK(fault(json).substr(0, 11) == "json.syntax");
  }
}

TEST_CASE("a byte of nothing ends no document", "[json][json_parse]") {
  CHECK(fault(std::string_view("{}\0", 3)) == "json.syntax@ 1 3");
  CHECK(fault(std::string_view("{}\0junk", 7)) == "json.syntax@ 1 3");
  CHECK(fault(std::string_view("\0", 1)) == "json.syntax@ 1 1");
  CHECK(fault(std::string_view("{\"a\0\":1}", 8)) == "json.syntax@ 1 4");
}

TEST_CASE("no byte-order mark, and nothing but well-formed UTF-8", "[json][json_parse]") {
  CHECK(fault("\xEF\xBB\xBF{}") == "json.byte_order_mark@");
  CHECK(fault("\"\xFF\"") == "json.encoding@ 1");
  CHECK(fault("{\"a\":\"\xED\xA0\x80\"}") == "json.encoding@ 6");
  CHECK(fault("\"\u20ac\"") == "");
  CHECK(fault("\"\\u20ac\"") == "");
}

TEST_CASE("escaped surrogates come in pairs", "[json][json_parse]") {
  CHECK(fault(R"("\ud83d\ude00")") == "");
  for (const char* json : {R"("\ud83d")", R"("\ude00")", R"("\ud83dx")", R"("\ud83d\ud83d")", R"("\ude00\ud83d")"}) {
    CAPTURE(json);
    CHECK(fault(json).substr(0, 11) == "json.syntax");
  }
}

TEST_CASE("a document is at most so large", "[json][json_parse]") {
  CHECK(fault("[1]", 3) == "");
  CHECK(fault("[1] ", 3) == "json.too_large@ 3");
  const std::string full = "\"" + std::string(JsonDocument::most_bytes - 2, 'x') + "\"";
  CHECK(fault(full) == "");
  CHECK(fault(full + " ") == "json.too_large@ 1048576");
}

TEST_CASE("a document is nested at most 32 deep", "[json][json_parse]") {
  CHECK(fault(repeated("[", 32) + repeated("]", 32)) == "");
  CHECK(fault(repeated("[", 33) + repeated("]", 33)) == "json.too_deep@ 32");
  CHECK(fault(repeated("{\"a\":", 33) + "1" + repeated("}", 33)) == "json.too_deep@ 32");
  CHECK(fault(repeated("[", 100'000)) == "json.too_deep@ 32");
}

TEST_CASE("a member stands once in its object", "[json][json_parse]") {
  CHECK(fault(R"({"a":1,"b":{"a":2},"c":[{"a":1},{"a":1}]})") == "");
  CHECK(fault(R"({"a":1,"a":1})") == "json.duplicate_member@ a");
  CHECK(fault(R"({"a":1,"\u0061":1})") == "json.duplicate_member@ a");
  CHECK(fault(R"({"x":[{"b":1},{"b":1,"c":2,"b":3}]})") == "json.duplicate_member@/x/1 b");
  // Of several the one whose repetition comes first, among few members and among many.
  CHECK(fault(R"({"c":1,"b":1,"c":2,"b":2})") == "json.duplicate_member@ c");
  std::string many;
  for (int i = 10; i < 40; ++i) many += "\"m" + std::to_string(i) + "\":1,";
  CHECK(fault("{" + many + R"("z":1})") == "");
  CHECK(fault("{" + many + R"("m39":1,"m11":1})") == "json.duplicate_member@ m39");
}

}  // namespace
}  // namespace planshift
