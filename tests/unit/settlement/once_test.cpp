// Basic costs 25.00 once; Team 40.00 and 5.00 a seat; a router 80.00 each. 10 % tax is added.
#include "core/settlement/once.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer change(std::string_view change, std::string_view rules = "{}", std::string_view subscription = R"({"seats":2})") {
  return test::ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":)" + std::string(change) + "}",
                   R"({"tax":null,"policy":{"rules":)" + std::string(rules) + "}}", "preview", "additions-once");
}

TEST_CASE("a move to another plan costs that plan's fee", "[settlement][once]") {
  const test::Answer answer = change(R"({"plan":"team"})");
  CHECK(answer.lines() == "unused -10.00; charge 20.00; once 50.00");
  CHECK(answer["/pay_today/lines/2/plan"] == "team");
  CHECK(answer["/pay_today/lines/2/seats"] == "2");
  CHECK(answer["/pay_today/lines/2/cycle"] == "absent");
  CHECK(answer["/pay_today/lines/2/movement"] == "upgrade");
  CHECK(answer["/pay_today/lines/2/label"] == "Once for team, 2 seats");
  CHECK(answer["/after/paid"] == "40.00");
}

TEST_CASE("more seats cost what their fee is more", "[settlement][once]") {
  CHECK(change(R"({"seats":4})", "{}", R"({"plan":"team","seats":2})").lines() == "unused -20.00; charge 40.00; once 10.00");
  CHECK(change(R"({"seats":4})").lines() == "unused -10.00; charge 20.00");  // Basic's has no part for a seat
  // Seats beside a plan come after it: the plan's fee for two, then for two more.
  CHECK(change(R"({"plan":"team","seats":4})").lines() == "unused -10.00; charge 20.00; unused -20.00; charge 40.00; once 50.00; once 10.00");
}

TEST_CASE("where more seats reach a cheaper step nothing comes back", "[settlement][once]") {
  const std::string_view steps = R"({"mode":"volume","steps":[{"up_to":2,"per_seat":"50.00"},{"up_to":null,"per_seat":"10.00"}]})";
  CHECK(test::ask(R"({"subscription":{"seats":2},"change":{"seats":3}})",
                  R"({"tax":null,"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"10.00"}},"once":{"tiers":)" + std::string(steps) + "}}]}",
                  "preview", "additions-once").lines() == "unused -5.00; charge 5.00");
}

TEST_CASE("an add-on costs its fee without being asked for, and only for what is more", "[settlement][once]") {
  const test::Answer first = change(R"({"addons":[{"id":"router"}]})");
  CHECK(first.lines() == "once 80.00");
  CHECK(first["/pay_today/lines/0/addon"] == "router");
  CHECK(change(R"({"addons":[{"id":"router","seats":3}]})", "{}", R"({"addons":[{"id":"router"}]})").lines() == "once 160.00");
  CHECK(change(R"({"addons":[{"id":"router"}]})", R"({"add_addon":{"once":false}})").lines() == "");
  CHECK(change(R"({"addons":[]})", R"({"remove_addon":{"when":"now"}})", R"({"addons":[{"id":"router"}]})").lines() == "");
}

TEST_CASE("a rule that does not say so charges none", "[settlement][once]") {
  CHECK(change(R"({"plan":"team"})", R"({"upgrade":{"once":false}})").lines() == "unused -10.00; charge 20.00");
}

TEST_CASE("a new period is charged by each movement's own rule, after the discounts", "[settlement][once]") {
  const std::string_view rules = R"({"upgrade":{"cycle":"restart"},"add_seats":{"once":false}})";
  const test::Answer answer = change(R"({"plan":"team","seats":3})", rules, R"({"seats":2,"trial":true,"discounts":["welcome"],"pending":[{"label":"Owed","amount":"1.00"}]})");
  CHECK(answer.lines() == "full 60.00; discount -12.00; once 50.00; pending 1.00");
  CHECK(answer["/after/paid"] == "48.00");
}

TEST_CASE("in a trial movements that keep the period make no lines", "[settlement][once]") {
  CHECK(change(R"({"plan":"team"})", "{}", R"({"seats":2,"trial":true})").lines() == "");
}

TEST_CASE("it is collected with the lines of its movement, and they with it", "[settlement][once]") {
  const test::Answer later = change(R"({"plan":"team"})", R"({"upgrade":{"collect":"next_payment"}})");
  CHECK(later.lines() == "");
  CHECK(later.lines("/next_payment/lines") == "full 40.00; pending -10.00; pending 20.00; pending 50.00");
  CHECK(later["/next_payment/lines/3/origin"] == R"({"kind":"once","plan":"team","seats":2,"proration":null})");
  CHECK(later["/after/pending/2/label"] == "Once for team, 2 seats");
  // A movement that makes no other line.
  const test::Answer alone = change(R"({"plan":"team","addons":[{"id":"router"}]})", R"({"upgrade":{"charge":"none","collect":"next_payment"}})");
  CHECK(alone.lines() == "");
  CHECK(alone.lines("/next_payment/lines") == "full 40.00; full 0.00; pending 50.00; pending 80.00");
}

