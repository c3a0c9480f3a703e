#include "core/catalog/id_table.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/catalog/id.hpp"

namespace planshift {
namespace {

TEST_CASE("an id is found at its place in the list", "[catalog][id_table]") {
  const IdTable table({"m", "a", "z"});
  CHECK(table.find("m") == 0U);
  CHECK(table.find("a") == 1U);
  CHECK(table.find("z") == 2U);
  CHECK(table.find_index<PlanIndex>("z") == PlanIndex{2});
  for (const char* other : {"", "b", "zz", "M"}) {
    CHECK(!table.find(other));
    CHECK(!table.find_index<PlanIndex>(other));
  }
  CHECK(!IdTable().find("a"));
  CHECK(table.repeated().empty());
}

TEST_CASE("of a duplicate id the first is found and the others are reported", "[catalog][id_table]") {
  const IdTable table({"b", "a", "b", "c", "a", "b"});
  CHECK(table.find("b") == 0U);
  CHECK(table.find("a") == 1U);
  auto repeated = table.repeated();
  std::sort(repeated.begin(), repeated.end());
  CHECK(repeated == std::vector<std::uint32_t>{2, 4, 5});
}

}  // namespace
}  // namespace planshift
