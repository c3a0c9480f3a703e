#include "core/subscription/terms.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::printed;

constexpr AddonIndex first{0}, second{1}, third{2};
constexpr PlanIndex team{1};
constexpr CycleIndex monthly{0}, yearly{1};

TEST_CASE("add-ons stay in catalog order, each once", "[subscription][terms]") {
  std::vector<AddonSeats> addons;
  set_seats(addons, second, 2);
  set_seats(addons, third, 3);
  set_seats(addons, first, 1);
  CHECK(addons == std::vector<AddonSeats>{{first, 1}, {second, 2}, {third, 3}});
  set_seats(addons, second, 5);
  CHECK(seats_of(addons, second) == 5);
  set_seats(addons, second, 0);
  CHECK(addons == std::vector<AddonSeats>{{first, 1}, {third, 3}});
  CHECK(seats_of(addons, second) == 0);
  set_seats(addons, second, 0);
  CHECK(addons.size() == 2);
}

TEST_CASE("the list price is the plan's and each add-on's", "[subscription][terms]") {
  const auto catalog = test::catalog_with();
  const Terms terms{team, monthly, 3, {{first, 2}}};
  CHECK(printed(plan_price(*catalog, terms)) == "65.00");  // 20 + 3 × 15
  CHECK(printed(addon_price(*catalog, monthly, {first, 2})) == "18.00");
  CHECK(printed(addon_price(*catalog, monthly, {first, 0})) == "0.00");
  CHECK(printed(list_price(*catalog, terms)) == "83.00");
  CHECK(printed(list_price(*catalog, {team, yearly, 3, {{first, 2}}})) == "830.00");
}

}  // namespace
}  // namespace planshift
