// Changes that keep the running period. On 16 November 15 of 30 days remain; 3 seats of Basic are 30.00, of Team 65.00.
#include "core/settlement/keep.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string rules(std::string_view text) { return R"({"policy":{"rules":)" + std::string(text) + "}}"; }

TEST_CASE("an upgrade gives back what is unused and charges the rest of the new plan", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"change":{"plan":"team"}})");
  CHECK(answer.lines() == "unused -15.00; charge 32.50");
  CHECK(answer["/pay_today/total"] == "17.50");
  CHECK(answer["/pay_today/charged"] == "17.50");
  CHECK(answer["/after/paid"] == "65.00");
  CHECK(answer["/terms_now/period/end"] == "2026-12-01");
  CHECK(answer["/pay_today/lines/0/proration"] == R"({"remaining":15,"of":30,"unit":"day","base":"30.00"})");
  CHECK(answer["/pay_today/lines/0/plan"] == "basic");
  CHECK(answer["/pay_today/lines/1/plan"] == "team");
}

TEST_CASE("movements are settled one by one, each from the terms that the one before left", "[settlement][keep]") {
  // Basic 3 → Team 3 → Team 5 (95.00), and two of the add-on (18.00).
  const test::Answer answer = ask(R"({"change":{"plan":"team","seats":5,"addons":[{"id":"pi","seats":2}]}})");
  CHECK(answer.lines() == "unused -15.00; charge 32.50; unused -32.50; charge 47.50; charge 9.00");
  CHECK(answer["/pay_today/lines/2/seats"] == "3");
  CHECK(answer["/pay_today/lines/3/seats"] == "5");
  CHECK(answer["/pay_today/lines/4/addon"] == "pi");
  CHECK(answer["/pay_today/lines/4/plan"] == "absent");
  CHECK(answer["/after/paid"] == "113.00");
  CHECK(answer["/next_payment/due"] == "113.00");
}

TEST_CASE("one line of the difference is rounded once", "[settlement][keep]") {
  // 11 of 30 days: 30.00 × 11/30 = 11.00, 65.00 × 11/30 = 23.8333; net 35.00 × 11/30 = 12.8333.
  const std::string_view at = R"({"at":"2026-11-20","change":{"plan":"team"}})";
  CHECK(ask(at).lines() == "unused -11.00; charge 23.83");
  const test::Answer net = ask(at, rules(R"({"upgrade":{"lines":"net"}})"));
  CHECK(net.lines() == "net 12.83");
  CHECK(net["/pay_today/lines/0/proration/base"] == "35.00");
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"plan":"basic"}})", rules(R"({"downgrade":{"lines":"net"}})")).lines() ==
        "net -17.50");
}

TEST_CASE("what is over goes to the balance, or is paid back", "[settlement][keep]") {
  const std::string_view down = R"({"subscription":{"plan":"team"},"change":{"plan":"basic"}})";
  const test::Answer credit = ask(down);
  CHECK(credit.lines() == "unused -32.50; charge 15.00");
  CHECK(credit["/pay_today/to_balance"] == "17.50");
  CHECK(credit["/pay_today/charged"] == "0.00");
  CHECK(credit["/balance/after"] == "17.50");
  const test::Answer refund = ask(down, rules(R"({"downgrade":{"unused":"refund"}})"));
  CHECK(refund.lines() == "refund unused -32.50; refund charge 15.00");
  CHECK(refund["/pay_today/refunded"] == "17.50");
  CHECK(refund["/balance/after"] == "0.00");
}

TEST_CASE("a refund is one only if all movements that made lines say so, and the sum is below nothing", "[settlement][keep]") {
  const std::string refunds = rules(R"({"downgrade":{"unused":"refund"},"upgrade":{"unused":"refund"}})");
  CHECK(ask(R"({"change":{"plan":"team"}})", refunds).lines() == "unused -15.00; charge 32.50");
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"plan":"basic","seats":4}})", refunds).lines() ==
        "unused -32.50; charge 15.00; unused -15.00; charge 20.00");
  // A movement that makes no lines has no say. Its seat is worth something all the same: 32.50 − 40.00 × 15/30 = 12.50.
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"plan":"basic","seats":4}})",
            rules(R"({"downgrade":{"unused":"refund"},"add_seats":{"charge":"none"},"remove_seats":null})"))
            .lines() == "refund unused -32.50; refund charge 15.00; refund cap 5.00");
}

