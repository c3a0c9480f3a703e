#include "core/document/read/read_policy.hpp"

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

TEST_CASE("each member of a fee is read", "[document][read_policy]") {
  const auto fee_of = [](std::string_view fee) {
    const auto catalog = test::catalog_with(R"({"policy":{"rules":{"cancel":{"fee":)" + std::string(fee) + "}}}}");
    return *catalog->policy.rule(MovementKind::cancel, CycleIndex{0})->fee;
  };
  const Fee amount = fee_of(R"({"amount":"200.00","less":"10.00","at_most":"rest"})");
  CHECK(amount.amount == test::usd("200.00"));
  CHECK(amount.less == test::usd("10.00"));
  CHECK(amount.at_most == FeeLimit::rest);
  CHECK(!amount.percent);
  CHECK(fee_of(R"({"percent":"12.5"})").percent->text() == "12.5");
}

TEST_CASE("a fee is a percentage or an amount", "[document][read_policy]") {
  const auto faults = [](std::string_view fee) {
    return test::catalog_faults(R"({"policy":{"rules":{"cancel":{"fee":)" + std::string(fee) + "}}}}");
  };
  CHECK(faults("{}") == "fee.kind@/policy/rules/cancel/fee");
  CHECK(faults(R"({"percent":"5","amount":"1.00"})") == "fee.kind@/policy/rules/cancel/fee");
  CHECK(faults(R"({"percent":"5","less":"1.00"})") == "fee.percent_alone@/policy/rules/cancel/fee");
  CHECK(faults(R"({"percent":"5","at_most":"rest"})") == "fee.percent_alone@/policy/rules/cancel/fee");
  CHECK(faults(R"({"amount":"5.00","at_most":"all"})") == "value.choice@/policy/rules/cancel/fee/at_most");
  CHECK(faults("5") == "value.type@/policy/rules/cancel/fee");
}

TEST_CASE("used time is counted at a cycle that there is", "[document][read_policy]") {
  const auto faults = [](std::string_view cycle) {
    return test::catalog_faults(R"({"policy":{"rules":{"cancel":{"used_at":)" + std::string(cycle) + "}}}}");
  };
  CHECK(faults(R"("monthly")") == "absent");
  CHECK(faults(R"("weekly")") == "id.unknown@/policy/rules/cancel/used_at");
  CHECK(faults("1") == "value.type@/policy/rules/cancel/used_at");
}

TEST_CASE("a window says what it is of and how long, and has no windows itself", "[document][read_policy]") {
  const auto faults = [](std::string_view windows) {
    return test::catalog_faults(R"({"policy":{"rules":{"cancel":{"in_first":)" + std::string(windows) + "}}}}");
  };
  CHECK(faults("[]") == "absent");
  CHECK(faults(R"([{"length":"P1W"}])") == "member.missing@/policy/rules/cancel/in_first/0");
  CHECK(faults(R"([{"of":"period"}])") == "member.missing@/policy/rules/cancel/in_first/0");
  CHECK(faults(R"([{"of":"term","length":"P1W"}])") == "value.choice@/policy/rules/cancel/in_first/0/of");
  CHECK(faults(R"([{"of":"period","length":"P1W","in_first":[]}])") == "member.unknown@/policy/rules/cancel/in_first/0/in_first");
  CHECK(faults(R"([{"of":"period","length":"P1W","on_cycles":{}}])") == "member.unknown@/policy/rules/cancel/in_first/0/on_cycles");
  CHECK(faults("{}") == "value.type@/policy/rules/cancel/in_first");
  std::string many = R"({"of":"period","length":"P1W"})";
  for (int i = 0; i < 20; ++i) many += R"(,{"of":"period","length":"P1W"})";
  CHECK(faults("[" + many + "]") == "value.list_long@/policy/rules/cancel/in_first");
}

TEST_CASE("the last period may be cut short", "[document][read_policy]") {
  CHECK(test::catalog_with()->policy.proration.last_period == LastPeriod::full);
  CHECK(test::catalog_with(R"({"policy":{"proration":{"last_period":"prorated"}}})")->policy.proration.last_period == LastPeriod::prorated);
  CHECK(test::catalog_faults(R"({"policy":{"proration":{"last_period":"none"}}})") == "value.choice@/policy/proration/last_period");
}

}  // namespace
}  // namespace planshift
