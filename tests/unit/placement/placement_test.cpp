#include "core/placement/placement.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string rules(std::string_view text, std::string_view mixed = "split") {
  return R"({"policy":{"mixed":")" + std::string(mixed) + R"(","rules":)" + std::string(text) + "}}";
}

TEST_CASE("each movement happens when its rule says", "[placement]") {
  const auto when = [](std::string_view rule, std::string_view change) {
    return ask(R"({"change":)" + std::string(change) + "}", rules(rule)).movements();
  };
  CHECK(when("{}", R"({"plan":"team"})") == "upgrade now 2026-11-16");
  CHECK(when(R"({"upgrade":{"when":"period_end"}})", R"({"plan":"team"})") == "upgrade period_end 2026-12-01");
  CHECK(when(R"({"upgrade":{"when":"choice"}})", R"({"plan":"team"})") == "upgrade now 2026-11-16");
  CHECK(when(R"({"upgrade":{"when":"choice"}})", R"({"plan":"team","timing":"period_end"})") ==
        "upgrade period_end 2026-12-01");
  CHECK(when(R"({"upgrade":{"when":"choice","choice_default":"period_end"}})", R"({"plan":"team"})") ==
        "upgrade period_end 2026-12-01");
  CHECK(when(R"({"upgrade":{"when":"choice","choice_default":"period_end"}})", R"({"plan":"team","timing":"now"})") ==
        "upgrade now 2026-11-16");
}

TEST_CASE("if one waits, what would begin a new period waits with it", "[placement]") {
  const test::Answer answer = ask(R"({"change":{"seats":2,"cycle":"yearly"}})", rules(R"({"remove_seats":{"when":"period_end"}})"));
  CHECK(answer.movements() == "remove_seats period_end 2026-12-01; longer_cycle period_end 2026-12-01");
  CHECK(answer.codes("/notices") == "deferred_together");
  CHECK(answer.lines() == "");
  CHECK(answer["/after/scheduled"] == R"({"cycle":"yearly","seats":2})");
}

TEST_CASE("if one waits, what keeps the period still happens now; or all wait together", "[placement]") {
  const std::string_view change = R"({"change":{"plan":"team","seats":2}})";
  const std::string_view waits = R"({"remove_seats":{"when":"period_end"}})";
  const test::Answer split = ask(change, rules(waits));
  CHECK(split.movements() == "upgrade now 2026-11-16; remove_seats period_end 2026-12-01");
  CHECK(split.codes("/notices") == "");
  CHECK(split.lines() == "unused -15.00; charge 32.50");  // 30.00 and 65.00 × 15/30
  const test::Answer together = ask(change, rules(waits, "together"));
  CHECK(together.movements() == "upgrade period_end 2026-12-01; remove_seats period_end 2026-12-01");
  CHECK(together.codes("/notices") == "deferred_together");
}

TEST_CASE("what waits alone needs no notice", "[placement]") {
  const test::Answer answer = ask(R"({"change":{"seats":2}})", rules(R"({"remove_seats":{"when":"period_end"}})", "together"));
  CHECK(answer.codes("/notices") == "");
}

TEST_CASE("what is scheduled stays, member by member, except what the change names", "[placement]") {
  const std::string waits = rules(R"({"downgrade":{"when":"period_end"},"remove_seats":{"when":"period_end"}})");
  const auto after = [&](std::string_view scheduled, std::string_view change) {
    const test::Answer answer = ask(R"({"subscription":{"plan":"team","addons":[{"id":"pi"}],"scheduled":)" +
                                        std::string(scheduled) + R"(},"change":)" + std::string(change) + "}",
                                    waits);
    return answer["/after/scheduled"] + " " + answer.codes("/notices");
  };
  CHECK(after(R"({"plan":"basic","seats":2,"addons":[]})", R"({"seats":4})") ==
        R"({"plan":"basic","addons":[]} replaces_scheduled)");
  CHECK(after(R"({"seats":2})", R"({"plan":"scale"})") == R"({"seats":2} )");
  CHECK(after(R"({"seats":2,"cycle":"yearly"})", R"({"cycle":"monthly"})") == R"({"seats":2} replaces_scheduled)");
  CHECK(after(R"({"seats":2,"addons":[]})", R"({"addons":[{"id":"pi"}]})") == R"({"seats":2} replaces_scheduled)");
  CHECK(after(R"({"seats":2})", R"({"seats":1})") == R"({"seats":1} replaces_scheduled)");
  CHECK(after(R"({"plan":"basic"})", R"({"plan":"team"})") == "absent replaces_scheduled");
}

