#include "core/question/forecast.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer forecast(std::string_view request, std::string_view patch = "{}") { return test::ask(request, patch, "forecast"); }

TEST_CASE("every payment until a day, that day among them", "[question][forecast]") {
  const test::Answer answer = forecast(R"({"until":"2027-02-01"})");
  CHECK(answer.payments() == "2026-12-01 30.00; 2027-01-01 30.00; 2027-02-01 30.00");
  CHECK(answer["/total"] == "90.00");
  CHECK(answer["/ends"] == "null");
  CHECK(forecast(R"({"until":"2027-01-31"})")["/total"] == "60.00");
  CHECK(forecast(R"({"until":"2026-11-01"})")["/payments"] == "[]");
}

TEST_CASE("events apply one after the other; a renewal on an event's day comes first", "[question][forecast]") {
  const test::Answer answer = forecast(R"({"until":"2027-01-01","events":[{"at":"2026-11-16","change":{"plan":"team"}},
      {"at":"2026-12-01","change":{"seats":4}}]})");
  // 17.50 on 16 November; 65.00; a whole period of one seat more at 15.00; 80.00.
  CHECK(answer.payments() == "2026-11-16 17.50; 2026-12-01 65.00; 2026-12-01 15.00; 2027-01-01 80.00");
  CHECK(answer["/total"] == "177.50");
  CHECK(answer["/payments/1/terms/plan"] == "team");
  CHECK(answer["/payments/1/due"] == "65.00");
  CHECK(answer["/payments/0/charged"] == "17.50");
}

TEST_CASE("a change without lines is no payment, and refunds count against the total", "[question][forecast]") {
  const test::Answer answer = forecast(R"({"until":"2026-12-31","events":[{"at":"2026-11-16","change":{"seats":2}}]})",
      R"({"policy":{"rules":{"remove_seats":{"unused":"refund"}}}})");
  CHECK(answer.payments() == "2026-11-16 0.00; 2026-12-01 20.00");
  CHECK(answer["/payments/0/refunded"] == "5.00");
  CHECK(answer["/total"] == "15.00");
  CHECK(forecast(R"({"until":"2026-12-31","events":[{"at":"2026-11-16","change":{"seats":2}}]})",
                 R"({"policy":{"rules":{"remove_seats":{"when":"period_end"}}}})")
            .payments() == "2026-12-01 20.00");
}

TEST_CASE("events that are refused are reported, and change nothing", "[question][forecast]") {
  const test::Answer answer = forecast(R"({"until":"2026-12-31","events":[{"at":"2026-11-16","change":{"seats":3}},{"at":"2026-11-17","change":{"seats":4}}]})");
  CHECK(answer["/refused/0/event"] == "0");
  CHECK(answer.codes("/refused/0/reasons") == "nothing_changes");
  CHECK(answer["/refused/1"] == "absent");
}

TEST_CASE("a cancellation ends the subscription, with what is pending as its last payment", "[question][forecast]") {
  const test::Answer plain = forecast(R"({"until":"2027-03-01","events":[{"at":"2026-11-16","change":{"cancel":true}},{"at":"2027-01-05","change":{"seats":4}}]})");
  CHECK(plain["/payments"] == "[]");
  CHECK(plain["/ends"] == "2026-12-01");
  CHECK(plain.codes("/refused/0/reasons") == "ended");
  const test::Answer pending = forecast(R"({"until":"2027-03-01","subscription":{"cancels_on":"2026-12-01","pending":[{"label":"Owed","amount":"2.00"}]}})");
  CHECK(pending.payments() == "2026-12-01 2.00");
  CHECK(pending["/payments/0/terms"] == "null");
  CHECK(pending["/ends"] == "2026-12-01");
  CHECK(forecast(R"({"until":"2026-11-20","subscription":{"cancels_on":"2026-12-01"}})")["/ends"] == "2026-12-01");
  const test::Answer now = forecast(R"({"until":"2027-03-01","events":[{"at":"2026-11-16","change":{"cancel":true}}]})",
                                    R"({"policy":{"rules":{"cancel":{"when":"now","unused":"refund"}}}})");
  CHECK(now["/ends"] == "2026-11-16");
  CHECK(now["/total"] == "-15.00");
  CHECK(now["/payments/0/terms"] == "null");
}

TEST_CASE("a missed notice pays one more period", "[question][forecast]") {
  const test::Answer answer = forecast(R"({"until":"2027-06-01","events":[{"at":"2026-11-16","change":{"cancel":true}}]})",
                                       R"({"policy":{"rules":{"cancel":{"notice":"P20D"}}}})");
  CHECK(answer.payments() == "2026-12-01 30.00");
  CHECK(answer["/ends"] == "2027-01-01");
}

