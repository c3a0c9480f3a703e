// The steps of a preview together: cancelling, resuming, what lies ahead.
#include "core/preview/preview.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string rules(std::string_view text) { return R"({"policy":{"rules":)" + std::string(text) + "}}"; }

TEST_CASE("a cancellation waits for the period's end and costs nothing", "[preview]") {
  const test::Answer answer = ask(R"({"change":{"cancel":true,"reason":"Too many seats"}})");
  CHECK(answer.movements() == "cancel period_end 2026-12-01");
  CHECK(answer["/pay_today/total"] == "0.00");
  CHECK(answer["/after/cancels_on"] == "2026-12-01");
  CHECK(answer["/next_payment"] == "null");
  CHECK(answer["/terms_next"] == "null");
  CHECK(answer["/terms_now/plan"] == "basic");
  CHECK(answer["/notices"] == "[]");
}

TEST_CASE("a cancellation is dated by the commitment only where that makes it wait longer", "[preview]") {
  const auto movement = [](std::string_view committed_until, std::string_view rule) {
    return ask(R"({"subscription":{"cycle":"committed","committed_until":")" + std::string(committed_until) + R"("},"change":{"cancel":true}})",
               rules(R"({"cancel":)" + std::string(rule) + "}"), "preview", "additions-commitment").movements();
  };
  CHECK(movement("2027-07-01", R"({"when":"term_end"})") == "cancel term_end 2027-07-01");
  CHECK(movement("2026-12-01", R"({"when":"term_end"})") == "cancel period_end 2026-12-01");
  CHECK(movement("2027-07-01", R"({"when":"period_end"})") == "cancel period_end 2026-12-01");
  // 11 November was the last day to give notice for 1 December; one more month is paid.
  CHECK(movement("2027-07-01", R"({"when":"period_end","notice":"P20D"})") == "cancel period_end 2027-01-01");
}

TEST_CASE("a cancellation drops what is scheduled, unless one more period is paid at it", "[preview]") {
  const std::string_view request = R"({"subscription":{"scheduled":{"plan":"team"}},"change":{"cancel":true}})";
  const test::Answer in_time = ask(request);
  CHECK(in_time.codes("/notices") == "replaces_scheduled");
  CHECK(in_time["/after/scheduled"] == "absent");
  const test::Answer missed = ask(request, rules(R"({"cancel":{"notice":"P20D"}})"));
  CHECK(missed["/notices"] == "[]");
  CHECK(missed["/after/scheduled"] == R"({"plan":"team"})");
  CHECK(missed["/after/cancels_on"] == "2027-01-01");
  CHECK(missed["/next_payment/due"] == "65.00");
  CHECK(missed["/terms_next/plan"] == "team");
}

TEST_CASE("what is left on the balance is named", "[preview]") {
  const auto notices = [](std::string_view subscription, std::string_view cancel = "{}") {
    const test::Answer answer = ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":{"cancel":true}})",
                                    rules(R"({"cancel":)" + std::string(cancel) + "}"));
    return answer.codes("/notices") + answer["/notices/0/facts/amount"];
  };
  CHECK(notices("{}") == "absent");
  CHECK(notices(R"({"balance":"5.00"})") == "balance_left5.00");
  CHECK(notices(R"({"balance":"5.00","pending":[{"label":"Owed","amount":"2.00"}]})") == "balance_left3.00");
  CHECK(notices(R"({"balance":"5.00","pending":[{"label":"Owed","amount":"5.00"}]})") == "absent");
  CHECK(notices(R"({"balance":"5.00"})", R"({"when":"now"})") == "balance_left5.00");
  CHECK(notices(R"({"balance":"40.00"})", R"({"notice":"P20D"})") == "balance_left10.00");
}

TEST_CASE("resuming takes back a cancellation, or else what is scheduled", "[preview]") {
  const test::Answer both = ask(R"({"subscription":{"cancels_on":"2026-12-01","scheduled":{"seats":2}},"change":{"resume":true}})");
  CHECK(both["/after/cancels_on"] == "absent");
  CHECK(both["/after/scheduled"] == R"({"seats":2})");
  CHECK(both["/next_payment/due"] == "20.00");
  CHECK(both["/movements"] == "[]");
  const test::Answer scheduled = ask(R"({"subscription":{"scheduled":{"seats":2}},"change":{"resume":true}})");
  CHECK(scheduled["/after/scheduled"] == "absent");
  CHECK(scheduled["/next_payment/due"] == "30.00");
  CHECK(scheduled["/notices"] == "[]");
}

