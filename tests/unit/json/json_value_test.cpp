#include "core/json/json_value.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

JsonValue parsed(JsonDocument& document, std::string_view json) {
  Faults faults;
  REQUIRE(document.parse(json, faults));
  return document.root();
}

TEST_CASE("a document is a tree of values", "[json][json_value]") {
  JsonDocument document;
  const JsonValue root = parsed(document, R"({"a":[null,true,false,7,"t",1.5,{}],"b":-9223372036854775808})");
  CHECK(root.kind() == JsonKind::object);
  CHECK(root.children() == 2);
  const JsonValue list = root.first_child();
  CHECK(list.key() == "a");
  CHECK(list.kind() == JsonKind::list);
  std::string kinds;
  for (JsonValue each : children_of(list)) kinds += std::to_string(static_cast<int>(each.kind())) + " ";
  CHECK(kinds == "1 2 2 3 5 4 7 ");
  JsonValue each = list.first_child().next_sibling();
  CHECK(each.integer() == 1);
  each = each.next_sibling();
  CHECK(each.integer() == 0);
  each = each.next_sibling();
  CHECK(each.integer() == 7);
  each = each.next_sibling();
  CHECK(each.text() == "t");
  CHECK(list.next_sibling().integer() == INT64_MIN);
  CHECK(!list.next_sibling().next_sibling());
}

TEST_CASE("whole numbers past 64 bits, fractions and exponents are other numbers", "[json][json_value]") {
  JsonDocument document;
  for (const char* json : {"9223372036854775808", "18446744073709551616", "-9223372036854775809", "3.0", "1e2", "1E400"}) {
    CAPTURE(json);
    Faults faults;
    if (document.parse(json, faults)) CHECK(document.root().kind() == JsonKind::other_number);
  }
  CHECK(parsed(document, "9223372036854775807").integer() == INT64_MAX);
  CHECK(parsed(document, "-0").kind() == JsonKind::integer);
}

TEST_CASE("an absent value is of no kind and has no children", "[json][json_value]") {
  const JsonValue absent;
  CHECK(!absent);
  CHECK(absent.kind() == JsonKind::absent);
  CHECK(!absent.first_child());
}

TEST_CASE("a pointer tells the way to a value", "[json][json_value]") {
  JsonDocument document;
  const JsonValue root = parsed(document, R"({"plans":[1,2,{"a/b~c":[0]}]})");
  CHECK(root.pointer() == "");
  const JsonValue plans = root.first_child();
  CHECK(plans.pointer() == "/plans");
  const JsonValue third = plans.first_child().next_sibling().next_sibling();
  CHECK(third.pointer() == "/plans/2");
  CHECK(third.first_child().first_child().pointer() == "/plans/2/a~1b~0c/0");
}

TEST_CASE("a document is read anew as if nothing had been", "[json][json_value]") {
  JsonDocument document;
  Faults faults;
  CHECK(!document.parse("{\"a\":", faults));
  CHECK(parsed(document, "[5]").first_child().integer() == 5);
}

}  // namespace
}  // namespace planshift
