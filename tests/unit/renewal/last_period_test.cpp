// Two seats of Basic cost 20.00 a month.
#include "core/renewal/last_period.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer forecast(std::string_view ends, std::string_view catalog = "{}", std::string_view more = "") {
  return test::ask(R"({"subscription":{"seats":2,"cancels_on":")" + std::string(ends) + "\"" + std::string(more) + R"(},"until":"2027-12-01"})",
                   catalog, "forecast", "additions-last");
}

TEST_CASE("the last period ends with the subscription, and costs its share", "[renewal][last_period]") {
  const test::Answer answer = forecast("2027-01-11");
  CHECK(answer.payments() == "2026-12-01 20.00; 2027-01-01 6.45");  // 10 of 31 days
  CHECK(answer["/payments/1/lines/0/kind"] == "charge");
  CHECK(answer["/payments/1/lines/0/proration"] == R"({"remaining":10,"of":31,"unit":"day","base":"20.00"})");
  CHECK(answer["/ends"] == "2027-01-11");
}

TEST_CASE("a period that ends with it, or before it, is whole", "[renewal][last_period]") {
  CHECK(forecast("2027-01-01").payments() == "2026-12-01 20.00");
  CHECK(forecast("2027-02-01").payments() == "2026-12-01 20.00; 2027-01-01 20.00");
  CHECK(forecast("2026-12-01").payments() == "");
  CHECK(forecast("2026-12-02").payments() == "2026-12-01 0.65");  // 1 of 31 days: 0.645
}

TEST_CASE("unless the policy says so the last period is whole, and ends inside of it", "[renewal][last_period]") {
  const test::Answer answer = forecast("2027-01-11", R"({"policy":{"proration":{"last_period":"full"}}})");
  CHECK(answer.payments() == "2026-12-01 20.00; 2027-01-01 20.00");
  CHECK(answer["/ends"] == "2027-01-11");
  CHECK(forecast("2027-01-11", R"({"policy":{"proration":{"last_period":null}}})").payments() == "2026-12-01 20.00; 2027-01-01 20.00");
}

TEST_CASE("amounts off count in the same share", "[renewal][last_period]") {
  CHECK(forecast("2027-01-11", R"({"discounts":[{"id":"five","on":"recurring","amount":"5.00"}]})", R"(,"discounts":["five"])").payments() ==
        "2026-12-01 15.00; 2027-01-01 4.84");  // 6.45 − 1.61
}

TEST_CASE("a quote may say when it ends", "[renewal][last_period]") {
  const auto quoted = [](std::string_view more, std::string_view patch = "{}", std::string_view at = "2026-11-16") {
    return test::ask(R"({"at":")" + std::string(at) + R"(","terms":{"plan":"basic","cycle":"monthly","seats":2})" + std::string(more) + "}", patch, "quote", "additions-last");
  };
  const test::Answer within = quoted(R"(,"ends_on":"2026-11-26")");
  CHECK(within.lines("/first_payment/lines") == "charge 6.67");  // 10 of 30 days
  CHECK(within["/period/end"] == "2026-11-26");
  CHECK(within["/next_payment"] == "null");
  CHECK(quoted("").lines("/first_payment/lines") == "full 20.00");  // it does not say
  const test::Answer later = quoted(R"(,"ends_on":"2026-12-26")");
  CHECK(later["/first_payment/total"] == "20.00");
  CHECK(later["/next_payment/due"] == "6.45");
  CHECK(quoted(R"(,"ends_on":"2026-12-16")")["/next_payment"] == "null");
  CHECK(quoted(R"(,"ends_on":"2026-11-16")").faults() == "ends_on.order@/ends_on");
  CHECK(quoted(R"(,"ends_on":"2026-11-26")", R"({"policy":{"proration":{"last_period":"full"}}})").lines("/first_payment/lines") == "full 20.00");
  // A short first period, cut once more: 5 of the 30 days of the cycle that would end on 1 December.
  CHECK(quoted(R"(,"first_period_end":"2026-12-01","ends_on":"2026-11-21")").lines("/first_payment/lines") == "charge 3.33");
  // Of the cycle that begins with the period: 1 of the 30 days from 31 May to 30 June, not of the 31 up to 29 June.
  const std::string_view fixed = R"({"cycles":[{"id":"monthly","length":"P1M","starts_on":{"day":29}},{"id":"yearly","length":"P1Y"}]})";
  CHECK(quoted(R"(,"ends_on":"2027-06-01")", fixed, "2027-05-31")["/first_payment/lines/0/proration"] ==
        R"({"remaining":1,"of":30,"unit":"day","base":"20.00"})");
}

TEST_CASE("a subscription that is resumed within its last period has a new anchor", "[renewal][last_period]") {
  const auto catalog = test::catalog_with("{}", "additions-last");
  const BegunPeriod begun{{test::day("2027-01-01"), test::day("2027-02-01")}, 1, std::nullopt};
  const BegunPeriod cut = cut_short(*catalog, CycleIndex{0}, begun, test::day("2027-01-11"));
  CHECK(test::printed(cut.period) == "2027-01-01/2027-01-11");
  CHECK(cut.anchor_day == 11);
  CHECK(cut_short(*catalog, CycleIndex{0}, begun, test::day("2027-01-01")).anchor_day == 1);
}

}  // namespace
}  // namespace planshift
