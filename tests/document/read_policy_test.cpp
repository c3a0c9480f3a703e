#include "core/document/read_policy.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

TEST_CASE("each member of a policy is read", "[document][read_policy]") {
  const auto catalog = test::catalog_with(R"({"sources":[{"id":"s"}],"policy":{"mixed":"together",
      "proration":{"unit":"day30","rounding":"half_even","change_day":"remaining"},
      "rules":{"cancel":{"when":"choice","choice_default":"period_end","unused":"refund","roles":["owner"],"notice":"P2W","cite":["s"]},
               "upgrade":{"lines":"net","collect":"next_payment","on_cycles":{"yearly":{"lines":"split"}}},
               "longer_cycle":{"cycle":"restart","unused":"forfeit","carry_credits":true,"charge":"full"}}}})");
  const Policy& policy = catalog->policy;
  CHECK(policy.mixed == Mixed::together);
  CHECK(policy.proration.unit == ProrationUnit::day30);
  CHECK(policy.proration.rounding == Rounding::half_even);
  CHECK(policy.proration.change_day == ChangeDay::remaining);
  const Rule& cancel = *policy.rule(MovementKind::cancel, CycleIndex{0});
  CHECK(cancel.when == When::choice);
  CHECK(cancel.choice_default == Timing::period_end);
  CHECK(cancel.unused == Unused::refund);
  CHECK(cancel.roles->front() == "owner");
  CHECK(cancel.notice->days() == 14);
  CHECK(cancel.cite.size() == 1);
  CHECK(policy.rule(MovementKind::upgrade, CycleIndex{0})->lines == LineStyle::net);
  CHECK(policy.rule(MovementKind::upgrade, CycleIndex{1})->lines == LineStyle::split);
  CHECK(policy.rule(MovementKind::upgrade, CycleIndex{1})->collect == Collect::next_payment);
  CHECK(policy.rule(MovementKind::longer_cycle, CycleIndex{0})->carry_credits);
  const auto defaults = test::catalog_with(R"({"policy":{"proration":null,"mixed":null,"rules":{"lateral":null}}})");
  CHECK(defaults->policy.proration.unit == ProrationUnit::day);
  CHECK(defaults->policy.proration.rounding == Rounding::half_up);
  CHECK(defaults->policy.mixed == Mixed::split);
  CHECK(defaults->policy.rule(MovementKind::lateral, CycleIndex{0}) == nullptr);
}

TEST_CASE("roles are ids, and not too many", "[document][read_policy]") {
  CHECK(test::catalog_faults(R"({"policy":{"rules":{"upgrade":{"roles":["Owner"]}}}})") == "value.id@/policy/rules/upgrade/roles/0");
  CHECK(test::catalog_faults(R"({"policy":{"rules":{"upgrade":{"roles":"owner"}}}})") == "value.type@/policy/rules/upgrade/roles");
}

TEST_CASE("rules that could not be read are not judged", "[document][read_policy]") {
  CHECK(test::catalog_faults(R"({"policy":{"rules":{"longer_cycle":{"cycle":"begin_anew"}}}})") == "value.choice@/policy/rules/longer_cycle/cycle");
}

}  // namespace
}  // namespace planshift
