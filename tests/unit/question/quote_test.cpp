#include "core/question/quote.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer quote(std::string_view request, std::string_view patch = "{}") { return test::ask(request, patch, "quote"); }

constexpr std::string_view team = R"("terms":{"plan":"team","cycle":"monthly","seats":3,"addons":[{"id":"pi"}]})";

TEST_CASE("a first payment, the next one, and what other cycles cost", "[question][quote]") {
  const test::Answer answer = quote("{" + std::string(team) + R"(,"discounts":["waiver","loyal"]})");
  CHECK(answer.lines("/first_payment/lines") == "full 65.00; full 9.00; discount -14.80; discount -7.40");
  CHECK(answer["/first_payment/total"] == "51.80");
  CHECK(answer["/period"] == R"({"start":"2026-11-16","end":"2026-12-16"})");
  CHECK(answer["/next_payment/date"] == "2026-12-16");
  CHECK(answer["/next_payment/due"] == "66.60");
  // 74.00 × 365 / 30.436875 = 887.410…; 740.00 × 365 / 365.2425 = 739.508…
  CHECK(answer["/alternatives"] ==
        R"([{"cycle":"monthly","cost_per_365_days":"887.41","saving":"0.00"},{"cycle":"yearly","cost_per_365_days":"739.51","saving":"147.90"}])");
}

TEST_CASE("a cycle that does not sell all of the terms is no alternative", "[question][quote]") {
  const std::string_view no_addon = R"({"addons":[{"id":"pi","prices":{"monthly":{"flat":"9.00"}}}]})";
  CHECK(quote("{" + std::string(team) + "}", no_addon)["/alternatives/1"] == "absent");
  CHECK(quote(R"({"terms":{"plan":"team","cycle":"monthly","seats":3}})", no_addon)["/alternatives/1/cycle"] == "yearly");
  CHECK(quote(R"({"terms":{"plan":"basic","cycle":"monthly","seats":3}})",
              R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"9.00"}}}],"addons":null})")["/alternatives/1"] == "absent");
}

TEST_CASE("a short first period is charged in its share of the cycle that ends there", "[question][quote]") {
  // Until 1 December: 15 of November's 30 days. 74.00 × 15/30 as 32.50 and 4.50.
  const test::Answer answer = quote("{" + std::string(team) + R"(,"first_period_end":"2026-12-01","discounts":["five-off"]})");
  CHECK(answer.lines("/first_payment/lines") == "charge 32.50; charge 4.50; discount -2.50");
  CHECK(answer["/next_payment/date"] == "2026-12-01");
  CHECK(answer["/next_payment/due"] == "69.00");
  // A period of one whole cycle is charged whole.
  CHECK(quote("{" + std::string(team) + R"(,"first_period_end":"2026-12-16"})").lines("/first_payment/lines") == "charge 65.00; charge 9.00");
}

TEST_CASE("a first period ends after it starts, and is no longer than its cycle", "[question][quote]") {
  const auto faults = [](std::string_view end) {
    return quote("{" + std::string(team) + R"(,"first_period_end":")" + std::string(end) + R"("})").faults();
  };
  CHECK(faults("2026-11-16") == "first_period_end.order@/first_period_end");
  CHECK(faults("2026-11-15") == "first_period_end.order@/first_period_end");
  CHECK(faults("2026-11-17") == "absent");
  CHECK(faults("2026-12-16") == "absent");
  CHECK(faults("2026-12-17") == "first_period_end.too_late@/first_period_end");
}

TEST_CASE("on a cycle with fixed dates the first period ends on one", "[question][quote]") {
  // Monthly from the 1st: 15 of November's 30 days.
  const std::string_view fixed = R"({"cycles":[{"id":"monthly","length":"P1M","starts_on":{"day":1}},{"id":"yearly","length":"P1Y"}]})";
  const test::Answer answer = quote("{" + std::string(team) + "}", fixed);
  CHECK(answer.lines("/first_payment/lines") == "charge 32.50; charge 4.50");
  CHECK(answer["/period/end"] == "2026-12-01");
  CHECK(quote(R"({"at":"2026-11-01",)" + std::string(team) + "}", fixed).lines("/first_payment/lines") == "full 65.00; full 9.00");
}

