#include "core/text/name_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/catalog/id.hpp"

namespace planshift {
namespace {

TEST_CASE("a name is found at its place in the list", "[text][name_table]") {
  const NameTable table({"m", "a", "z"});
  CHECK(table.find("m") == 0U);
  CHECK(table.find("a") == 1U);
  CHECK(table.find("z") == 2U);
  CHECK(table.find_index<PlanIndex>("z") == PlanIndex{2});
  for (const char* other : {"", "b", "zz", "M"}) {
    CHECK(!table.find(other));
    CHECK(!table.find_index<PlanIndex>(other));
  }
  CHECK(!NameTable().find("a"));
  CHECK(table.repeated().empty());
}

TEST_CASE("of a duplicate name the first is found and the others are reported", "[text][name_table]") {
  const NameTable table({"b", "a", "b", "c", "a", "b"});
  CHECK(table.find("b") == 0U);
  CHECK(table.find("a") == 1U);
  auto repeated = table.repeated();
  std::sort(repeated.begin(), repeated.end());
  CHECK(repeated == std::vector<std::uint32_t>{2, 4, 5});
}

}  // namespace
}  // namespace planshift
