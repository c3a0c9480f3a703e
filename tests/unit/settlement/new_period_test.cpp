// Changes that begin a new period. A year of 3 Basic is 300.00; on 16 November 15 of 30 days of 30.00 are unused.
#include "core/settlement/new_period.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string rules(std::string_view text) { return R"({"policy":{"rules":)" + std::string(text) + "}}"; }

TEST_CASE("a restart credits the unused time against a whole new period", "[settlement][new_period]") {
  const test::Answer answer = ask(R"({"change":{"cycle":"yearly"}})");
  CHECK(answer.lines() == "unused -15.00; full 300.00");
  CHECK(answer["/pay_today/charged"] == "285.00");
  CHECK(answer["/terms_now/period"] == R"({"start":"2026-11-16","end":"2027-11-16"})");
  CHECK(answer["/after/anchor_day"] == "16");
  CHECK(answer["/after/paid"] == "300.00");
  CHECK(answer["/forfeited"] == "0.00");
  CHECK(answer["/next_payment/date"] == "2027-11-16");
}

TEST_CASE("or refunds it, as a transaction of its own, or forfeits it", "[settlement][new_period]") {
  const test::Answer refund = ask(R"({"change":{"cycle":"yearly"}})", rules(R"({"longer_cycle":{"unused":"refund"}})"));
  CHECK(refund.lines() == "refund unused -15.00; full 300.00");
  CHECK(refund["/pay_today/charged"] == "300.00");
  CHECK(refund["/pay_today/refunded"] == "15.00");
  CHECK(refund["/pay_today/total"] == "285.00");
  const test::Answer lost = ask(R"({"change":{"cycle":"yearly"}})", rules(R"({"longer_cycle":{"unused":"forfeit"}})"));
  CHECK(lost.lines() == "full 300.00");
  CHECK(lost["/forfeited"] == "15.00");
}

TEST_CASE("what was paid counts, not the list price", "[settlement][new_period]") {
  CHECK(ask(R"({"subscription":{"paid":"21.00"},"change":{"cycle":"yearly"}})").lines() == "unused -10.50; full 300.00");
  CHECK(ask(R"({"subscription":{"paid":"0.00"},"change":{"cycle":"yearly"}})").lines() == "full 300.00");
}

TEST_CASE("one restarting movement settles the whole change, by the last one's rule", "[settlement][new_period]") {
  const std::string cited = R"({"sources":[{"id":"a"},{"id":"b"},{"id":"c"}],"policy":{"rules":{
      "upgrade":{"cycle":"restart","charge":"full","cite":["a"]},"longer_cycle":{"unused":"refund","cite":["b"]},
      "add_seats":{"cite":["c"]}}}})";
  const test::Answer both = ask(R"({"change":{"plan":"team","seats":4,"cycle":"yearly"}})", cited);
  CHECK(both.lines() == "refund unused -15.00; full 800.00");  // 200 + 4 × 150
  CHECK(both["/pay_today/lines/0/cite"] == R"(["b"])");
  const test::Answer upgrade = ask(R"({"change":{"plan":"team","seats":4}})", cited);
  CHECK(upgrade.lines() == "unused -15.00; full 80.00");
  CHECK(upgrade["/pay_today/lines/1/cite"] == R"(["a"])");
  CHECK(upgrade["/terms_now/period"] == R"({"start":"2026-11-16","end":"2026-12-16"})");
}

TEST_CASE("every add-on has its own full line, even of nothing", "[settlement][new_period]") {
  const test::Answer answer = ask(R"({"subscription":{"plan":"team","addons":[{"id":"pi","seats":2}]},"change":{"cycle":"yearly"}})");
  CHECK(answer.lines() == "unused -41.50; full 650.00; full 180.00");  // 83.00 × 15/30
  CHECK(answer["/pay_today/lines/2/addon"] == "pi");
  CHECK(ask(R"({"subscription":{"plan":"team","addons":[{"id":"pi"}]},"change":{"cycle":"yearly"}})",
            R"({"addons":[{"id":"pi","prices":{"monthly":{"flat":"0"},"yearly":{"flat":"0.00"}}}]})")
            .lines() == "unused -32.50; full 650.00; full 0.00");
}

