// Basic costs 20.00 a month for two seats; the month to 1 December 2026 is paid, the commitment ends on 1 July 2027.
#include "core/settlement/fee.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

// A cancellation on 16 November. `subscription`, `cancel` and `catalog` are members more, each beginning with a comma.
test::Answer cancel(std::string_view fee, std::string_view subscription = "", std::string_view cancel = "",
                    std::string_view catalog = "") {
  return ask(R"({"change":{"cancel":true},"subscription":{"cycle":"committed","seats":2,"committed_until":"2027-07-01")" +
                 std::string(subscription) + "}}",
             R"({"policy":{"rules":{"cancel":{"fee":)" + std::string(fee) + std::string(cancel) + "}}}" +
                 std::string(catalog) + "}",
             "preview", "additions-commitment");
}

constexpr std::string_view half = R"({"percent":"50"})";

TEST_CASE("a percentage of the periods that are not paid yet", "[settlement][fee]") {
  const test::Answer answer = cancel(half);
  CHECK(answer.lines() == "fee 70.00");  // December to June: 7 × 20.00
  CHECK(answer["/pay_today/lines/0/movement"] == "cancel");
  CHECK(answer["/pay_today/lines/0/cite"] == R"(["terms"])");
  CHECK(answer["/pay_today/charged"] == "70.00");
  CHECK(answer["/after/cancels_on"] == "2026-12-01");
}

TEST_CASE("the last period counts by what lies before the commitment's end", "[settlement][fee]") {
  CHECK(cancel(half, R"(,"committed_until":"2027-06-16")").lines() == "fee 65.00");  // 6 months and 15 of 30 days
  CHECK(cancel(half, R"(,"committed_until":"2026-12-02")").lines() == "fee 0.32");   // 1 of 31 days: 0.3226
  CHECK(cancel(half, R"(,"committed_until":"2026-12-01")").lines() == "");
}

TEST_CASE("the rest is what is paid for it: recurring discounts are off", "[settlement][fee]") {
  CHECK(cancel(half, R"(,"discounts":["tenth"])", "", R"(,"discounts":[{"id":"tenth","on":"recurring","percent":"10"}])").lines() ==
        "fee 63.00");  // 7 × 18.00
}

TEST_CASE("an immediate cancellation owes it as well, beside what it gives back", "[settlement][fee]") {
  const test::Answer answer = cancel(half, R"(,"pending":[{"label":"Owed","amount":"1.00"}])", R"(,"when":"now","unused":"refund")");
  CHECK(answer.lines() == "refund unused -10.00; fee 70.00; pending 1.00");
  CHECK(answer["/pay_today/charged"] == "71.00");
  CHECK(answer["/pay_today/refunded"] == "10.00");
  // What is put off would have no payment to wait for.
  CHECK(cancel(half, "", R"(,"when":"now","collect":"next_payment")").lines() == "fee 70.00");
}

TEST_CASE("an amount alone is owed always, but not in a trial", "[settlement][fee]") {
  const std::string_view amount = R"({"percent":null,"amount":"200.00"})";
  CHECK(cancel(amount).lines() == "fee 200.00");
  CHECK(cancel(amount, R"(,"committed_until":null)").lines() == "fee 200.00");
  CHECK(cancel(amount, R"(,"trial":true)").lines() == "");
}

TEST_CASE("it shrinks with each whole month up to the day of effect", "[settlement][fee]") {
  const std::string_view less = R"({"percent":null,"amount":"200.00","less":"10.00"})";
  CHECK(cancel(less).lines() == "fee 150.00");                             // 1 July to 1 December: 5 months
  CHECK(cancel(less, "", R"(,"when":"now")").lines() == "fee 160.00");     // to 16 November: 4
  CHECK(cancel(R"({"percent":null,"amount":"200.00","less":"40.00"})").lines() == "");
  CHECK(cancel(R"({"percent":null,"amount":"200.00","less":"50.00"})").lines() == "");
  CHECK(cancel(R"({"percent":null,"amount":"200.00","less":"90000000000000000.00"})").lines() == "");
  // The commitment that begins after the cancellation takes effect: none of its months has passed.
  CHECK(cancel(less, R"(,"committed_until":"2028-07-01")").lines() == "fee 200.00");
}

