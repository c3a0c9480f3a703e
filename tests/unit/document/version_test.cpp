#include "planshift/version.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

TEST_CASE("the version is three numbers", "[document][version]") {
  CHECK(std::count(version().begin(), version().end(), '.') == 2);
  CHECK(version().find_first_not_of("0123456789.") == std::string_view::npos);
  CHECK(version().front() != '.');
  CHECK(version().back() != '.');
}

}  // namespace
}  // namespace planshift
