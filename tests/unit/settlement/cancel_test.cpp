// What comes back of a cancellation.
#include "core/settlement/cancel.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

test::Answer cancel(std::string_view rule, std::string_view subscription = "{}") {
  return ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":{"cancel":true}})",
             R"({"policy":{"rules":{"cancel":)" + std::string(rule) + "}}}");
}

TEST_CASE("a credit is set against what is pending, and what is over goes to the balance", "[settlement][cancel]") {
  const std::string_view credit = R"({"when":"now","unused":"credit"})";
  const test::Answer less = cancel(credit, R"({"pending":[{"label":"Owed","amount":"4.00"}],"balance":"3.00"})");
  CHECK(less.lines() == "unused -15.00; pending 4.00");
  CHECK(less["/pay_today/to_balance"] == "11.00");
  CHECK(less["/balance/after"] == "14.00");
  CHECK(less.codes("/notices") == "balance_left");
  CHECK(less["/notices/0/facts/amount"] == "14.00");
  CHECK(less["/after"] == "null");
  const test::Answer more = cancel(credit, R"({"pending":[{"label":"Owed","amount":"40.00"}]})");
  CHECK(more["/pay_today/charged"] == "25.00");
  CHECK(more.codes("/notices") == "");
  CHECK(cancel(credit, R"({"trial":true,"paid":"30.00"})").lines() == "");
}

TEST_CASE("all that was paid for the period comes back", "[settlement][cancel]") {
  const std::string_view all = R"({"when":"now","unused":"refund_all"})";
  const test::Answer whole = cancel(all);
  CHECK(whole.lines() == "refund unused -30.00");
  CHECK(whole["/pay_today/lines/0/proration"] == R"({"remaining":30,"of":30,"unit":"day","base":"30.00"})");
  CHECK(whole["/forfeited"] == "0.00");
  // A first period from the 10th: 21 of 30 days were paid.
  CHECK(cancel(all, R"({"period":{"start":"2026-11-10"}})").lines() == "refund unused -21.00");
  CHECK(cancel(all, R"({"trial":true,"paid":"30.00"})").lines() == "");
}

TEST_CASE("what waits settles nothing today", "[settlement][cancel]") {
  const test::Answer answer = cancel(R"({"when":"period_end","unused":"refund"})", R"({"pending":[{"label":"Owed","amount":"4.00"}]})");
  CHECK(answer.lines() == "");
  CHECK(answer["/forfeited"] == "0.00");
  CHECK(answer["/after/pending/0/amount"] == "4.00");
}

}  // namespace
}  // namespace planshift