TEST_CASE("where the begin of the commitment can't be told, the subscription's counts, or the period's", "[settlement][fee]") {
  const std::string_view less = R"({"percent":null,"amount":"200.00","less":"10.00"})";
  CHECK(cancel(less, R"(,"cycle":"monthly","started_on":"2026-08-15")").lines() == "fee 170.00");
  CHECK(cancel(less, R"(,"cycle":"monthly")").lines() == "fee 190.00");
}

TEST_CASE("no more than the rest", "[settlement][fee]") {
  CHECK(cancel(R"({"percent":null,"amount":"200.00","at_most":"rest"})").lines() == "fee 140.00");
  CHECK(cancel(R"({"percent":null,"amount":"100.00","at_most":"rest"})").lines() == "fee 100.00");
  CHECK(cancel(R"({"percent":null,"amount":"200.00","less":"15.00","at_most":"rest"})").lines() == "fee 125.00");
  // The day of effect lies before the commitment's end, but no period that is not paid yet does.
  CHECK(cancel(R"({"percent":null,"amount":"200.00","at_most":"rest"})", R"(,"committed_until":"2026-11-20")", R"(,"when":"now")").lines() == "");
  CHECK(cancel(half, R"(,"committed_until":"2026-11-20")", R"(,"when":"now")").lines() == "");
}

TEST_CASE("without a commitment, or after it, only an amount alone is owed", "[settlement][fee]") {
  for (const std::string_view fee : {half, std::string_view(R"({"percent":null,"amount":"200.00","less":"10.00"})"),
                                     std::string_view(R"({"percent":null,"amount":"200.00","at_most":"rest"})")}) {
    CAPTURE(fee);
    CHECK(cancel(fee, R"(,"committed_until":"2026-11-30")").lines() == "");
    CHECK(cancel(fee, R"(,"committed_until":"2026-12-01")").lines() == "");
  }
  const auto catalog = test::catalog_with("{}", "additions-commitment");
  CHECK(!rest_of_commitment(*catalog, test::subscription_to(*catalog), test::day("2026-11-16")));
  const Subscription paid_to_the_end = test::subscription_to(*catalog, R"({"cycle":"committed","committed_until":"2026-12-01"})");
  CHECK(!rest_of_commitment(*catalog, paid_to_the_end, test::day("2026-11-16")));
}

TEST_CASE("with the next payment it is pending, and falls due when the subscription ends", "[settlement][fee]") {
  const test::Answer answer = cancel(half, "", R"(,"collect":"next_payment")", R"(,"tax":{"percent":"10"})");
  CHECK(answer.lines() == "");
  CHECK(answer["/after/pending/0/amount"] == "70.00");
  CHECK(answer["/after/pending/0/label"] == "Fee for ending early");
  CHECK(answer.lines("/next_payment/lines") == "pending 70.00; tax 7.00");
  CHECK(answer["/next_payment/lines/0/origin/kind"] == "fee");
  CHECK(answer["/next_payment/lines/0/movement"] == "cancel");
}

TEST_CASE("it is taxed, and paid from the balance first", "[settlement][fee]") {
  const test::Answer answer = cancel(half, R"(,"balance":"100.00")", "", R"(,"tax":{"percent":"10"})");
  CHECK(answer.lines() == "fee 70.00; tax 7.00");
  CHECK(answer["/pay_today/from_balance"] == "77.00");
  CHECK(answer["/balance/after"] == "23.00");
  CHECK(answer.codes("/notices") == "balance_left");
}

TEST_CASE("a rest past the range of an amount is an error", "[settlement][fee]") {
  const std::string_view dear = R"(,"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"},"committed":{"flat":"90000000000000000.00"}}}])";
  CHECK(cancel(half, "", "", dear).faults() == "amount.range@");
}

TEST_CASE("the rest has the prices of the period's end", "[settlement][fee]") {
  const auto prices = [](std::string_view later) {
    return R"(,"plans":[{"id":"basic","rank":1,"prices":{"committed":[{"until":"2026-12-01","per_seat":"10.00"},{"per_seat":")" +
           std::string(later) + R"("}]}}])";
  };
  CHECK(cancel(half, "", "", prices("20.00")).lines() == "fee 140.00");  // 7 × 40.00
  CHECK(cancel(half, R"(,"prices_of":"2026-11-01")", "", prices("20.00")).lines() == "fee 70.00");
  CHECK(cancel(half, "", "", prices("90000000000000000.00")).faults() == "amount.range@");
}

}  // namespace
}  // namespace planshift