TEST_CASE("what is scheduled to stay as it is is not scheduled", "[placement]") {
  CHECK(ask(R"({"subscription":{"scheduled":{"seats":3,"plan":"team"}},"change":{"addons":[],"plan":"team"}})")["/after/scheduled"] == "absent");
}

TEST_CASE("a waiting change of add-ons and of the cycle is scheduled whole", "[placement]") {
  const std::string waits = rules(R"({"add_addon":{"when":"period_end"},"remove_addon":{"when":"period_end"},"longer_cycle":{"when":"period_end"}})");
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"addons":[{"id":"pi","seats":2}],"cycle":"yearly"}})", waits)["/after/scheduled"] ==
        R"({"cycle":"yearly","addons":[{"id":"pi","seats":2}]})");
  CHECK(ask(R"({"subscription":{"plan":"team","addons":[{"id":"pi"}]},"change":{"addons":[]}})", waits)["/after/scheduled"] ==
        R"({"addons":[]})");
}

TEST_CASE("a movement that may never happen is left unplaced", "[placement]") {
  const auto catalog = test::catalog_with(rules(R"({"upgrade":{"when":"never"},"add_seats":null})"));
  const Asked asked{test::day("2026-11-16"), std::nullopt, test::change_to(*catalog, R"({"plan":"team","seats":4})")};
  const Placement placement = place(*catalog, test::subscription_to(*catalog), asked);
  REQUIRE(placement.movements.size() == 2);
  CHECK(placement.movements[0].rule != nullptr);
  CHECK(placement.movements[1].rule == nullptr);
  for (const PlacedMovement& each : placement.movements) {
    CHECK(!each.is_now());
    CHECK(!each.waits());
  }
}

// Upgrades wait for the period's end, fewer seats for the commitment's, which is on 1 July 2027.
test::Answer committed(std::string_view change, std::string_view more = "", std::string_view mixed = "split") {
  return ask(R"({"subscription":{"cycle":"committed","committed_until":"2027-07-01")" + std::string(more) + R"(},"change":)" +
                 std::string(change) + "}",
             R"({"policy":{"mixed":")" + std::string(mixed) + R"(","rules":{"upgrade":{"when":"period_end"}}}})", "preview",
             "additions-commitment");
}

TEST_CASE("what waits for the term happens when the commitment has ended", "[placement]") {
  const test::Answer answer = committed(R"({"seats":2})");
  CHECK(answer.movements() == "remove_seats term_end 2027-07-01");
  CHECK(answer.codes("/notices") == "");
  CHECK(answer["/after/scheduled_on"] == "2027-07-01");
  CHECK(answer["/terms_next/seats"] == "3");
  CHECK(answer["/next_payment/due"] == "30.00");
  CHECK(committed(R"({"seats":2,"timing":"period_end"})").movements() == "remove_seats term_end 2027-07-01");
  CHECK(committed(R"({"seats":2,"timing":"now"})").codes() == "timing");
}

TEST_CASE("without a commitment that lies ahead the term ends with the period", "[placement]") {
  const test::Answer none = committed(R"({"seats":2})", R"(,"committed_until":null)");
  CHECK(none.movements() == "remove_seats period_end 2026-12-01");
  CHECK(none["/after/scheduled_on"] == "absent");
  CHECK(none["/terms_next/seats"] == "2");
  CHECK(committed(R"({"seats":2})", R"(,"committed_until":"2026-12-01")").movements() == "remove_seats period_end 2026-12-01");
}

