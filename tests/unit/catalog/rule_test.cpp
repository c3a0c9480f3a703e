#include "core/catalog/rule.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

TEST_CASE("what a rule leaves out has the contract's defaults", "[catalog][rule]") {
  const Rule rule = RuleText{}.with_defaults(MovementKind::upgrade);
  CHECK(rule.when == When::now);
  CHECK(rule.choice_default == Timing::now);
  CHECK(rule.cycle == CycleTreatment::keep);
  CHECK(rule.unused == Unused::credit);
  CHECK(rule.charge == Charge::prorated);
  CHECK(rule.collect == Collect::now);
  CHECK(rule.lines == LineStyle::split);
  CHECK(!rule.carry_credits);
  CHECK(!rule.once);
  CHECK(!rule.roles);
  CHECK(!rule.notice);
  CHECK(!rule.used_at);
  CHECK(!rule.fee);
  CHECK(rule.cite.empty());
}

TEST_CASE("a cancellation waits and forfeits by default", "[catalog][rule]") {
  const Rule rule = RuleText{}.with_defaults(MovementKind::cancel);
  CHECK(rule.when == When::period_end);
  CHECK(rule.unused == Unused::forfeit);
}

TEST_CASE("beside a restart the default charge is a full one, beside align it is prorated", "[catalog][rule]") {
  RuleText text;
  text.cycle = CycleTreatment::restart;
  CHECK(text.with_defaults(MovementKind::longer_cycle).charge == Charge::full);
  text.cycle = CycleTreatment::align;
  CHECK(text.with_defaults(MovementKind::longer_cycle).charge == Charge::prorated);
}

RuleText all_members() {
  RuleText text;
  text.when = When::choice;
  text.choice_default = Timing::period_end;
  text.cycle = CycleTreatment::restart;
  text.unused = Unused::forfeit;
  text.charge = Charge::none;
  text.collect = Collect::next_payment;
  text.lines = LineStyle::net;
  text.carry_credits = true;
  text.once = true;
  text.roles = {"owner"};
  text.notice = Length{14, LengthUnit::day};
  text.used_at = CycleIndex{1};
  text.fee = Fee{std::nullopt, Money::of_minor(500), std::nullopt, std::nullopt};
  text.cite = {SourceIndex{3}};
  return text;
}

void check_all_members(const Rule& rule) {
  CHECK(rule.when == When::choice);
  CHECK(rule.choice_default == Timing::period_end);
  CHECK(rule.cycle == CycleTreatment::restart);
  CHECK(rule.unused == Unused::forfeit);
  CHECK(rule.charge == Charge::none);
  CHECK(rule.collect == Collect::next_payment);
  CHECK(rule.lines == LineStyle::net);
  CHECK(rule.carry_credits);
  CHECK(rule.once);
  CHECK(rule.roles == std::vector<std::string_view>{"owner"});
  CHECK(rule.notice->count == 14);
  CHECK(rule.used_at == CycleIndex{1});
  CHECK(rule.fee->amount == Money::of_minor(500));
  CHECK(rule.cite == std::vector<SourceIndex>{SourceIndex{3}});
}

TEST_CASE("every member that is given counts", "[catalog][rule]") {
  check_all_members(all_members().with_defaults(MovementKind::upgrade));
}

TEST_CASE("an override replaces the members that it names, each of them, and no other", "[catalog][rule]") {
  check_all_members(RuleText{}.overridden_by(all_members()).with_defaults(MovementKind::upgrade));
  check_all_members(all_members().overridden_by(RuleText{}).with_defaults(MovementKind::upgrade));
  RuleText base;
  base.unused = Unused::refund;
  base.when = When::never;
  RuleText override_;
  override_.when = When::now;
  const Rule rule = base.overridden_by(override_).with_defaults(MovementKind::upgrade);
  CHECK(rule.when == When::now);
  CHECK(rule.unused == Unused::refund);
}

TEST_CASE("when a rule lets it happen", "[catalog][rule]") {
  struct Row {
    When when;
    bool now, later;
  };
  for (const Row& row : {Row{When::now, true, false}, Row{When::period_end, false, true}, Row{When::choice, true, true},
                         Row{When::never, false, false}, Row{When::term_end, false, true}}) {
    Rule rule;
    rule.when = row.when;
    CHECK(rule.may_happen_now() == row.now);
    CHECK(rule.may_wait() == row.later);
  }
}

TEST_CASE("every movement has a name, and one that takes it back", "[catalog][rule]") {
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    CHECK(!name_of(kind).empty());
    CHECK(opposite(opposite(kind)) == kind);
  }
  CHECK(opposite(MovementKind::upgrade) == MovementKind::downgrade);
  CHECK(opposite(MovementKind::add_seats) == MovementKind::remove_seats);
  CHECK(opposite(MovementKind::add_addon) == MovementKind::remove_addon);
  CHECK(opposite(MovementKind::longer_cycle) == MovementKind::shorter_cycle);
  CHECK(opposite(MovementKind::lateral) == MovementKind::lateral);
  CHECK(name_of(MovementKind::upgrade) == "upgrade");
  CHECK(name_of(MovementKind::shorter_cycle) == "shorter_cycle");
}

TEST_CASE("what a fee needs, and what comes back as a refund", "[catalog][rule]") {
  Fee fee;
  CHECK(!fee.needs_commitment());
  fee.at_most = FeeLimit::rest;
  CHECK(fee.needs_commitment());
  fee = {};
  fee.less = Money();
  CHECK(fee.needs_commitment());
  fee = {};
  fee.percent = Percent();
  CHECK(fee.needs_commitment());

  Rule rule;
  for (const Unused unused : {Unused::credit, Unused::forfeit}) {
    rule.unused = unused;
    CHECK(!rule.refunds());
  }
  for (const Unused unused : {Unused::refund, Unused::refund_all}) {
    rule.unused = unused;
    CHECK(rule.refunds());
  }
}

TEST_CASE("a new add-on costs its fee by default", "[catalog][rule]") {
  CHECK(RuleText{}.with_defaults(MovementKind::add_addon).once);
  CHECK(!RuleText{}.with_defaults(MovementKind::add_seats).once);
}

}  // namespace
}  // namespace planshift
