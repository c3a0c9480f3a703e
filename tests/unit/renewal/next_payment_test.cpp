#include "core/renewal/next_payment.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;
using test::printed;

// The next payment of a subscription that nothing is changed of.
std::optional<Payment> next(std::string_view subscription, std::string_view patch = "{}") {
  static std::unique_ptr<Catalog> catalog;
  catalog = test::catalog_with(patch);
  return next_payment(*catalog, test::subscription_to(*catalog, subscription));
}

TEST_CASE("on the period's end a whole period of the terms is due", "[renewal][next_payment]") {
  const auto payment = next(R"({"plan":"team","addons":[{"id":"pi","seats":2}]})");
  REQUIRE(payment);
  CHECK(printed(payment->date) == "2026-12-01");
  CHECK(printed(payment->totals.charged) == "83.00");
  CHECK(payment->lines.size() == 2);
  CHECK(printed(payment->after->period) == "2026-12-01/2027-01-01");
  CHECK(printed(payment->after->paid) == "83.00");
}

TEST_CASE("recurring discounts, pending lines, tax and balance, in this order", "[renewal][next_payment]") {
  const test::Answer answer = ask(R"({"subscription":{"discounts":["loyal","waiver"],"balance":"7.00",
      "pending":[{"label":"Owed","amount":"3.00"}]},"change":{"seats":3,"discounts":["loyal"]}})",
      R"({"tax":{"percent":"10"}})");
  // 30.00 − 3.00 + 3.00 = 30.00, tax 3.00, less the balance.
  CHECK(answer.lines("/next_payment/lines") == "full 30.00; discount -3.00; pending 3.00; tax 3.00");
  CHECK(answer["/next_payment/total"] == "33.00");
  CHECK(answer["/next_payment/from_balance"] == "7.00");
  CHECK(answer["/next_payment/due"] == "26.00");
}

TEST_CASE("a first payment after a trial has the first payment's discounts, and only that one", "[renewal][next_payment]") {
  const auto payment = next(R"({"trial":true,"discounts":["waiver"]})");
  CHECK(printed(payment->totals.charged) == "24.00");
  CHECK(!payment->after->trial);
  CHECK(printed(payment->after->paid) == "24.00");
  CHECK(printed(next(R"({"discounts":["waiver"]})")->totals.charged) == "30.00");
}

TEST_CASE("a credit larger than the payment goes to the balance", "[renewal][next_payment]") {
  const auto payment = next(R"({"pending":[{"label":"Credit","amount":"-50.00"}],"balance":"1.00"})");
  CHECK(printed(payment->totals.charged) == "0.00");
  CHECK(printed(payment->totals.to_balance) == "20.00");
  CHECK(printed(payment->after->balance) == "21.00");
  CHECK(payment->after->pending.empty());
}

TEST_CASE("what is scheduled has happened by then", "[renewal][next_payment]") {
  const auto payment = next(R"({"scheduled":{"plan":"team","cycle":"yearly"}})");
  CHECK(printed(payment->totals.charged) == "650.00");
  CHECK(printed(payment->after->period) == "2026-12-01/2027-12-01");
  CHECK(payment->after->scheduled.empty());
}

TEST_CASE("a waiting change onto a cycle with fixed dates begins in part", "[renewal][next_payment]") {
  // From 1 December to 1 April: 121 of 365 days of 300.00, and of the 5.00 off.
  const auto payment = next(R"({"scheduled":{"cycle":"yearly"},"discounts":["five-off"]})",
      R"({"cycles":[{"id":"monthly","length":"P1M"},{"id":"yearly","length":"P1Y","starts_on":{"month":4,"day":1}}]})");
  REQUIRE(payment->lines.size() == 2);
  CHECK(printed(payment->lines[0].amount) == "99.45");
  CHECK(printed(payment->lines[1].amount) == "-1.66");
  CHECK(printed(payment->after->paid) == "295.00");
}

TEST_CASE("none once a cancellation has taken effect, or of what is pending alone", "[renewal][next_payment]") {
  CHECK(!next(R"({"cancels_on":"2026-12-01"})"));
  const auto last = next(R"({"cancels_on":"2026-12-01","pending":[{"label":"Owed","amount":"3.00"}]})", R"({"tax":{"percent":"10"}})");
  REQUIRE(last);
  CHECK(printed(last->totals.charged) == "3.30");
  CHECK(!last->after);
  CHECK(next(R"({"cancels_on":"2027-01-01"})")->after->cancels_on == test::day("2027-01-01"));
}

