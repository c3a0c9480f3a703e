// Cancellations, and what remains of the running cycle.
#include "core/settlement/settlement.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

test::Answer cancel(std::string_view rule, std::string_view subscription = "{}", std::string_view more = "") {
  return ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":{"cancel":true}})",
             R"({"policy":{"rules":{"cancel":)" + std::string(rule) + "}}" + std::string(more) + "}");
}

TEST_CASE("an immediate cancellation refunds the unused time, or it is lost", "[settlement]") {
  const test::Answer refund = cancel(R"({"when":"now","unused":"refund"})");
  CHECK(refund.lines() == "refund unused -15.00");
  CHECK(refund["/pay_today/refunded"] == "15.00");
  CHECK(refund["/forfeited"] == "0.00");
  for (const char* ended : {"/after", "/terms_now", "/terms_next", "/next_payment"}) CHECK(refund[ended] == "null");
  const test::Answer lost = cancel(R"({"when":"now"})");
  CHECK(lost.lines() == "");
  CHECK(lost["/forfeited"] == "15.00");
}

TEST_CASE("a cancellation counts the day of the change as the policy does", "[settlement]") {
  CHECK(cancel(R"({"when":"now","unused":"refund"})", "{}", R"(,"policy":{"proration":{"change_day":"used"},"rules":{
      "cancel":{"when":"now","unused":"refund"},"longer_cycle":{"when":"period_end"}}})")
            .lines() == "refund unused -14.00");
}

TEST_CASE("in a trial there is nothing to give back", "[settlement]") {
  CHECK(cancel(R"({"when":"now","unused":"refund"})", R"({"trial":true,"paid":"30.00"})").lines() == "");
}

TEST_CASE("what is pending falls due with an immediate cancellation", "[settlement]") {
  const test::Answer answer = cancel(R"({"when":"now","unused":"refund"})", R"({"pending":[{"label":"Owed","amount":"4.00"}],"balance":"1.00"})");
  CHECK(answer.lines() == "refund unused -15.00; pending 4.00");
  CHECK(answer["/pay_today/charged"] == "3.00");
  CHECK(answer["/pay_today/from_balance"] == "1.00");
  CHECK(answer["/pay_today/refunded"] == "15.00");
  CHECK(answer["/pay_today/total"] == "-11.00");
}

TEST_CASE("the share of the running cycle speaks of the whole cycle", "[settlement]") {
  // A first period from 20 November: still 15 of the 30 days of the cycle that ends on 1 December, or of the short one.
  CHECK(ask(R"({"subscription":{"period":{"start":"2026-11-10"}},"change":{"plan":"team"}})").lines() == "unused -15.00; charge 32.50");
}

TEST_CASE("an immediate cancellation that forfeits in a trial loses what was paid, which is nothing", "[settlement]") {
  CHECK(cancel(R"({"when":"now"})", R"({"trial":true})")["/forfeited"] == "0.00");
}

}  // namespace
}  // namespace planshift