TEST_CASE("charge none makes no line, and is worth nothing as paid", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"change":{"seats":5}})", rules(R"({"add_seats":{"charge":"none"},"remove_seats":null})"));
  CHECK(answer.lines() == "");
  CHECK(answer["/after/paid"] == "30.00");
  CHECK(answer["/next_payment/due"] == "50.00");
}

TEST_CASE("what is worth as paid never falls below nothing", "[settlement][keep]") {
  // 5.00 were paid for what costs 30.00; one seat costs 20.00 less, and 5.00 − 20.00 would be −15.00. On the last day
  // nothing is left to share, so no line is made and no cap needed.
  const test::Answer answer = ask(R"({"at":"2026-11-30","subscription":{"paid":"5.00"},"change":{"seats":1}})",
                                  R"({"policy":{"proration":{"change_day":"used"},"rules":{"longer_cycle":{"when":"period_end"}}}})");
  CHECK(answer.lines() == "");
  CHECK(answer["/after/paid"] == "0.00");
  CHECK(answer["/next_payment/due"] == "10.00");
}

TEST_CASE("on the last day with the day of the change used nothing is left to share", "[settlement][keep]") {
  const std::string_view used = R"({"policy":{"proration":{"change_day":"used"},"rules":{"longer_cycle":{"when":"period_end"}}}})";
  CHECK(ask(R"({"at":"2026-11-30","change":{"plan":"team"}})", used).lines() == "");
  CHECK(ask(R"({"at":"2026-11-29","change":{"plan":"team"}})", used).lines() == "unused -1.00; charge 2.17");
}

TEST_CASE("discounts on everything apply to the lines of a change", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"subscription":{"discounts":["charity","loyal"]},"change":{"plan":"team"}})");
  CHECK(answer.lines() == "unused -15.00; charge 32.50; discount -2.19");  // 17.50 × 12.5 % = 2.1875
  CHECK(answer["/pay_today/lines/2/discount_id"] == "charity");
  CHECK(answer["/pay_today/discount"] == "-2.19");
  CHECK(answer["/pay_today/total"] == "15.31");
  // 30.00 less 10 % and 12.5 % was 23.25; D(65) − D(30) = 56.875 − 26.25, each rounded: 56.87 − 26.25 = 30.62.
  CHECK(answer["/after/paid"] == "53.87");
}

TEST_CASE("beside a change of discounts the old apply to what is unused, the new to what is charged", "[settlement][keep]") {
  const std::string_view two = R"({"discounts":[{"id":"half","on":"everything","percent":"50"},{"id":"tenth","on":"everything","percent":"10"},{"id":"most","on":"everything","percent":"90"},{"id":"tiny","on":"everything","percent":"0.1"},{"id":"later","on":"recurring","percent":"5"}]})";
  const auto lines = [&](std::string_view before, std::string_view after) {
    return ask(R"({"subscription":{"discounts":)" + std::string(before) + R"(},"change":{"plan":"team","discounts":)" +
                   std::string(after) + "}}", two).lines();
  };
  CHECK(lines(R"(["half"])", R"(["tenth"])") == "unused -15.00; charge 32.50; discount 7.50; discount -3.25");
  CHECK(lines(R"(["half","later"])", R"(["tenth"])") == "unused -15.00; charge 32.50; discount 7.50; discount -3.25");
  CHECK(lines("[]", R"(["tenth"])") == "unused -15.00; charge 32.50; discount -3.25");
  CHECK(lines(R"(["half"])", "[]") == "unused -15.00; charge 32.50; discount 7.50");
  CHECK(lines(R"(["tenth"])", R"(["tenth"])") == "unused -15.00; charge 32.50; discount -1.75");
  // One that is on both lists takes its share of both together: 50 % of 17.50.
  CHECK(lines(R"(["tenth","half"])", R"(["half"])") == "unused -15.00; charge 32.50; discount 1.50; discount -8.75");
  // And so is rounded once: 0.1 % of 17.50 is 0.0175. Of 15.00 and of 32.50 it would be 0.02 and 0.03.
  CHECK(lines(R"(["tiny","later"])", R"(["tiny"])") == "unused -15.00; charge 32.50; discount -0.02");
  // 90 % and 50 % were worth all of what was unused, 13.50 and 1.50: nothing comes back, and half of 32.50 is charged.
  CHECK(lines(R"(["most","half"])", R"(["half"])") == "unused -15.00; charge 32.50; discount 13.50; discount -14.75");
  // On both lists 50 % find only a tenth left, 1.50 and 3.25; the 90 % before them are whole: of 17.50.
  CHECK(lines(R"(["most","half"])", R"(["most","half","later"])") == "unused -15.00; charge 32.50; discount -15.75; discount -1.75");
}