TEST_CASE("ends at the month's end come back", "[question][forecast]") {
  CHECK(forecast(R"({"until":"2027-05-31","subscription":{"period":{"start":"2026-12-31","end":"2027-01-31"}}})").payments() ==
        "2027-01-31 30.00; 2027-02-28 30.00; 2027-03-31 30.00; 2027-04-30 30.00; 2027-05-31 30.00");
}

TEST_CASE("events and the last day stand in order", "[question][forecast]") {
  CHECK(forecast(R"({"until":"2026-12-31","events":[{"at":"2026-11-17","change":{"seats":4}},{"at":"2026-11-16","change":{"seats":5}}]})").faults() ==
        "events.unsorted@/events/1");
  CHECK(forecast(R"({"until":"2026-12-31","events":[{"at":"2027-01-01","change":{"seats":4}}]})").faults() == "events.after_until@/events/0");
  CHECK(forecast(R"({"until":"2026-12-31","events":[{"at":"2026-10-31","change":{"seats":4}}]})").faults() == "events.before_period@/events/0");
  CHECK(forecast(R"({"until":"2026-10-31"})")["/payments"] == "[]");
  CHECK(forecast(R"({"until":"2026-12-31","events":[{"at":"2026-11-16","change":{"seats":4}},{"at":"2026-11-16","change":{"seats":5}}]})").faults() ==
        "absent");
}

TEST_CASE("a forecast of too many payments, and figures past their range", "[question][forecast]") {
  const std::string_view daily = R"({"cycles":[{"id":"monthly","length":"P1D"},{"id":"yearly","length":"P1Y"}]})";
  const std::string_view first_day = R"("subscription":{"period":{"start":"2026-11-01","end":"2026-11-02"}})";
  const auto until = [&](std::string_view day) {
    return forecast("{" + std::string(first_day) + R"(,"until":")" + std::string(day) + R"("})", daily).faults();
  };
  // 10,000 renewals from 2 November 2026 on: the last on 19 March 2054.
  CHECK(until("2054-03-19") == "absent");
  CHECK(until("2054-03-20") == "until.too_late@/until");
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"50000000000000000.00"},"yearly":{"flat":"90000000000000000.00"}}}],"addons":null})";
  CHECK(forecast(R"({"until":"2027-01-01"})", dear).faults() == "amount.range@");
  CHECK(forecast(R"({"until":"2026-12-01","subscription":{"pending":[{"label":"Owed","amount":"90000000000000000.00"}]}})", dear).faults() ==
        "amount.range@");
  CHECK(forecast(R"({"until":"2026-12-01","subscription":{"balance":"92233720368547758.07","plan":"team"},
      "events":[{"at":"2026-11-16","change":{"plan":"basic"}},{"at":"2026-11-17","change":{"plan":"team"}}]})").faults() ==
        "amount.range@/events/0");
}

TEST_CASE("an event before the period is an error also where no document was read", "[question][forecast]") {
  const auto catalog = test::catalog_with();
  const auto none = [](const auto&) { return false; };
  const Forecast answer = forecast(*catalog, test::subscription_to(*catalog), {{{test::day("2026-10-31"), std::nullopt, {}}}, test::day("2026-12-31")}, {none, none});
  REQUIRE(answer.fault);
  CHECK(answer.fault->code == FaultCode::event_before_period);
  CHECK(answer.fault->event == 0);
}

TEST_CASE("where no more is taken, no more is worked out", "[question][forecast]") {
  const auto catalog = test::catalog_with();
  const Subscription subscription = test::subscription_to(*catalog);
  int payments = 0, refused = 0;
  const ForecastTakers first_only = {[&](const ForecastPayment&) { return ++payments < 1; }, [&](const RefusedEvent&) { return ++refused < 1; }};
  const Asked nothing{test::day("2026-11-16"), std::nullopt, {}};
  const Forecast answer = forecast(*catalog, subscription, {{}, test::day("2027-12-31")}, first_only);
  CHECK(payments == 1);
  CHECK(answer.total == test::usd("30.00"));
  CHECK(!forecast(*catalog, subscription, {{nothing, nothing}, test::day("2027-12-31")}, first_only).fault);
  CHECK(refused == 1);
  CHECK(payments == 1);
}

TEST_CASE("an event before a period that a restart has begun is an error", "[question][forecast]") {
  // Within one forecast time only goes on: the day of the restart itself is still in the new period.
  CHECK(forecast(R"({"until":"2026-12-01","events":[{"at":"2026-11-16","change":{"cycle":"yearly"}},{"at":"2026-11-16","change":{"seats":4}}]})").faults() ==
        "absent");
}

}  // namespace
}  // namespace planshift