TEST_CASE("what waits waits together, for the latest of its dates", "[placement]") {
  const test::Answer both = committed(R"({"plan":"team","seats":2})");
  CHECK(both.movements() == "upgrade term_end 2027-07-01; remove_seats term_end 2027-07-01");
  CHECK(both.codes("/notices") == "deferred_together");
  CHECK(both["/after/scheduled"] == R"({"plan":"team","seats":2})");
  CHECK(both["/after/scheduled_on"] == "2027-07-01");
  CHECK(both["/terms_next/plan"] == "basic");
}

TEST_CASE("what stays scheduled waits with it, or it with what stays scheduled", "[placement]") {
  const test::Answer later = committed(R"({"seats":2})", R"(,"scheduled":{"plan":"team"})");
  CHECK(later.movements() == "remove_seats term_end 2027-07-01");
  CHECK(later.codes("/notices") == "deferred_together");
  CHECK(later["/after/scheduled"] == R"({"plan":"team","seats":2})");
  CHECK(later["/after/scheduled_on"] == "2027-07-01");

  const test::Answer follows = committed(R"({"plan":"team"})", R"(,"scheduled":{"seats":2},"scheduled_on":"2027-07-01")");
  CHECK(follows.movements() == "upgrade term_end 2027-07-01");
  CHECK(follows.codes("/notices") == "deferred_together");
  CHECK(follows["/after/scheduled_on"] == "2027-07-01");

  // A date within a period is the renewal after it.
  const test::Answer within = committed(R"({"plan":"team"})", R"(,"scheduled":{"seats":2},"scheduled_on":"2027-06-15")");
  CHECK(within.movements() == "upgrade term_end 2027-07-01");
  // What is replaced no longer counts.
  const test::Answer replaced = committed(R"({"plan":"team","seats":3})", R"(,"scheduled":{"seats":2},"scheduled_on":"2027-07-01")");
  CHECK(replaced.movements() == "upgrade period_end 2026-12-01");
  CHECK(replaced.codes("/notices") == "replaces_scheduled");
}

TEST_CASE("what stays scheduled beside something that happens now keeps its date", "[placement]") {
  const test::Answer answer = committed(R"({"seats":4})", R"(,"scheduled":{"plan":"team"},"scheduled_on":"2027-07-01")");
  CHECK(answer.movements() == "add_seats now 2026-11-16");
  CHECK(answer.codes("/notices") == "");
  CHECK(answer["/after/scheduled_on"] == "2027-07-01");
  const test::Answer taken_back = committed(R"({"plan":"basic"})", R"(,"scheduled":{"plan":"team"},"scheduled_on":"2027-07-01")");
  CHECK(taken_back["/after/scheduled_on"] == "absent");
}

TEST_CASE("what happens now waits for the term too where all of a change does", "[placement]") {
  const test::Answer answer = committed(R"({"seats":2,"cycle":"monthly","addons":[]})", "", "together");
  CHECK(answer.movements() == "remove_seats term_end 2027-07-01; shorter_cycle term_end 2027-07-01");
  CHECK(answer.codes("/notices") == "");
}

TEST_CASE("the rule of a movement is that of its day", "[placement]") {
  const auto when = [](std::string_view at) {
    return ask(R"({"at":")" + std::string(at) + R"(","change":{"plan":"team"}})",
               rules(R"({"upgrade":{"in_first":[{"of":"period","length":"P1W","when":"period_end"}]}})")).movements();
  };
  CHECK(when("2026-11-07") == "upgrade period_end 2026-12-01");
  CHECK(when("2026-11-08") == "upgrade now 2026-11-08");
}

}  // namespace
}  // namespace planshift