TEST_CASE("terms that wait are the next terms, and cost nothing today", "[preview]") {
  const test::Answer answer = ask(R"({"change":{"seats":2}})", rules(R"({"remove_seats":{"when":"period_end"}})"));
  CHECK(answer["/pay_today/lines"] == "[]");
  CHECK(answer["/terms_now/seats"] == "3");
  CHECK(answer["/terms_next/seats"] == "2");
  CHECK(answer["/terms_next/from"] == "2026-12-01");
  CHECK(answer["/next_payment/due"] == "20.00");
  CHECK(answer["/after/scheduled"] == R"({"seats":2})");
}

TEST_CASE("new discounts alone change what coming payments take off", "[preview]") {
  const test::Answer answer = ask(R"({"change":{"discounts":["loyal"]}})");
  CHECK(answer["/movements"] == "[]");
  CHECK(answer["/pay_today/lines"] == "[]");
  CHECK(answer["/next_payment/due"] == "27.00");
  CHECK(answer["/after/discounts"] == R"(["loyal"])");
}

TEST_CASE("the balance pays first, today and next", "[preview]") {
  const test::Answer answer = ask(R"({"subscription":{"balance":"20.00"},"change":{"plan":"team"}})");
  CHECK(answer["/pay_today/charged"] == "0.00");
  CHECK(answer["/pay_today/from_balance"] == "17.50");
  CHECK(answer["/balance/before"] == "20.00");
  CHECK(answer["/balance/after"] == "2.50");
  CHECK(answer["/next_payment/from_balance"] == "2.50");
  CHECK(answer["/next_payment/due"] == "62.50");
}

TEST_CASE("a subscription afterwards is one for a next request", "[preview]") {
  const test::Answer answer = ask(R"({"subscription":{"plan":"team","seats_in_use":2,"addons":[{"id":"pi"}],"credits_left":4,
      "balance":"1.00","discounts":["charity"],"scheduled":{"seats":2,"addons":[]},"pending":[{"label":"Owed","amount":"-1.00"}]},
      "change":{"plan":"scale"}})");
  const test::Answer again = ask(R"({"subscription":)" + answer["/after"] + R"(,"change":{"plan":"scale"}})");
  CHECK(again.codes() == "nothing_changes");
}

TEST_CASE("a new period forgets days that it does not reach", "[preview]") {
  // Both days lie in the extended period; the restart makes one that ends on 16 December.
  const std::string_view long_period = R"({"subscription":{"cycle":"monthly","period":{"end":"2027-02-01"},"extended":true,
      "started_on":"2027-01-05","prices_of":"2027-01-10"},"change":{"seats":5}})";
  const std::string_view restarts = R"({"policy":{"rules":{"add_seats":{"cycle":"restart","charge":"full","unused":"forfeit"}}}})";
  const test::Answer restarted = ask(long_period, restarts);
  CHECK(restarted["/after/period/end"] == "2026-12-16");
  CHECK(restarted["/after/started_on"] == "absent");
  CHECK(restarted["/after/prices_of"] == "absent");
  // A change within the period keeps both.
  const test::Answer kept = ask(long_period);
  CHECK(kept["/after/started_on"] == "2027-01-05");
  CHECK(kept["/after/prices_of"] == "2027-01-10");
}

TEST_CASE("an amount that nothing needs may leave the range", "[preview]") {
  // 5 quadrillion for a month; what is left of it in a year's period is 11 times that, and no line speaks of it.
  const test::Answer answer = ask(R"({"subscription":{"seats":1,"period":{"end":"2027-11-01"},"extended":true},"change":{"discounts":["loyal"]}})",
      R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"50000000000000000.00"}}}],"addons":null})");
  CHECK(answer["/error"] == "absent");
  CHECK(answer["/pay_today/total"] == "0.00");
}

}  // namespace
}  // namespace planshift
