#include "core/document/read_policy.hpp"

#include <string>
#include <utility>

namespace planshift {
namespace {

constexpr std::size_t most_roles = 100;
constexpr std::size_t most_cited = 100;

constexpr std::string_view members_of_rules =
    "when choice_default cycle unused charge collect lines carry_credits roles notice cite on_cycles";
// All but the last.
constexpr std::string_view members_of_overrides = members_of_rules.substr(0, members_of_rules.rfind(' '));

std::vector<std::string_view> read_roles(Reader& reader, JsonValue list) {
  std::vector<std::string_view> roles;
  if (!reader.list(list, most_roles)) return roles;
  for (JsonValue each : children_of(list)) {
    if (const auto role = reader.id(each)) roles.emplace_back(*role);
  }
  return roles;
}

// The members that a rule and its overrides share.
RuleText read_rule_members(Reader& reader, const Members& members, const Catalog& catalog) {
  RuleText rule;
  rule.when = reader.choice<When>(members["when"]);
  rule.choice_default = reader.choice<Timing>(members["choice_default"]);
  rule.cycle = reader.choice<CycleTreatment>(members["cycle"]);
  rule.unused = reader.choice<Unused>(members["unused"]);
  rule.charge = reader.choice<Charge>(members["charge"]);
  rule.collect = reader.choice<Collect>(members["collect"]);
  rule.lines = reader.choice<LineStyle>(members["lines"]);
  rule.carry_credits = reader.boolean(members["carry_credits"]);
  if (const JsonValue roles = members["roles"]) rule.roles = read_roles(reader, roles);
  rule.notice = reader.offset(members["notice"]);
  if (const JsonValue cite = members["cite"]) rule.cite = read_cite(reader, cite, catalog);
  return rule;
}

// The rule in effect on each cycle.
std::vector<Rule> read_rule(Reader& reader, MovementKind kind, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, members_of_rules);
  const RuleText base = read_rule_members(reader, members, catalog);
  std::vector<RuleText> texts(catalog.cycles.size(), base);
  const JsonValue on_cycles = members["on_cycles"];
  if (reader.is(on_cycles, JsonKind::object)) {
    for (JsonValue each : children_of(on_cycles)) {
      const auto cycle = catalog.cycle_ids.find(each.key());
      if (!cycle && is_ignored(each.key())) continue;
      Members overrides(reader, each, members_of_overrides);
      const RuleText override_ = read_rule_members(reader, overrides, catalog);
      if (cycle) {
        texts[*cycle] = base.overridden_by(override_);
      } else {
        reader.fault(each, FaultCode::id_unknown, {{"kind", "cycle"}, {"id", each.key()}});
      }
    }
  }
  std::vector<Rule> rules;
  rules.reserve(texts.size());
  for (const RuleText& text : texts) rules.push_back(text.with_defaults(kind));
  return rules;
}

void read_rules(Reader& reader, JsonValue object, Catalog& catalog) {
  Members members(
      reader, object,
      "upgrade downgrade lateral add_seats remove_seats add_addon remove_addon longer_cycle shorter_cycle cancel");
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    if (const JsonValue rule = members.find(name_of(kind))) {
      catalog.policy.set(kind, read_rule(reader, kind, rule, catalog));
    }
  }
}

Proration read_proration(Reader& reader, JsonValue object) {
  Proration proration;
  if (!object) return proration;
  Members members(reader, object, "unit rounding change_day");
  proration.unit = reader.choice<ProrationUnit>(members["unit"]).value_or(ProrationUnit::day);
  proration.rounding = reader.choice<Rounding>(members["rounding"]).value_or(Rounding::half_up);
  proration.change_day = reader.choice<ChangeDay>(members["change_day"]).value_or(ChangeDay::remaining);
  if (proration.unit == ProrationUnit::second && members["change_day"]) {
    reader.fault(members["change_day"], FaultCode::policy_second_change_day);
  }
  return proration;
}

}  // namespace

std::vector<SourceIndex> read_cite(Reader& reader, JsonValue list, const Catalog& catalog) {
  std::vector<SourceIndex> cite;
  if (!reader.list(list, most_cited)) return cite;
  for (JsonValue each : children_of(list)) {
    const auto id = reader.id(each);
    if (!id) continue;
    if (const auto source = catalog.source_ids.find_index<SourceIndex>(*id)) {
      cite.push_back(*source);
    } else {
      reader.fault(each, FaultCode::id_unknown, {{"kind", "source"}, {"id", *id}});
    }
  }
  return cite;
}

void read_policy(Reader& reader, JsonValue object, Catalog& catalog) {
  Members members(reader, object, "proration mixed rules");
  catalog.policy.proration = read_proration(reader, members["proration"]);
  catalog.policy.mixed = reader.choice<Mixed>(members["mixed"]).value_or(Mixed::split);
  if (const JsonValue rules = members.required("rules")) read_rules(reader, rules, catalog);
}

}  // namespace planshift
