// Each kind of pump in a catalog that holds it, and catalogs that hold none. The patches change the rules of the sample.
#include "core/question/audit.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

using namespace planshift;
using namespace planshift::test;

namespace {

// Two plans, one cycle, no add-ons: small enough to be searched in a moment.
std::string two_plans(std::string_view members, std::string_view rules) {
  return R"({"cycles": [{"id": "monthly", "length": "P1M"}], "addons": null, "discounts": null, )" + std::string(members) +
         R"("policy": {"rules": {"longer_cycle": null, "shorter_cycle": null, "lateral": null, "add_addon": null,
                                 "remove_addon": null, "add_seats": null, "remove_seats": null, )" +
         std::string(rules) + "}}}";
}

constexpr std::string_view one_seat =
    R"("plans": [{"id": "basic", "rank": 1, "prices": {"monthly": {"flat": "10.00"}}, "seats": {"max": 1}},
                 {"id": "team", "rank": 2, "prices": {"monthly": {"flat": "25.00"}}, "seats": {"max": 1}}], )";

constexpr std::string_view with_credits =
    R"("plans": [{"id": "basic", "rank": 1, "prices": {"monthly": {"flat": "10.00"}}, "seats": {"max": 1},
                  "credits": {"per_period": 40, "name": "tasks"}},
                 {"id": "team", "rank": 2, "prices": {"monthly": {"flat": "25.00"}}, "seats": {"max": 1}}], )";

}  // namespace

TEST_CASE("rules that credit what they charge hold no pump", "[question]") {
  const auto catalog = catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": {"when": "now"})"));
  const Audit found = audit(*catalog);
  CHECK(found.pumps.empty());
  CHECK(found.bounds.complete);
  CHECK(found.bounds.plans == 2);
  CHECK(found.bounds.cycles == 1);
  CHECK(found.bounds.addons == 0);
  CHECK(found.bounds.previews > 0);
}

// Team costs 15.00 more. It is free until the next payment, and before that payment it is set to be Basic again.
TEST_CASE("what is free until the next payment is held for less, payment after payment", "[question]") {
  const auto catalog = catalog_with(
      two_plans(one_seat, R"("upgrade": {"when": "now", "charge": "none"}, "downgrade": {"when": "period_end"})"));
  const Audit found = audit(*catalog);
  REQUIRE_FALSE(found.pumps.empty());
  const Pump& pump = found.pumps.front();
  CHECK(pump.kind == PumpKind::held_for_less);
  CHECK(pump.amount == Money::of_minor(1500));
  REQUIRE(pump.direct);
  CHECK(pump.direct->cost - pump.course.cost == pump.amount);
  REQUIRE(pump.course.steps.size() == 2);
  CHECK(pump.course.steps[0].when == Timing::period_end);
  CHECK(pump.course.renewals.size() == 1);
}

// A new period on either plan grants its credits anew, and gives back all that was paid on the first day.
TEST_CASE("there and back again must not grant credits once more", "[question]") {
  constexpr std::string_view anew = R"("upgrade": {"when": "now", "cycle": "restart", "unused": "credit", "charge": "full"},
                                       "downgrade": {"when": "now", "cycle": "restart", "unused": "credit", "charge": "full"})";
  const auto catalog = catalog_with(two_plans(with_credits, anew));
  const Audit found = audit(*catalog);
  REQUIRE(found.pumps.size() == 1);
  CHECK(found.pumps[0].kind == PumpKind::free_credits);
  CHECK(found.pumps[0].credits == 40);
  CHECK(found.pumps[0].amount.is_zero());
  CHECK(found.pumps[0].course.steps.size() == 2);
  CHECK(audit(*catalog_with(two_plans(one_seat, anew))).pumps.empty());
}

// No document can say so; the search is not told.
TEST_CASE("a plan that pays its subscribers gives back more than was paid", "[question]") {
  auto catalog = catalog_with(
      two_plans(one_seat, R"("upgrade": {"when": "now", "cycle": "restart", "unused": "credit", "charge": "full"},
                             "downgrade": {"when": "period_end"})"));
  catalog->plans[1].prices[0]->flat = Money::of_minor(-2500);
  const Audit found = audit(*catalog);
  REQUIRE_FALSE(found.pumps.empty());
  CHECK(found.pumps.front().kind == PumpKind::more_back_than_paid);
  CHECK(found.pumps.front().amount == Money::of_minor(2500));
}

TEST_CASE("a forfeiture that a detour evades is no pump: all that is held is paid for", "[question]") {
  const auto catalog = catalog_with("{}", "client-portal");
  CHECK(audit(*catalog).pumps.empty());
}

TEST_CASE("the audit answers as a document that tells its bounds", "[question]") {
  const Answer answer(audit_catalog(test::catalog_text(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": null)"))));
  CHECK(answer["/format"] == "planshift-audit/1");
  CHECK(answer["/pumps"] == "[]");
  CHECK(answer["/bounds/complete"] == "true");
  CHECK(answer["/bounds/depth"] == "4");
}
