// Two seats of Basic cost 20.00 a month, of Team 40.00; on 16 November 15 of 30 days remain, which are worth 10.00.
#include "core/settlement/time.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer change(std::string_view change, std::string_view more = "", std::string_view catalog = "{}",
                    std::string_view at = "2026-11-16") {
  return test::ask(R"({"at":")" + std::string(at) + R"(","subscription":{"seats":2)" + std::string(more) + R"(},"change":)" + std::string(change) + "}",
                   catalog, "preview", "additions-time");
}

constexpr std::string_view upgrade = R"({"plan":"team"})";

std::string period(const test::Answer& answer) { return answer["/after/period/start"] + "/" + answer["/after/period/end"]; }

TEST_CASE("unused time buys time instead of a first payment", "[settlement][time]") {
  const test::Answer answer = change(upgrade);
  CHECK(answer.lines() == "");
  CHECK(answer["/extension"] == R"({"remaining":15,"of":30,"unit":"day","base":"20.00","units":7})");
  CHECK(period(answer) == "2026-11-16/2026-11-23");  // 7.5 days, rounded down
  CHECK(answer["/after/anchor_day"] == "23");
  CHECK(answer["/after/paid"] == "40.00");
  CHECK(answer["/after/extended"] == "absent");
  CHECK(answer["/forfeited"] == "0.00");
}

TEST_CASE("time is never worth more than was given for it", "[settlement][time]") {
  // Rounded up to 8 days; 10.00 × 31/8 = 38.75 of a whole cycle to 24 November, of 31 days.
  const test::Answer answer = change(upgrade, "", R"({"policy":{"proration":{"rounding":"up"}}})");
  CHECK(answer["/extension/units"] == "8");
  CHECK(answer["/after/paid"] == "38.75");
}

TEST_CASE("after a whole price it makes the period longer than its cycle", "[settlement][time]") {
  const test::Answer answer = change(R"({"cycle":"yearly"})");
  CHECK(answer.lines() == "full 200.00");
  CHECK(period(answer) == "2026-11-16/2027-12-04");  // 18.25 days more
  CHECK(answer["/after/extended"] == "true");
  CHECK(answer["/after/paid"] == "200.00");
  // What stands afterwards can be asked about again, and the next period is none of these.
  const test::Answer next = test::ask(R"({"until":"2029-01-01","subscription":)" + answer["/after"] + "}", "{}", "forecast", "additions-time");
  CHECK(next.payments() == "2027-12-04 200.00; 2028-12-04 200.00");
}

TEST_CASE("whole cycles are bought first, then a share of the one that follows", "[settlement][time]") {
  // 61 of 365 days of 200.00: 33.4247. A month to 16 December, and 13.4247 × 31/20.00 = 20.81 days of the next.
  const test::Answer answer = change(R"({"cycle":"monthly"})", R"(,"cycle":"yearly","period":{"start":"2026-01-16","end":"2027-01-16"})");
  CHECK(answer["/extension/units"] == "50");
  CHECK(period(answer) == "2026-11-16/2027-01-05");
  CHECK(answer["/after/paid"] == "20.00");
  CHECK(answer["/after/extended"] == "true");
}

TEST_CASE("what buys just one cycle makes no period longer than that", "[settlement][time]") {
  const test::Answer answer = change(upgrade, R"(,"paid":"80.00")");  // 40.00 are unused, and Team costs 40.00
  CHECK(answer["/extension/units"] == "30");
  CHECK(period(answer) == "2026-11-16/2026-12-16");
  CHECK(answer["/after/extended"] == "absent");
  CHECK(answer["/after/paid"] == "40.00");
}

TEST_CASE("what buys less than a unit is as a whole price, without extension", "[settlement][time]") {
  const test::Answer answer = change(upgrade, R"(,"paid":"0.10")");
  CHECK(answer.lines() == "full 40.00");
  CHECK(answer["/extension"] == "null");
  CHECK(period(answer) == "2026-11-16/2026-12-16");
  CHECK(answer["/forfeited"] == "0.00");
}

TEST_CASE("in a trial there is nothing to buy time with", "[settlement][time]") {
  const test::Answer answer = change(upgrade, R"(,"trial":true,"paid":"20.00")");
  CHECK(answer.lines() == "full 40.00");
  CHECK(answer["/extension"] == "null");
  CHECK(answer["/forfeited"] == "0.00");
  CHECK(answer["/after/trial"] == "false");
}

TEST_CASE("at a price of nothing the time is forfeited", "[settlement][time]") {
  const std::string_view free = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"10.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"flat":"0"}}}]})";
  const test::Answer answer = change(upgrade, "", free);
  CHECK(answer.lines() == "full 0.00");
  CHECK(answer["/forfeited"] == "10.00");
  CHECK(answer["/extension"] == "null");
  CHECK(change(upgrade, R"(,"trial":true,"paid":"20.00")", free)["/forfeited"] == "0.00");
}

