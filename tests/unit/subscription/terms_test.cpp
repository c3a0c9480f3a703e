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
  const Instant today = test::day("2026-11-16");
  CHECK(printed(plan_price(*catalog, terms, today)) == "65.00");  // 20 + 3 × 15
  CHECK(printed(addon_price(*catalog, monthly, {first, 2}, today)) == "18.00");
  CHECK(printed(addon_price(*catalog, monthly, {first, 0}, today)) == "0.00");
  CHECK(printed(list_price(*catalog, terms, today)) == "83.00");
  CHECK(printed(list_price(*catalog, {team, yearly, 3, {{first, 2}}}, today)) == "830.00");
}

TEST_CASE("terms are sold on a cycle where the plan and each add-on are", "[subscription][terms]") {
  const auto catalog = test::catalog_with(R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"}}}],
      "addons":[{"id":"pi","prices":{"yearly":{"flat":"1.00"}}}]})");
  CHECK(is_sold_on(*catalog, {PlanIndex{0}, monthly, 1, {}}, monthly));
  CHECK(!is_sold_on(*catalog, {PlanIndex{0}, monthly, 1, {}}, yearly));
  CHECK(!is_sold_on(*catalog, {PlanIndex{0}, monthly, 1, {{first, 1}}}, monthly));
}

TEST_CASE("prices are those of a day", "[subscription][terms]") {
  const auto catalog = test::catalog_with("{}", "additions-prices");
  const Terms terms{team, monthly, 2, {}};
  CHECK(printed(list_price(*catalog, terms, test::day("2026-12-31"))) == "40.00");
  CHECK(printed(list_price(*catalog, terms, test::day("2027-01-01"))) == "48.00");
  CHECK(printed(list_price(*catalog, terms, test::day("2027-06-30"))) == "48.00");
  CHECK(printed(list_price(*catalog, terms, test::day("2027-07-01"))) == "50.00");
}

}  // namespace
}  // namespace planshift