TEST_CASE("a movement that costs nothing once puts nothing off", "[settlement][once]") {
  // More seats of Basic have no fee; the router's is collected today.
  CHECK(change(R"({"seats":4,"addons":[{"id":"router"}]})", R"({"add_seats":{"charge":"none","collect":"next_payment"}})").lines() == "once 80.00");
}

TEST_CASE("a movement whose only line is its fee counts where all must say refund", "[settlement][once]") {
  // Two seats from Team to Basic give 20.00 back and cost 10.00. Once Basic costs 25.00 and the router 80.00, which costs nothing a month.
  const std::string_view both = R"({"plan":"basic","addons":[{"id":"router","seats":1}]})";
  const std::string_view team = R"({"plan":"team","seats":2})";
  const test::Answer credits = change(both, R"({"downgrade":{"when":"now","cycle":"keep","unused":"refund","charge":"prorated"}})", team);
  CHECK(credits["/pay_today/refunded"] == "0.00");
  CHECK(credits["/pay_today/charged"] == "95.00");
  const test::Answer refunds = change(both, R"({"downgrade":{"when":"now","cycle":"keep","unused":"refund","charge":"prorated"},
                                               "add_addon":{"unused":"refund"}})", team);
  CHECK(refunds["/pay_today/refunded"] == "10.00");
  CHECK(refunds["/pay_today/charged"] == "105.00");
}

TEST_CASE("what comes back is paid back without it", "[settlement][once]") {
  const test::Answer answer = change(R"({"plan":"basic"})", R"({"downgrade":{"when":"now","unused":"refund"}})", R"({"plan":"team","seats":2})");
  CHECK(answer.lines() == "refund unused -20.00; refund charge 10.00; once 25.00");
  CHECK(answer["/pay_today/refunded"] == "10.00");
  CHECK(answer["/pay_today/charged"] == "25.00");
}

TEST_CASE("a movement that waits costs it with the renewal that it leads to", "[settlement][once]") {
  const test::Answer down = change(R"({"plan":"basic"})", "{}", R"({"plan":"team","seats":2})");
  CHECK(down.lines() == "");
  CHECK(down.lines("/next_payment/lines") == "full 20.00; once 25.00");
  CHECK(down["/next_payment/lines/1/movement"] == "downgrade");
  // What waits longer costs it then.
  const test::Answer later = test::ask(R"({"subscription":{"plan":"team","seats":2,"scheduled":{"plan":"basic","seats":1},"scheduled_on":"2027-01-01"},"until":"2027-01-01"})",
                                       R"({"tax":null})", "forecast", "additions-once");
  CHECK(later.payments() == "2026-12-01 40.00; 2027-01-01 35.00");
  // A renewal is judged by the rule itself, and what has no rule costs nothing once.
  CHECK(change(R"({"plan":"basic"})", R"({"downgrade":{"once":false,"in_first":[{"of":"period","length":"P1M","once":true}]}})",
               R"({"plan":"team","seats":2})").lines("/next_payment/lines") == "full 20.00");
  CHECK(test::ask(R"({"subscription":{"plan":"team","seats":2,"scheduled":{"plan":"basic"}},"until":"2026-12-01"})",
                  R"({"tax":null,"policy":{"rules":{"downgrade":null}}})", "forecast", "additions-once").payments() == "2026-12-01 20.00");
}

TEST_CASE("a new subscriber pays it with the first payment", "[settlement][once]") {
  const auto quoted = [](std::string_view terms) {
    return test::ask(R"({"terms":)" + std::string(terms) + R"(,"discounts":["welcome"]})", "{}", "quote", "additions-once");
  };
  const test::Answer answer = quoted(R"({"plan":"team","cycle":"monthly","seats":2,"addons":[{"id":"router","seats":2}]})");
  CHECK(answer.lines("/first_payment/lines") == "full 40.00; full 0.00; discount -8.00; once 50.00; once 160.00; tax 24.20");
  CHECK(answer.lines("/next_payment/lines") == "full 40.00; full 0.00; tax 4.00");
  const auto catalog = test::catalog_with();
  Lines none;
  add_first_once_lines(*catalog, {PlanIndex{0}, CycleIndex{0}, 1, {}}, none);
  CHECK(none.empty());
}

}  // namespace
}  // namespace planshift