TEST_CASE("discounts on the full lines: recurring and everything; the first payment's only where a trial ends",
          "[settlement][new_period]") {
  const std::string all = R"("discounts":["waiver","loyal","charity","five-off"])";
  CHECK(ask(R"({"subscription":{)" + all + R"(,"paid":"30.00"},"change":{"cycle":"yearly"}})").lines() ==
        "unused -15.00; full 300.00; discount -30.00; discount -37.50; discount -5.00");
  const test::Answer trial = ask(R"({"subscription":{)" + all + R"(,"trial":true},"change":{"cycle":"yearly"}})");
  CHECK(trial.lines() == "full 300.00; discount -60.00; discount -30.00; discount -37.50; discount -5.00");
  CHECK(trial["/after/trial"] == "false");
  CHECK(trial["/after/paid"] == "167.50");
}

TEST_CASE("a trial that ends gives nothing back, whatever was said to be paid", "[settlement][new_period]") {
  CHECK(ask(R"({"subscription":{"trial":true,"paid":"30.00"},"change":{"cycle":"yearly"}})").lines() == "full 300.00");
}

TEST_CASE("an align charges what remains of the new cycle's own period", "[settlement][new_period]") {
  // The year from 1 November: 350 of its 365 days remain; 300.00 × 350/365 = 287.671…
  const test::Answer answer = ask(R"({"change":{"cycle":"yearly"}})", rules(R"({"longer_cycle":{"cycle":"align","charge":"prorated"}})"));
  CHECK(answer.lines() == "unused -15.00; charge 287.67");
  CHECK(answer["/terms_now/period"] == R"({"start":"2026-11-01","end":"2027-11-01"})");
  CHECK(answer["/after/anchor_day"] == "1");
  CHECK(answer["/after/paid"] == "300.00");
  CHECK(answer["/pay_today/lines/1/proration"] == R"({"remaining":350,"of":365,"unit":"day","base":"300.00"})");
}

TEST_CASE("an amount off an aligned charge counts in the same share", "[settlement][new_period]") {
  CHECK(ask(R"({"subscription":{"discounts":["five-off"],"paid":"30.00"},"change":{"cycle":"yearly"}})",
            rules(R"({"longer_cycle":{"cycle":"align","charge":"prorated"}})"))
            .lines() == "unused -15.00; charge 287.67; discount -4.79");  // 5.00 × 350/365 = 4.7945
}

TEST_CASE("beside a restart the restart wins over an align", "[settlement][new_period]") {
  CHECK(ask(R"({"change":{"plan":"team","cycle":"yearly"}})",
            rules(R"({"upgrade":{"cycle":"restart","charge":"full"},"longer_cycle":{"cycle":"align","charge":"prorated"}})"))
            .lines() == "unused -15.00; full 650.00");
}

TEST_CASE("with fixed dates a restart charges part of a cycle", "[settlement][new_period]") {
  // The year runs from 1 April: from 16 November to 1 April are 136 of 365 days. 300.00 × 136/365 = 111.78.
  const test::Answer answer = ask(R"({"change":{"cycle":"yearly"}})",
      R"({"cycles":[{"id":"monthly","length":"P1M"},{"id":"yearly","length":"P1Y","starts_on":{"month":4,"day":1}}]})");
  CHECK(answer.lines() == "unused -15.00; charge 111.78");
  CHECK(answer["/terms_now/period/end"] == "2027-04-01");
}

TEST_CASE("a new period collects everything that is pending, today", "[settlement][new_period]") {
  const test::Answer answer = ask(R"({"subscription":{"pending":[{"label":"Owed","amount":"12.50"},{"label":"Due","amount":"-2.00"},{"label":"Nil","amount":"0.00"}]},"change":{"cycle":"yearly"}})");
  CHECK(answer.lines() == "unused -15.00; full 300.00; pending 12.50; pending -2.00");
  CHECK(answer["/pay_today/lines/2/label"] == "Owed");
  CHECK(answer["/after/pending"] == "[]");
}

