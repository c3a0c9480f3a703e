// Basic costs 20.00 for two seats, Team 40.00; on 16 November 15 of 30 days remain. `off` takes 5.00 off everything.
#include "core/settlement/keep_discounts.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer upgrade(std::string_view held, std::string_view named = "", std::string_view catalog = "{}") {
  return test::ask(R"({"subscription":{"seats":2,"discounts":)" + std::string(held) + R"(},"change":{"plan":"team")" + std::string(named) + "}}",
                   catalog, "preview", "additions-intro");
}

// Basic costs 3.00 whatever the seats; a tenth is off as well.
constexpr std::string_view cheap = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"3.00"}}},
    {"id":"team","rank":2,"prices":{"monthly":{"flat":"20.00"}}}],
    "discounts":[{"id":"off","on":"everything","amount":"5.00","lasts":"P6M"},{"id":"tenth","on":"everything","percent":"10"}]})";

TEST_CASE("an amount that whole terms have before and after is nothing off the change", "[settlement][keep_discounts]") {
  const test::Answer answer = upgrade(R"(["off"])");
  CHECK(answer.lines() == "unused -10.00; charge 20.00");
  CHECK(answer["/after/paid"] == "35.00");
}

TEST_CASE("what it takes off whole terms more, it takes off the change in its share", "[settlement][keep_discounts]") {
  // 3.00 off 3.00, then 5.00 off 20.00: 2.00 more, and half the period remains.
  const test::Answer answer = upgrade(R"(["off"])", "", cheap);
  CHECK(answer.lines() == "unused -1.50; charge 10.00; discount -1.00");
  CHECK(answer["/pay_today/lines/2/discount_id"] == "off");
  CHECK(answer["/pay_today/lines/2/proration"] == "null");
  CHECK(answer["/pay_today/lines/2/movement"] == "absent");
  CHECK(answer["/after/paid"] == "15.00");
}

TEST_CASE("a list without it takes nothing", "[settlement][keep_discounts]") {
  const test::Answer gained = upgrade("[]", R"(,"discounts":["off"])");
  CHECK(gained.lines() == "unused -10.00; charge 20.00; discount -2.50");
  CHECK(gained["/after/paid"] == "35.00");
  CHECK(gained["/after/discounts"] == R"([{"id":"off","until":"2027-05-16"}])");
  const test::Answer lost = upgrade(R"(["off"])", R"(,"discounts":[])");
  CHECK(lost.lines() == "unused -10.00; charge 20.00; discount 2.50");
  CHECK(lost["/after/paid"] == "40.00");
}

TEST_CASE("amounts and percentages stand in the list's order", "[settlement][keep_discounts]") {
  // 10 % of 8.50 are off the lines. Off whole terms: 3.00 by the amount first; then a tenth, which the amount lets be.
  CHECK(upgrade(R"(["off","tenth"])", "", cheap).lines() == "unused -1.50; charge 10.00; discount -1.00; discount -0.85");
  // A tenth first leaves 2.70 of 3.00 to the amount: 2.30 more.
  CHECK(upgrade(R"(["tenth","off"])", "", cheap).lines() == "unused -1.50; charge 10.00; discount -0.85; discount -1.15");
  CHECK(upgrade(R"(["tenth"])", R"(,"discounts":["off","tenth"])", cheap).lines() ==
        "unused -1.50; charge 10.00; discount -0.85; discount -2.50");
}

TEST_CASE("without a movement that charges there is nothing to take off", "[settlement][keep_discounts]") {
  const test::Answer alone = test::ask(R"({"change":{"discounts":["off"]}})", "{}", "preview", "additions-intro");
  CHECK(alone.lines() == "");
  CHECK(alone["/after/paid"] == "30.00");
  CHECK(alone["/next_payment/due"] == "25.00");
  CHECK(upgrade("[]", R"(,"discounts":["off"])", R"({"policy":{"rules":{"upgrade":{"charge":"none"}}}})").lines() == "");
}

TEST_CASE("only movements that charge count in whole terms", "[settlement][keep_discounts]") {
  // More seats are free until the next payment: 3.00 before, and 20.00 after the upgrade.
  CHECK(test::ask(R"({"subscription":{"seats":1,"discounts":["off"]},"change":{"plan":"team","seats":9}})",
                  R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"3.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"per_seat":"4.00"}}}],
                      "policy":{"rules":{"add_seats":{"charge":"none"}}}})", "preview", "additions-intro").lines() ==
        "unused -1.50; charge 2.00; discount -0.50");
}

TEST_CASE("an amount that is smaller than before is charged, down to what was paid", "[settlement][keep_discounts]") {
  // From 20.00, less 5.00, to 3.00, less 3.00.
  const test::Answer answer = test::ask(R"({"subscription":{"plan":"team","seats":2,"discounts":["off"]},"change":{"plan":"basic"}})",
      R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"3.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"flat":"20.00"}}}],
          "policy":{"rules":{"downgrade":{"when":"now"}}}})", "preview", "additions-intro");
  CHECK(answer.lines() == "unused -10.00; charge 1.50; discount 1.00");
  CHECK(answer["/pay_today/to_balance"] == "7.50");  // half of the 15.00 that were paid
  CHECK(answer["/after/paid"] == "0.00");
}

}  // namespace
}  // namespace planshift
