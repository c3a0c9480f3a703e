// Each kind of pump in a catalog that holds it, and catalogs that hold none. The patches change the rules of the sample.
#include "core/audit/audit.hpp"

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

TEST_CASE("rules that credit what they charge hold no pump", "[audit]") {
  const auto catalog = catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": {"when": "now"})"));
  const Audit found = audit(*catalog);
  CHECK(found.pumps.empty());
  CHECK(found.bounds.exhausted);
  CHECK(found.bounds.plans == 2);
  CHECK(found.bounds.cycles == 1);
  CHECK(found.bounds.addons == 0);
  CHECK(found.bounds.previews > 0);
}

// Team costs 15.00 more. It is free until the next payment, and before that payment it is set to be Basic again.
TEST_CASE("what is free until the next payment is held for less, payment after payment", "[audit]") {
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
TEST_CASE("there and back again must not grant credits once more", "[audit]") {
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
TEST_CASE("a plan that pays its subscribers gives back more than was paid", "[audit]") {
  auto catalog = catalog_with(
      two_plans(one_seat, R"("upgrade": {"when": "now", "cycle": "restart", "unused": "credit", "charge": "full"},
                             "downgrade": {"when": "period_end"})"));
  catalog->plans[1].prices[0]->last.flat = Money::of_minor(-2500);
  const Audit found = audit(*catalog);
  REQUIRE_FALSE(found.pumps.empty());
  CHECK(found.pumps.front().kind == PumpKind::more_back_than_paid);
  CHECK(found.pumps.front().amount == Money::of_minor(2500));
}

TEST_CASE("a forfeiture that a detour evades is no pump: all that is held is paid for", "[audit]") {
  const auto catalog = catalog_with("{}", "client-portal");
  CHECK(audit(*catalog).pumps.empty());
}

TEST_CASE("the audit answers as a document that tells its bounds", "[audit]") {
  const test::Answer answer(audit_catalog(test::catalog_text(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": null)"))).text);
  CHECK(answer["/format"] == "planshift-audit/1");
  CHECK(answer["/pumps"] == "[]");
  CHECK(answer["/bounds/exhausted_bounds"] == "true");
  CHECK(answer["/bounds/depth"] == "4");
}

TEST_CASE("the audit stops at the number of previews that it is given", "[audit]") {
  const auto catalog = catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": {"when": "now"})"));
  const Audit found = audit(*catalog, 5);
  CHECK_FALSE(found.bounds.exhausted);
  CHECK(found.bounds.previews == 5);
}

TEST_CASE("an add-on that is sold is one of the things tried", "[audit]") {
  const auto catalog = catalog_with(R"({"policy":{"rules":{"upgrade":null,"downgrade":null,"lateral":null,"longer_cycle":null,"shorter_cycle":null}}})");
  CHECK(audit(*catalog).bounds.addons == 1);
}

// Up by the owner, down by a clerk, eight others beside them: the search asks in the role that may.
TEST_CASE("changes are asked for in the roles that the rules name, eight of them", "[audit]") {
  const std::string others = R"("r1", "r2", "r3", "r4", "r5", "r6", "r7")";
  const auto pumps_with = [&](const std::string& roles) {
    return audit(*catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now", "charge": "none", "roles": [)" + roles +
                                                       R"(]}, "downgrade": {"when": "period_end", "roles": [)" + roles + "]}")))
        .pumps.size();
  };
  CHECK(pumps_with(R"("owner")") == 1);
  CHECK(pumps_with(others + R"(, "owner")") == 1);
  CHECK(pumps_with(others + R"(, "r8", "owner")") == 1);
}

// 25.00 twice, or 25.00 and then Basic's 10.00: with a tenth of tax 16.50 less, with the tax inside 15.00.
TEST_CASE("tax that is added makes a pump so much dearer", "[audit]") {
  const auto amount = [](std::string_view inclusive) {
    const Audit found = audit(*catalog_with(two_plans(std::string(one_seat) + R"("tax": {"name": "Tax", "percent": "10", "inclusive": )" + std::string(inclusive) + "}, ",
                                                      R"("upgrade": {"when": "now", "charge": "none"}, "downgrade": {"when": "period_end"})")));
    REQUIRE_FALSE(found.pumps.empty());
    return found.pumps.front().amount;
  };
  CHECK(amount("false") == Money::of_minor(1650));
  CHECK(amount("true") == Money::of_minor(1500));
}

// No document can say so: credited on the way down, free on the way up again. On the first day 25.00 less 10.00 comes back.
TEST_CASE("a loop that leaves a gain gives back more than was paid", "[audit]") {
  auto catalog = catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now"}, "downgrade": {"when": "now"})"));
  Rule free;
  free.charge = Charge::none;
  catalog->policy.set(MovementKind::upgrade, {free});
  const Audit found = audit(*catalog);
  REQUIRE_FALSE(found.pumps.empty());
  CHECK(found.pumps.front().kind == PumpKind::more_back_than_paid);
  CHECK(found.pumps.front().amount == Money::of_minor(1500));
  REQUIRE(found.pumps.front().direct);
  CHECK(found.pumps.front().direct->cost == Money::of_minor(2500));
}

TEST_CASE("what somebody gets as cheaply by one request is no pump", "[audit]") {
  const auto catalog = catalog_with(two_plans(one_seat, R"("upgrade": {"when": "now", "charge": "none"}, "downgrade": null, "cancel": {"when": "period_end"})"));
  CHECK(audit(*catalog).pumps.empty());
}

// A new period each time: credits again, but what was paid is lost each time.
TEST_CASE("credits that are paid for once more are no pump", "[audit]") {
  constexpr std::string_view forfeits = R"("upgrade": {"when": "now", "cycle": "restart", "unused": "forfeit", "charge": "full"},
                                           "downgrade": {"when": "now", "cycle": "restart", "unused": "forfeit", "charge": "full"})";
  CHECK(audit(*catalog_with(two_plans(with_credits, forfeits))).pumps.empty());
}