TEST_CASE("a change of discounts beside a restart: the new list counts", "[settlement][new_period]") {
  CHECK(ask(R"({"subscription":{"discounts":["loyal"]},"change":{"cycle":"yearly","discounts":["charity"]}})").lines() ==
        "unused -13.50; full 300.00; discount -37.50");
}

TEST_CASE("a new period on a committed cycle begins a commitment, on another one it ends", "[settlement][new_period]") {
  const std::string_view rules = R"({"policy":{"rules":{"shorter_cycle":{"when":"now","cycle":"restart"},"upgrade":{"cycle":"restart"}}}})";
  const auto after = [&](std::string_view subscription, std::string_view change) {
    return test::ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":)" + std::string(change) + "}", rules, "preview",
                     "additions-commitment")["/after/committed_until"];
  };
  CHECK(after("{}", R"({"cycle":"committed"})") == "2027-11-16");
  CHECK(after(R"({"cycle":"committed","committed_until":"2027-07-01"})", R"({"cycle":"monthly"})") == "absent");
  CHECK(after(R"({"cycle":"committed","committed_until":"2027-07-01"})", R"({"plan":"team"})") == "2027-11-16");
  CHECK(after(R"({"cycle":"committed","committed_until":"2027-07-01"})", R"({"seats":4})") == "2027-07-01");
}

TEST_CASE("a commitment past the last date is an error", "[settlement][new_period]") {
  CHECK(test::ask(R"({"at":"9999-11-16","subscription":{"period":{"start":"9999-11-01","end":"9999-12-01"}},"change":{"cycle":"committed"}})",
                  R"({"policy":{"rules":{"longer_cycle":{"when":"now","cycle":"align","charge":"prorated"}}}})", "preview", "additions-commitment")
            .faults() == "date.range@");
}

TEST_CASE("after an align a period may begin before the subscription did", "[settlement][new_period]") {
  // Begun on the 20th in a month that ends on 1 December: the year's period is counted from 1 November.
  const test::Answer answer = test::ask(
      R"({"at":"2026-11-25","subscription":{"period":{"start":"2026-11-20"},"started_on":"2026-11-20"},"change":{"cycle":"yearly"}})",
      R"({"policy":{"rules":{"longer_cycle":{"cycle":"align","charge":"prorated"}}}})");
  CHECK(answer["/after/period/start"] == "2026-11-01");
  CHECK(answer["/after/started_on"] == "2026-11-20");
  // And what stands afterwards can be asked about again.
  CHECK(test::answer_to("preview", R"({"at":"2026-11-26","subscription":)" + answer["/after"] + R"(,"change":{"seats":4}})")["/allowed"] == "true");
}

TEST_CASE("a new period takes the discounts of the day on which it begins", "[settlement][new_period]") {
  const auto lines = [](std::string_view until, std::string_view cycle) {
    return test::ask(R"({"subscription":{"seats":2,"paid":"20.00","discounts":[{"id":"intro","until":")" + std::string(until) +
                         R"("}]},"change":{"cycle":"yearly"}})",
                     R"({"policy":{"rules":{"longer_cycle":{"cycle":")" + std::string(cycle) + R"("}}}})", "preview", "additions-intro").lines();
  };
  CHECK(lines("2026-11-17", "restart") == "unused -10.00; full 200.00; discount -100.00");
  CHECK(lines("2026-11-16", "restart") == "unused -10.00; full 200.00");
  // The year that contains the day began on 1 November: 350 of 365 days.
  CHECK(lines("2026-11-16", "align") == "unused -10.00; charge 191.78; discount -95.89");
  CHECK(lines("2026-11-01", "align") == "unused -10.00; charge 191.78");
}

}  // namespace
}  // namespace planshift
