// A year of 200.00 for two seats, paid from 1 March 2026; a month costs 20.00.
#include "core/settlement/used_time.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

test::Answer cancel(std::string_view at, std::string_view catalog = "{}",
                    std::string_view period = R"({"start":"2026-03-01","end":"2027-03-01"})", std::string_view more = "") {
  return ask(R"({"at":")" + std::string(at) + R"(","change":{"cancel":true},"subscription":{"cycle":"yearly","seats":2,"period":)" +
                 std::string(period) + std::string(more) + "}}",
             catalog, "preview", "additions-annual");
}

TEST_CASE("used months are counted at the monthly price", "[settlement][used_time]") {
  const test::Answer answer = cancel("2026-06-02");
  CHECK(answer.lines() == "refund unused -200.00; refund used 80.00");
  CHECK(answer["/pay_today/lines/1/periods"] == "4");
  CHECK(answer["/pay_today/lines/1/cycle"] == "monthly");
  CHECK(answer["/pay_today/lines/1/movement"] == "cancel");
  CHECK(answer["/pay_today/lines/1/label"] == "Used time of basic, 2 seats: 4 periods of monthly");
  CHECK(answer["/pay_today/lines/0/proration"] == R"({"remaining":365,"of":365,"unit":"day","base":"200.00"})");
  CHECK(answer["/pay_today/lines/1/proration"] == "null");
}

TEST_CASE("a month that begins on the day of the change has begun where that day counts as used", "[settlement][used_time]") {
  const std::string_view used = R"({"policy":{"proration":{"change_day":"used"}}})";
  CHECK(cancel("2026-06-01").lines() == "refund unused -200.00; refund used 60.00");
  CHECK(cancel("2026-06-01", used).lines() == "refund unused -200.00; refund used 80.00");
  CHECK(cancel("2026-03-01").lines() == "refund unused -200.00");
  // 364 of 365 days would give 199.45.
  CHECK(cancel("2026-03-01", used).lines() == "refund unused -200.00; refund used 20.00");
}

TEST_CASE("used time costs at most what was paid", "[settlement][used_time]") {
  CHECK(cancel("2027-02-15").lines() == "refund unused -200.00; refund used 200.00");
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"50000000000000000.00"},"yearly":{"per_seat":"100.00"}}}]})";
  CHECK(cancel("2026-06-02", dear).lines() == "refund unused -200.00; refund used 200.00");
}

TEST_CASE("a price past the range is an error even if it is only compared", "[settlement][used_time]") {
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"90000000000000000.00"},"yearly":{"per_seat":"100.00"}}}]})";
  CHECK(cancel("2026-06-02", dear).faults() == "amount.range@");
}

TEST_CASE("never more than the unused share comes back, however cheap the month", "[settlement][used_time]") {
  // 200.00 − 4 × 2.00 = 192.00, but 200.00 × 272/365 = 149.04.
  const std::string_view cheap = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"1.00"},"yearly":{"per_seat":"100.00"}}}]})";
  const test::Answer answer = cancel("2026-06-02", cheap);
  CHECK(answer.lines() == "refund unused -200.00; refund used 8.00; refund cap 42.96");
  CHECK(answer["/pay_today/refunded"] == "149.04");
}

TEST_CASE("a credit goes to the balance", "[settlement][used_time]") {
  const test::Answer answer = cancel("2026-06-02", R"({"policy":{"rules":{"cancel":{"unused":"credit"}}}})");
  CHECK(answer.lines() == "unused -200.00; used 80.00");
  CHECK(answer["/pay_today/to_balance"] == "120.00");
}

TEST_CASE("terms that are not sold on that cycle go by their share", "[settlement][used_time]") {
  const std::string_view yearly = R"({"plans":[{"id":"basic","rank":1,"prices":{"yearly":{"per_seat":"100.00"}}}]})";
  CHECK(cancel("2026-06-02", yearly).lines() == "refund unused -149.04");
  const std::string_view addon = R"({"addons":[{"id":"extra","prices":{"yearly":{"flat":"0"}}}]})";
  CHECK(cancel("2026-06-02", addon, R"({"start":"2026-03-01","end":"2027-03-01"})", R"(,"addons":[{"id":"extra"}])").lines() ==
        "refund unused -149.04");
}

TEST_CASE("add-ons are part of what is counted", "[settlement][used_time]") {
  const std::string_view addon = R"({"addons":[{"id":"extra","prices":{"monthly":{"flat":"5.00"},"yearly":{"flat":"50.00"}}}]})";
  CHECK(cancel("2026-06-02", addon, R"({"start":"2026-03-01","end":"2027-03-01"})", R"(,"addons":[{"id":"extra"}])").lines() ==
        "refund unused -250.00; refund used 100.00");
}

TEST_CASE("a short first period counts as what it is, and its months from its own start", "[settlement][used_time]") {
  // 351 of 365 days: 192.33. From 15 March and from 15 April.
  CHECK(cancel("2026-04-16", "{}", R"({"start":"2026-03-15","end":"2027-03-01"})").lines() ==
        "refund unused -192.33; refund used 40.00");
}

TEST_CASE("months begin on the anchor where the period does", "[settlement][used_time]") {
  const std::string_view february = R"({"start":"2026-02-28","end":"2027-02-28"})";
  CHECK(cancel("2026-03-29", "{}", february, R"(,"anchor_day":28)").lines() == "refund unused -200.00; refund used 40.00");
  CHECK(cancel("2026-03-29", "{}", february, R"(,"anchor_day":31)").lines() == "refund unused -200.00; refund used 20.00");
}

TEST_CASE("nothing was paid, nothing comes back", "[settlement][used_time]") {
  CHECK(cancel("2026-06-02", "{}", R"({"start":"2026-03-01","end":"2027-03-01"})", R"(,"paid":"0.00")").lines() == "");
}

}  // namespace
}  // namespace planshift