TEST_CASE("lines that fall due with the next payment wait as pending, with their discounts", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"subscription":{"discounts":["charity"],"pending":[{"label":"Owed","amount":"1.00"}]},"change":{"plan":"team"}})",
                                  rules(R"({"upgrade":{"collect":"next_payment"}})"));
  CHECK(answer.lines() == "");
  CHECK(answer["/pay_today/total"] == "0.00");
  CHECK(answer.lines("/next_payment/lines") ==
        "full 65.00; discount -8.13; pending 1.00; pending -15.00; pending 32.50; pending -2.19");
  CHECK(answer["/next_payment/due"] == "73.18");
  CHECK(answer["/after/pending/3/amount"] == "-2.19");
  CHECK(answer["/next_payment/lines/3/origin/kind"] == "unused");
}

TEST_CASE("if one movement falls due later, all lines of this change do", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"change":{"plan":"team","seats":5}})", rules(R"({"add_seats":{"collect":"next_payment"}})"));
  CHECK(answer.lines() == "");
  CHECK(answer.lines("/next_payment/lines") == "full 95.00; pending -15.00; pending 32.50; pending -32.50; pending 47.50");
  CHECK(ask(R"({"change":{"plan":"team","seats":5}})", rules(R"({"add_seats":{"collect":"next_payment","when":"period_end"}})")).lines() ==
        "unused -15.00; charge 32.50");
}

TEST_CASE("in a trial a change that keeps the period costs nothing", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"subscription":{"trial":true},"change":{"plan":"team"}})");
  CHECK(answer.lines() == "");
  CHECK(answer["/after/trial"] == "true");
  CHECK(answer["/after/paid"] == "0.00");
  CHECK(answer["/next_payment/due"] == "65.00");
}

// Prices rise on 1 January; the period began on 15 January, and 15 of its 31 days remain.
test::Answer grandfathered(std::string_view change, std::string_view rules = "{}") {
  return ask(R"({"at":"2027-01-31","subscription":{"seats":2,"period":{"start":"2027-01-15","end":"2027-02-15"},"prices_of":"2026-06-01"},"change":)" +
                 std::string(change) + "}",
             R"({"policy":{"rules":)" + std::string(rules) + "}}", "preview", "additions-prices");
}

TEST_CASE("held prices hold for more seats, another plan has those of the period", "[settlement][keep]") {
  const test::Answer seats = grandfathered(R"({"seats":3})");
  CHECK(seats.lines() == "unused -9.68; charge 14.52");
  CHECK(seats["/next_payment/due"] == "30.00");
  CHECK(seats["/after/prices_of"] == "2026-06-01");
  const test::Answer plan = grandfathered(R"({"plan":"team"})");
  CHECK(plan.lines() == "unused -9.68; charge 23.23");  // 48.00
  CHECK(plan["/next_payment/due"] == "48.00");
  CHECK(plan["/after/prices_of"] == "absent");
  CHECK(plan["/after/paid"] == "48.00");
  // And so for seats beside it, on both sides.
  CHECK(grandfathered(R"({"plan":"team","seats":3})").lines() == "unused -9.68; charge 23.23; unused -23.23; charge 34.84");
}