TEST_CASE("a refused quote has its reasons and no payment", "[question][quote]") {
  const test::Answer answer = quote(R"({"terms":{"plan":"basic","cycle":"monthly","seats":3,"addons":[{"id":"pi"}]}})");
  CHECK(answer["/allowed"] == "false");
  CHECK(answer.codes() == "addon_not_for_plan");
  CHECK(answer["/first_payment"] == "absent");
}

TEST_CASE("a quote past its range is an error", "[question][quote]") {
  const auto at_price = [](std::string_view price, std::string_view at = "2026-11-16") {
    return quote(R"({"at":")" + std::string(at) + R"(","terms":{"plan":"basic","cycle":"monthly","seats":1}})",
                 R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":")" + std::string(price) +
                     R"("},"yearly":{"flat":"1.00"}}}],"addons":null,"tax":{"percent":"10"}})").faults();
  };
  CHECK(at_price("7000000000000000.00") == "absent");
  CHECK(at_price("8000000000000000.00") == "amount.range@");  // × 365 / 30.436875
  CHECK(at_price("10.00", "9999-12-15") == "date.range@");
  CHECK(quote(R"({"terms":{"plan":"basic","cycle":"yearly","seats":1}})", R"({"plans":[{"id":"basic","rank":1,"prices":{
      "yearly":{"flat":"90000000000000000.00"}}}],"addons":null,"tax":{"percent":"10"}})").faults() == "amount.range@");
}

TEST_CASE("a quote on a committed cycle says how long it binds", "[question][quote]") {
  const auto quoted = [](std::string_view cycle, std::string_view more = "") {
    return test::ask(R"({"terms":{"plan":"basic","cycle":")" + std::string(cycle) + R"(","seats":2})" + std::string(more) + "}", "{}",
                     "quote", "additions-commitment");
  };
  CHECK(quoted("committed")["/committed_until"] == "2027-11-16");
  CHECK(quoted("monthly")["/committed_until"] == "null");
  CHECK(quoted("committed", R"(,"at":"9999-10-16")").faults() == "date.range@");
}

TEST_CASE("a quote has the prices of its day, the next payment those of its own", "[question][quote]") {
  const auto quoted = [](std::string_view at) {
    return test::ask(R"({"at":")" + std::string(at) + R"(","terms":{"plan":"basic","cycle":"monthly","seats":2}})", "{}", "quote", "additions-prices");
  };
  CHECK(quoted("2026-12-31")["/first_payment/total"] == "20.00");
  CHECK(quoted("2026-12-31")["/next_payment/due"] == "24.00");
  CHECK(quoted("2026-12-31")["/alternatives/0/cost_per_365_days"] == "239.84");
  CHECK(quoted("2027-01-01")["/alternatives/0/cost_per_365_days"] == "287.81");  // 24.00 × 365 / 30.436875
}

TEST_CASE("a quote on weeks that begin on Mondays", "[question][quote]") {
  const test::Answer answer = test::ask(R"({"at":"2026-11-25","terms":{"plan":"basic","cycle":"monthly","seats":2}})",
      R"({"cycles":[{"id":"monthly","length":"P1W","starts_on":{"weekday":1}},{"id":"yearly","length":"P1Y"}]})", "quote");
  CHECK(answer.lines("/first_payment/lines") == "charge 14.29");  // 5 of 7 days of 20.00
  CHECK(answer["/next_payment/date"] == "2026-11-30");
  CHECK(answer["/next_payment/due"] == "20.00");
}

}  // namespace
}  // namespace planshift
