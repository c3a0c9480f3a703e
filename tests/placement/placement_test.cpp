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
  const Placement placement = place(*catalog, test::subscription_to(*catalog),
                                    test::change_to(*catalog, R"({"plan":"team","seats":4})"));
  REQUIRE(placement.movements.size() == 2);
  CHECK(placement.movements[0].rule != nullptr);
  CHECK(placement.movements[1].rule == nullptr);
  for (const PlacedMovement& each : placement.movements) {
    CHECK(!each.is_now());
    CHECK(!each.waits());
  }
}

}  // namespace
}  // namespace planshift
