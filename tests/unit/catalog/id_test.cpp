#include "core/catalog/id.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace planshift {
namespace {

TEST_CASE("ids are short, lower-case, and begin with a letter or a digit", "[catalog][id]") {
  for (const char* id : {"a", "0", "z9", "30-day", "proto__", "a.b_c-d", "constructor", "azaz0909"}) CHECK(is_id(id));
  CHECK(is_id(std::string(64, 'x')));
  for (const char* text : {"", "-a", "_a", ".a", "A", "aB", "a b", "ä", "a/b", "a\n", "a:", "a`", "a{", "a@", "a,", "a^"}) {
    CAPTURE(text);
    CHECK(!is_id(text));
  }
  CHECK(!is_id(std::string(65, 'x')));
}

}  // namespace
}  // namespace planshift
