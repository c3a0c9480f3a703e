#include "core/money/money.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

namespace planshift {
namespace {

constexpr Money most = Money::of_minor(std::numeric_limits<std::int64_t>::max());
constexpr Money lowest = Money::of_minor(std::numeric_limits<std::int64_t>::min());
constexpr Money cent = Money::of_minor(1);
constexpr Money exceeded = Money::exceeded_range();

TEST_CASE("money adds, subtracts and multiplies whole minor units", "[money]") {
  CHECK((Money::of_minor(250) + Money::of_minor(-50)).minor() == 200);
  CHECK((Money::of_minor(250) - Money::of_minor(300)).minor() == -50);
  CHECK((Money::of_minor(-7) * 3).minor() == -21);
  CHECK((-Money::of_minor(5)).minor() == -5);
  Money sum;
  sum += Money::of_minor(9);
  sum -= Money::of_minor(4);
  CHECK(sum.minor() == 5);
}

TEST_CASE("money knows its sign", "[money]") {
  CHECK(Money().is_zero());
  CHECK(!Money().is_negative());
  CHECK(!Money().is_positive());
  CHECK(cent.is_positive());
  CHECK(!cent.is_zero());
  CHECK((-cent).is_negative());
  CHECK(!exceeded.is_zero());
}

TEST_CASE("an operation that leaves the range is exceeded, neither wrapped nor clamped", "[money]") {
  CHECK((most + cent).exceeded());
  CHECK((lowest - cent).exceeded());
  CHECK((-lowest).exceeded());
  CHECK((most * 2).exceeded());
  CHECK((lowest * -1).exceeded());
  CHECK(!(most + Money()).exceeded());
  CHECK(!(lowest + most).exceeded());
  CHECK(!(-most).exceeded());
  CHECK((most + cent).minor() == 0);
}

TEST_CASE("what is computed from an exceeded amount is exceeded", "[money]") {
  CHECK((exceeded + cent).exceeded());
  CHECK((cent + exceeded).exceeded());
  CHECK((exceeded - cent).exceeded());
  CHECK((cent - exceeded).exceeded());
  CHECK((exceeded * 0).exceeded());
  CHECK((-exceeded).exceeded());
  CHECK(least(exceeded, cent).exceeded());
  CHECK(least(cent, exceeded).exceeded());
  CHECK(greatest(exceeded, cent).exceeded());
  CHECK(greatest(cent, exceeded).exceeded());
  CHECK(magnitude(exceeded).exceeded());
  CHECK(magnitude(lowest).exceeded());
}

TEST_CASE("the lesser, the greater and the magnitude", "[money]") {
  CHECK(least(cent, -cent) == -cent);
  CHECK(least(-cent, cent) == -cent);
  CHECK(greatest(cent, -cent) == cent);
  CHECK(greatest(-cent, cent) == cent);
  CHECK(magnitude(-cent) == cent);
  CHECK(magnitude(cent) == cent);
  CHECK(cent != exceeded);
  CHECK(Money() != exceeded);
  CHECK(-cent < cent);
}

}  // namespace
}  // namespace planshift
