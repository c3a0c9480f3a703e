#include "core/json/json_writer.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

template <class Write>
std::string written(Write write) {
  TextBuffer out;
  JsonWriter writer(out);
  write(writer);
  return std::string(out.text());
}

TEST_CASE("objects and lists, with commas where they are due", "[json][json_writer]") {
  CHECK(written([](JsonWriter& out) {
          out.open_object();
          out.member("a", std::int64_t{-5});
          out.member("b", "x");
          out.key("c");
          out.open_list();
          out.integer(1);
          out.boolean(true);
          out.null();
          out.open_object();
          out.close_object();
          out.close_list();
          out.member_null("d");
          out.member_boolean("e", false);
          out.close_object();
        }) == R"({"a":-5,"b":"x","c":[1,true,null,{}],"d":null,"e":false})");
}

TEST_CASE("texts are escaped as JSON asks, and no more", "[json][json_writer]") {
  CHECK(written([](JsonWriter& out) { out.text("say \"x\\y\"\n\t\x01\x1f/\u00e9\u2028<\x7f"); }) ==
        "\"say \\\"x\\\\y\\\"\\u000a\\u0009\\u0001\\u001f/\u00e9\u2028<\x7f\"");
  CHECK(written([](JsonWriter& out) { out.text("\" !"); }) == "\"\\\" !\"");
  CHECK(written([](JsonWriter& out) { out.text(""); }) == "\"\"");
}

}  // namespace
}  // namespace planshift