TEST_CASE("what is scheduled for later happens at the first renewal on or after its date", "[renewal][next_payment]") {
  const auto early = next(R"({"scheduled":{"seats":1},"scheduled_on":"2026-12-02"})");
  CHECK(printed(early->totals.charged) == "30.00");
  CHECK(early->after->scheduled.seats == 1);
  CHECK(printed(*early->after->scheduled_on) == "2026-12-02");
  const auto due = next(R"({"scheduled":{"seats":1},"scheduled_on":"2026-12-01"})");
  CHECK(printed(due->totals.charged) == "10.00");
  const test::Answer answer = ask(R"({"subscription":{"scheduled":{"seats":1},"scheduled_on":"2026-12-15"},"until":"2027-02-01"})", "{}", "forecast");
  CHECK(answer.payments() == "2026-12-01 30.00; 2027-01-01 10.00; 2027-02-01 10.00");
}

TEST_CASE("a commitment goes on, is renewed or ends at a renewal", "[renewal][next_payment]") {
  const auto after = [](std::string_view subscription) {
    const auto payment = next(subscription, R"({"cycles":[{"id":"monthly","length":"P1M","commitment":{"length":"P1Y","renews":true}},
        {"id":"yearly","length":"P1Y","commitment":{"length":"P2Y"}}]})");
    const auto until = payment->after->committed_until;
    return until ? printed(*until) : "none";
  };
  CHECK(after("{}") == "none");
  CHECK(after(R"({"committed_until":"2027-07-01"})") == "2027-07-01");
  CHECK(after(R"({"committed_until":"2026-12-01"})") == "2027-12-01");
  CHECK(after(R"({"committed_until":"2027-07-01","scheduled":{"cycle":"yearly"}})") == "2028-12-01");
  CHECK(after(R"({"cycle":"yearly","period":{"start":"2025-12-01"},"committed_until":"2026-12-01"})") == "none");
}

TEST_CASE("what is left of a balance when a cancelled subscription ends", "[renewal][next_payment]") {
  const auto left = [](std::string_view more, std::string_view patch = "{}") {
    const auto catalog = test::catalog_with(patch);
    return printed(balance_at_the_end(*catalog, test::subscription_to(*catalog, more)));
  };
  CHECK(left(R"({"cancels_on":"2026-12-01"})") == "0.00");
  CHECK(left(R"({"cancels_on":"2026-12-01","balance":"80.00"})") == "80.00");
  CHECK(left(R"({"cancels_on":"2027-01-01","balance":"80.00"})") == "50.00");
  CHECK(left(R"({"cancels_on":"2027-02-01","balance":"80.00"})") == "20.00");
  CHECK(left(R"({"cancels_on":"2027-03-01","balance":"80.00"})") == "0.00");
  CHECK(left(R"({"cancels_on":"2026-12-01","pending":[{"label":"Credit","amount":"-7.00"}]})") == "7.00");
  // A subscriber who pays nothing keeps the balance, for any number of periods.
  CHECK(left(R"({"cancels_on":"9999-01-01","balance":"80.00","period":{"start":"2026-11-30"}})",
             R"({"cycles":[{"id":"monthly","length":"P1D"},{"id":"yearly","length":"P1Y"}],
                 "plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"0"}}}],"addons":null})") == "80.00");
}

TEST_CASE("a renewal has the prices of its day", "[renewal][next_payment]") {
  const auto due = [](std::string_view more, std::string_view until) {
    return ask(R"({"subscription":{"seats":2,"period":{"start":"2026-11-15","end":"2026-12-15"})" + std::string(more) + R"(},"until":")" +
                   std::string(until) + "\"}", "{}", "forecast", "additions-prices").payments();
  };
  CHECK(due("", "2027-01-15") == "2026-12-15 20.00; 2027-01-15 24.00");
  CHECK(due(R"(,"prices_of":"2026-01-01")", "2027-01-15") == "2026-12-15 20.00; 2027-01-15 20.00");
  CHECK(due(R"(,"prices_of":"2026-01-01","scheduled":{"plan":"team"},"scheduled_on":"2027-01-15")", "2027-02-15") ==
        "2026-12-15 20.00; 2027-01-15 48.00; 2027-02-15 48.00");
}

TEST_CASE("a renewal takes the discounts that have not ended", "[renewal][next_payment]") {
  CHECK(ask(R"({"subscription":{"seats":2,"discounts":[{"id":"intro","until":"2027-01-15"}]},"until":"2027-03-01"})", "{}", "forecast",
            "additions-intro").payments() == "2026-12-01 10.00; 2027-01-01 10.00; 2027-02-01 20.00; 2027-03-01 20.00");
}

}  // namespace
}  // namespace planshift
