#include "core/catalog/policy.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;

constexpr CycleIndex monthly{0}, yearly{1};

// Two windows on the month; on the year one of its own.
std::unique_ptr<Catalog> windowed() {
  return test::catalog_with(R"({"policy":{"rules":{"cancel":{"when":"period_end","in_first":[
      {"of":"subscription","length":"P14D","when":"now","unused":"refund_all"},
      {"of":"period","length":"P20D","when":"now","unused":"refund"}],
      "on_cycles":{"yearly":{"unused":"refund","in_first":[{"of":"period","length":"P1M","when":"now"}]}}},
      "upgrade":{"on_cycles":{"yearly":{"charge":"none"}},"in_first":[{"of":"period","length":"P2D","when":"never"}]},
      "downgrade":{"when":"period_end"}}}})");
}

RuleDay on(std::string_view at) { return {day(at), day("2026-11-01"), day("2026-11-01")}; }

TEST_CASE("the first window that holds overrides the rule", "[catalog][policy]") {
  const auto catalog = windowed();
  const Policy& policy = catalog->policy;
  const auto unused = [&](std::string_view at) { return policy.rule(MovementKind::cancel, monthly, on(at))->unused; };
  CHECK(unused("2026-11-14") == Unused::refund_all);
  CHECK(unused("2026-11-15") == Unused::refund);
  CHECK(unused("2026-11-20") == Unused::refund);
  CHECK(unused("2026-11-21") == Unused::forfeit);
  CHECK(policy.rule(MovementKind::cancel, monthly, on("2026-11-21"))->when == When::period_end);
  CHECK(policy.rule(MovementKind::cancel, monthly)->when == When::period_end);
  CHECK(policy.has_windows());
}

TEST_CASE("windows come after what differs on a cycle, which may have windows of its own", "[catalog][policy]") {
  const auto catalog = windowed();
  const Policy& policy = catalog->policy;
  const Rule& cancel = *policy.rule(MovementKind::cancel, yearly, on("2026-11-30"));
  CHECK(cancel.when == When::now);
  CHECK(cancel.unused == Unused::refund);
  CHECK(policy.rule(MovementKind::cancel, yearly, on("2026-12-01"))->when == When::period_end);
  // The rule's own windows hold on a cycle that names none, with what that cycle overrides.
  const Rule& upgrade = *policy.rule(MovementKind::upgrade, yearly, on("2026-11-02"));
  CHECK(upgrade.when == When::never);
  CHECK(upgrade.charge == Charge::none);
}

TEST_CASE("a window that restarts charges a full period by default", "[catalog][policy]") {
  const auto catalog = test::catalog_with(
      R"({"policy":{"rules":{"upgrade":{"charge":null,"in_first":[{"of":"period","length":"P2D","cycle":"restart"}]}}}})");
  CHECK(catalog->policy.rule(MovementKind::upgrade, monthly)->charge == Charge::prorated);
  CHECK(catalog->policy.rule(MovementKind::upgrade, monthly, on("2026-11-01"))->charge == Charge::full);
}

TEST_CASE("every rule is the rule itself and what each window makes of it", "[catalog][policy]") {
  const auto catalog = windowed();
  CHECK(catalog->policy.every_rule(MovementKind::cancel, monthly).size() == 3);
  CHECK(catalog->policy.every_rule(MovementKind::cancel, yearly).size() == 2);
  CHECK(catalog->policy.every_rule(MovementKind::downgrade, monthly).size() == 1);
  const auto few = test::catalog_with(R"({"policy":{"rules":{"lateral":null}}})");
  CHECK(few->policy.every_rule(MovementKind::lateral, monthly).empty());
  CHECK(!few->policy.has_windows());
  CHECK(few->policy.rule(MovementKind::lateral, monthly, on("2026-11-01")) == nullptr);
}

}  // namespace
}  // namespace planshift
