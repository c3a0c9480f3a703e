// Two seats of Team cost 40.00, of Basic 20.00; on 16 November 15 of 30 days remain.
#include "core/settlement/creditable.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer change(std::string_view change, std::string_view creditable, std::string_view catalog = "{}",
                    std::string_view more = "") {
  return test::ask(R"({"subscription":{"plan":"team","seats":2,"creditable":")" + std::string(creditable) + "\"" + std::string(more) +
                       R"(},"change":)" + std::string(change) + "}",
                   catalog, "preview", "additions-creditable");
}

constexpr std::string_view down = R"({"plan":"basic"})";

TEST_CASE("no more of what is unused comes back than may", "[settlement][creditable]") {
  const test::Answer answer = change(down, "12.00");
  CHECK(answer.lines() == "unused -20.00; charge 10.00; cap 8.00");
  CHECK(answer["/pay_today/lines/2/movement"] == "absent");
  CHECK(answer["/after/creditable"] == "10.00");
  CHECK(change(down, "20.00").lines() == "unused -20.00; charge 10.00");
  CHECK(change(down, "20.00")["/after/creditable"] == "10.00");
  CHECK(change(down, "19.99").lines() == "unused -20.00; charge 10.00; cap 0.01");
  CHECK(change(down, "0.00").lines() == "unused -20.00; charge 10.00; cap 20.00");
  CHECK(change(down, "0.00")["/after/creditable"] == "10.00");
}

TEST_CASE("what is paid now may come back later", "[settlement][creditable]") {
  const test::Answer more = change(R"({"seats":3})", "12.00");
  CHECK(more.lines() == "unused -20.00; charge 30.00; cap 8.00");
  CHECK(more["/after/creditable"] == "30.00");
  CHECK(change(R"({"seats":3})", "12.00", R"({"policy":{"rules":{"add_seats":{"charge":"none"}}}})")["/after/creditable"] == "12.00");
}

TEST_CASE("one line of a reduction is bounded as well", "[settlement][creditable]") {
  const std::string_view net = R"({"policy":{"rules":{"downgrade":{"lines":"net"}}}})";
  const test::Answer answer = change(down, "3.00", net);
  CHECK(answer.lines() == "net -10.00; cap 7.00");
  CHECK(answer["/after/creditable"] == "0.00");
}

TEST_CASE("a difference that is charged gives nothing back", "[settlement][creditable]") {
  const test::Answer answer = change(R"({"seats":3})", "0.00", R"({"policy":{"rules":{"add_seats":{"lines":"net"}}}})");
  CHECK(answer.lines() == "net 10.00");
  CHECK(answer["/after/creditable"] == "10.00");
}

TEST_CASE("what is given counts with its percentage discounts, and the other cap comes after", "[settlement][creditable]") {
  const std::string_view half = R"({"discounts":[{"id":"half","on":"everything","percent":"50"}]})";
  // 20.00 − 10.00 are given; 8.00 may be.
  const test::Answer answer = change(down, "8.00", half, R"(,"discounts":["half"])");
  CHECK(answer.lines() == "unused -20.00; charge 10.00; discount 5.00; cap 2.00");
  CHECK(answer["/after/creditable"] == "5.00");
  // The discount on a difference that is charged gives nothing back: 10.00 are given, as above.
  CHECK(change(R"({"seats":3})", "10.00", half, R"(,"discounts":["half"])").lines() == "unused -20.00; charge 30.00; discount -5.00");
  // Paid only 10.00: 5.00 of it are left, and Basic needs them.
  CHECK(change(down, "8.00", half, R"(,"discounts":["half"],"paid":"10.00")").lines() ==
        "unused -20.00; charge 10.00; discount 5.00; cap 2.00; cap 3.00");
}

TEST_CASE("of a new period and of a cancellation too, in the transaction that gives back", "[settlement][creditable]") {
  const test::Answer restart = test::ask(R"({"subscription":{"seats":2,"creditable":"4.00"},"change":{"plan":"team"}})", "{}", "preview", "additions-creditable");
  CHECK(restart.lines() == "unused -10.00; cap 6.00; full 40.00");
  CHECK(restart["/after/creditable"] == "absent");
  const std::string_view cancel = R"({"cancel":true})";
  CHECK(change(cancel, "12.00").lines() == "refund unused -20.00; refund cap 8.00");
  CHECK(change(cancel, "12.00", R"({"policy":{"rules":{"cancel":{"unused":"refund_all"}}}})").lines() == "refund unused -40.00; refund cap 28.00");
  CHECK(change(cancel, "12.00", R"({"policy":{"rules":{"cancel":{"unused":"credit"}}}})", R"(,"pending":[{"label":"Owed","amount":"1.00"}])").lines() ==
        "unused -20.00; cap 8.00; pending 1.00");
  CHECK(change(cancel, "20.00").lines() == "refund unused -20.00");
}

TEST_CASE("what used time keeps no longer comes back", "[settlement][creditable]") {
  const auto lines = [](std::string_view creditable, std::string_view month) {
    return test::ask(R"({"at":"2026-06-02","change":{"cancel":true},"subscription":{"cycle":"yearly","seats":2,"creditable":")" + std::string(creditable) +
                         R"(","period":{"start":"2026-03-01","end":"2027-03-01"}}})",
                     R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":")" + std::string(month) + R"("},"yearly":{"per_seat":"100.00"}}}]})",
                     "preview", "additions-annual").lines();
  };
  CHECK(lines("100.00", "10.00") == "refund unused -200.00; refund used 80.00; refund cap 20.00");
  CHECK(lines("120.00", "10.00") == "refund unused -200.00; refund used 80.00");
  // 192.00 are given, 170.00 may be, and the unused share are 149.04.
  CHECK(lines("170.00", "1.00") == "refund unused -200.00; refund used 8.00; refund cap 22.00; refund cap 20.96");
  CHECK(lines("100.00", "1.00") == "refund unused -200.00; refund used 8.00; refund cap 92.00");
}

TEST_CASE("what buys time is at most that", "[settlement][creditable]") {
  const auto units = [](std::string_view creditable) {
    return test::ask(R"({"subscription":{"seats":2,"creditable":")" + std::string(creditable) + R"("},"change":{"plan":"team"}})", "{}", "preview",
                     "additions-time")["/extension/units"];
  };
  CHECK(units("10.00") == "7");
  CHECK(units("15.00") == "7");
  CHECK(units("5.00") == "3");  // 5.00 × 30/40.00 = 3.75
}

TEST_CASE("what waits leaves it, a renewal forgets it", "[settlement][creditable]") {
  const test::Answer waits = change(R"({"seats":1})", "12.00");
  CHECK(waits["/after/creditable"] == "12.00");
  const auto catalog = test::catalog_with("{}", "additions-creditable");
  const Subscription standing = test::subscription_to(*catalog, R"({"creditable":"12.00"})");
  CHECK(standing.creditable == test::usd("12.00"));
}

TEST_CASE("an amount past the range is an error", "[settlement][creditable]") {
  CHECK(change(R"({"seats":3})", "92233720368547758.07").faults() == "amount.range@");
}

}  // namespace
}  // namespace planshift