TEST_CASE("discounts make it buy more, and what is pending is collected", "[settlement][time]") {
  const std::string_view half = R"({"discounts":[{"id":"half","on":"recurring","percent":"50"}]})";
  const test::Answer answer = change(upgrade, R"(,"paid":"20.00","discounts":["half"],"pending":[{"label":"Owed","amount":"4.00"}])", half);
  CHECK(answer["/extension/units"] == "15");  // 10.00 × 30/20.00
  CHECK(answer.lines() == "pending 4.00");
  CHECK(answer["/after/paid"] == "20.00");
}

TEST_CASE("in a period longer than its cycle more may be unused than it has", "[settlement][time]") {
  // 379 of 365 days of 200.00: 207.67, of 400.00 a year. 189.5 days.
  const std::string_view extended = R"(,"cycle":"yearly","period":{"start":"2026-11-16","end":"2027-12-04"},"extended":true,"paid":"200.00")";
  const test::Answer answer = change(upgrade, extended, "{}", "2026-11-20");
  CHECK(answer["/extension"] == R"({"remaining":379,"of":365,"unit":"day","base":"200.00","units":189})");
  const test::Answer keep = change(R"({"seats":3})", extended, "{}", "2026-11-20");
  CHECK(keep.lines() == "unused -207.67; charge 311.50");
  CHECK(keep["/after/extended"] == "true");
  CHECK(change(R"({"seats":3})", R"(,"extended":true)")["/after/extended"] == "absent");
  // Nothing says so: an error.
  CHECK(change(upgrade, R"(,"cycle":"yearly","period":{"start":"2026-11-16","end":"2027-12-04"})", "{}", "2026-11-20").faults() ==
        "period.too_long@/subscription/period");
  const std::string_view past_the_cycle = R"(,"cycle":"yearly","period":{"start":"2026-11-16","end":"2027-12-04"},"extended":true,"paid":"200.00")";
  CHECK(change(R"({"cancel":true})", past_the_cycle, R"({"policy":{"rules":{"cancel":{"unused":"refund_all"}}}})", "2026-11-20").lines() ==
        "refund unused -209.86");  // 383 of 365 days
}

TEST_CASE("time by the second", "[settlement][time]") {
  // 14.5 days are worth 9.67: of 40.00 for 30 days, 7.25 days.
  const test::Answer answer = change(upgrade, "", R"({"policy":{"proration":{"unit":"second"}}})", "2026-11-16T12:00:00Z");
  CHECK(answer["/extension/units"] == "626400");
  CHECK(period(answer) == "2026-11-16T12:00:00Z/2026-11-23T18:00:00Z");
}

TEST_CASE("time past the last date is an error, and so is a price past the range", "[settlement][time]") {
  const auto with = [](std::string_view price) {
    return R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"10.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"per_seat":")" +
           std::string(price) + R"("}}}]})";
  };
  CHECK(change(upgrade, R"(,"paid":"90000000000000000.00")", with("0.01")).faults() == "date.range@");
  CHECK(change(upgrade, R"(,"paid":"400000.00")", with("1.00")).faults() == "date.range@");  // 100,000 months
  CHECK(change(upgrade, "", with("90000000000000000.00")).faults() == "amount.range@");
}

TEST_CASE("a whole cycle is worth no more than its price, even where that is more than any amount", "[settlement][time]") {
  // A day of the largest amount: what the cycle is worth as paid is its price.
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"10.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"flat":"92000000000000000.00"}}}]})";
  const test::Answer answer = change(upgrade, R"(,"paid":"11650000000000000.00")", dear);
  CHECK(answer["/extension/units"] == "1");  // 1.9 days, rounded down
  CHECK(answer["/after/paid"] == "92000000000000000.00");
}

TEST_CASE("a period that is called extended and is none holds one cycle", "[settlement][time]") {
  // From 28 January to 28 February are 32 days of 30, for the 28th counts as the 30th; a cycle has no more than 30.
  const test::Answer answer = test::ask(R"({"at":"2025-01-28","subscription":{"period":{"start":"2025-01-28","end":"2025-02-28"},
      "anchor_day":28,"extended":true},"change":{"cancel":true}})",
      R"({"policy":{"proration":{"unit":"day30","change_day":null},"rules":{"cancel":{"when":"now","unused":"refund"}}}})");
  CHECK(answer.lines() == "refund unused -30.00");
  CHECK(answer["/pay_today/lines/0/proration/remaining"] == "30");
}

}  // namespace
}  // namespace planshift