TEST_CASE("a new period has the prices of its first day, unless other ones are held", "[settlement][keep]") {
  CHECK(grandfathered(R"({"plan":"team"})", R"({"upgrade":{"cycle":"restart"}})").lines() == "unused -9.68; full 48.00");
  const test::Answer held = grandfathered(R"({"seats":3})", R"({"add_seats":{"cycle":"restart"}})");
  CHECK(held.lines() == "unused -9.68; full 30.00");
  CHECK(held["/after/prices_of"] == "2026-06-01");
}

TEST_CASE("a whole price within a period", "[settlement][keep]") {
  const test::Answer answer = ask(R"({"change":{"plan":"team"}})", rules(R"({"upgrade":{"charge":"full"}})"));
  CHECK(answer.lines() == "unused -15.00; charge 65.00");
  CHECK(answer["/pay_today/lines/1/proration"] == "null");
  CHECK(answer["/after/paid"] == "65.00");
  CHECK(answer["/next_payment/date"] == "2026-12-01");
  // On the first day the whole price is no share either.
  const test::Answer first_day = ask(R"({"at":"2026-11-01","change":{"plan":"team"}})", rules(R"({"upgrade":{"charge":"full"}})"));
  CHECK(first_day.lines() == "unused -30.00; charge 65.00");
  CHECK(first_day["/pay_today/lines/1/proration"] == "null");
  CHECK(ask(R"({"change":{"addons":[]}})", rules(R"({"remove_addon":{"charge":"full"}})")).codes() == "nothing_changes");
}

TEST_CASE("a whole price for the difference; a reduction gives back its share", "[settlement][keep]") {
  const std::string net = rules(R"({"upgrade":{"charge":"full","lines":"net"},"downgrade":{"charge":"full","lines":"net"}})");
  const test::Answer up = ask(R"({"change":{"plan":"team"}})", net);
  CHECK(up.lines() == "net 35.00");
  CHECK(up["/pay_today/lines/0/proration"] == "null");
  const test::Answer down = ask(R"({"subscription":{"plan":"team"},"change":{"plan":"basic"}})", net);
  CHECK(down.lines() == "net -17.50");
  CHECK(down["/pay_today/lines/0/proration/remaining"] == "15");
}

TEST_CASE("in a period longer than its cycle the share is more than a whole price", "[settlement][keep]") {
  // 40 of 30 days to 1 December: 65.00 × 40/30, and 35.00 × 40/30. Else going there and back would earn 10 days.
  const std::string_view extended = R"({"at":"2026-10-22","subscription":{"period":{"start":"2026-10-20"},"extended":true},"change":{"plan":"team"}})";
  CHECK(ask(extended, rules(R"({"upgrade":{"charge":"full"}})")).lines() == "unused -40.00; charge 86.67");
  CHECK(ask(extended, rules(R"({"upgrade":{"charge":"full","lines":"net"}})")).lines() == "net 46.67");
}

TEST_CASE("what is forfeited makes no line, and is stated", "[settlement][keep]") {
  const test::Answer share = ask(R"({"change":{"plan":"team"}})", rules(R"({"upgrade":{"unused":"forfeit"}})"));
  CHECK(share.lines() == "charge 32.50");
  CHECK(share["/forfeited"] == "15.00");
  const test::Answer whole = ask(R"({"change":{"plan":"team","seats":4}})", rules(R"({"upgrade":{"unused":"forfeit","charge":"full"},"add_seats":{"unused":"forfeit"}})"));
  // Basic is forfeited, then Team for three seats; but only 15.00 were paid for the rest of the period.
  CHECK(whole.lines() == "charge 65.00; charge 40.00");
  CHECK(whole["/forfeited"] == "15.00");
  // What is free forfeits nothing.
  CHECK(ask(R"({"change":{"plan":"team"}})", rules(R"({"upgrade":{"unused":"forfeit","charge":"none"},"downgrade":{"when":"period_end"}})"))["/forfeited"] == "0.00");
}

}  // namespace
}  // namespace planshift
