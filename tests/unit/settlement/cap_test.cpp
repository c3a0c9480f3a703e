// What was paid limits what is given back.
#include "core/settlement/cap.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

// From Team (65.00) to Basic (30.00) with 15 of 30 days to go: −32.50 + 15.00 = −17.50.
test::Answer down(std::string_view subscription, std::string_view change = R"({"plan":"basic"})", std::string_view patch = "{}") {
  return ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":)" + std::string(change) + "}", patch);
}

TEST_CASE("paid in full, nothing is capped", "[settlement][cap]") {
  const test::Answer answer = down(R"({"plan":"team"})");
  CHECK(answer.lines() == "unused -32.50; charge 15.00");
  CHECK(answer["/after/paid"] == "30.00");
}

TEST_CASE("a recurring discount is taken out of what is given back", "[settlement][cap]") {
  // Paid 58.50 for 65.00; needed are 27.00 of 30.00. 29.25 − 13.50 = 15.75 of the 17.50.
  const test::Answer answer = down(R"({"plan":"team","discounts":["loyal"]})");
  CHECK(answer.lines() == "unused -32.50; charge 15.00; cap 1.75");
  CHECK(answer["/pay_today/to_balance"] == "15.75");
  CHECK(answer["/after/paid"] == "27.00");
}

TEST_CASE("who paid less than the new terms are worth gets nothing back", "[settlement][cap]") {
  const test::Answer answer = down(R"({"plan":"team","paid":"20.00"})");
  CHECK(answer.lines() == "unused -32.50; charge 15.00; cap 17.50");
  CHECK(answer["/pay_today/total"] == "0.00");
  CHECK(answer["/after/paid"] == "20.00");
}

TEST_CASE("the cap comes after the discounts", "[settlement][cap]") {
  // 12.5 % of everything: −17.50 + 2.19 = −15.31. Paid 50.00: 25.00 − round(26.25 × 15/30 = 13.125) = 11.87.
  const test::Answer answer = down(R"({"plan":"team","discounts":["charity"],"paid":"50.00"})");
  CHECK(answer.lines() == "unused -32.50; charge 15.00; discount 2.19; cap 3.44");
  CHECK(answer["/pay_today/to_balance"] == "11.87");
  CHECK(answer["/after/paid"] == "26.25");
}

TEST_CASE("a credit of exactly what was paid needs no cap", "[settlement][cap]") {
  CHECK(down(R"({"plan":"team","paid":"65.00"})").lines() == "unused -32.50; charge 15.00");
  CHECK(down(R"({"plan":"team","paid":"64.99"})").lines() == "unused -32.50; charge 15.00");  // 32.495 rounds to 32.50
  CHECK(down(R"({"plan":"team","paid":"64.98"})").lines() == "unused -32.50; charge 15.00; cap 0.01");
}

TEST_CASE("the cap is collected, and refunded, with the lines that it limits", "[settlement][cap]") {
  CHECK(down(R"({"plan":"team","paid":"20.00"})", R"({"plan":"basic"})",
             R"({"policy":{"rules":{"downgrade":{"unused":"refund"}}}})").lines() ==
        "unused -32.50; charge 15.00; cap 17.50");
  CHECK(down(R"({"plan":"team","paid":"60.00"})", R"({"plan":"basic"})",
             R"({"policy":{"rules":{"downgrade":{"unused":"refund"}}}})").lines() ==
        "refund unused -32.50; refund charge 15.00; refund cap 2.50");
  CHECK(down(R"({"plan":"team","paid":"60.00"})", R"({"plan":"basic"})",
             R"({"policy":{"rules":{"downgrade":{"collect":"next_payment"}}}})").lines("/next_payment/lines") ==
        "full 30.00; pending -32.50; pending 15.00; pending 2.50");
}

}  // namespace
}  // namespace planshift
