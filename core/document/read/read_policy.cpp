#include "core/document/read/read_policy.hpp"

#include <string>
#include <utility>

namespace planshift {
namespace {

constexpr std::size_t most_roles = 100;
constexpr std::size_t most_cited = 100;

constexpr std::size_t most_windows = 20;

// Each list of members begins with the next one.
constexpr std::string_view members_of_rules =
    "when choice_default cycle unused charge collect lines carry_credits once roles notice used_at fee cite in_first "
    "on_cycles";
constexpr std::string_view members_of_overrides = members_of_rules.substr(0, members_of_rules.rfind(' '));
constexpr std::string_view members_of_windows =
    "of length when choice_default cycle unused charge collect lines carry_credits once roles notice used_at fee cite";

std::vector<std::string_view> read_roles(Reader& reader, JsonValue list) {
  std::vector<std::string_view> roles;
  if (!reader.list(list, most_roles)) return roles;
  for (JsonValue each : children_of(list)) {
    if (const auto role = reader.id(each)) roles.emplace_back(*role);
  }
  return roles;
}

std::optional<CycleIndex> read_cycle_id(Reader& reader, JsonValue value, const Catalog& catalog) {
  const auto id = reader.id(value);
  if (!id) return std::nullopt;
  const auto cycle = catalog.cycle_ids.find_index<CycleIndex>(*id);
  if (!cycle) reader.fault(value, FaultCode::id_unknown, {{"kind", "cycle"}, {"id", *id}});
  return cycle;
}

Fee read_fee(Reader& reader, JsonValue object) {
  Members members(reader, object, "percent amount less at_most");
  const JsonValue percent = members["percent"];
  const JsonValue amount = members["amount"];
  Fee fee;
  fee.percent = reader.percent(percent);
  fee.amount = reader.money(amount).value_or(Money());
  fee.less = reader.money(members["less"]);
  fee.at_most = reader.choice<FeeLimit>(members["at_most"]);
  if (members && static_cast<bool>(percent) == static_cast<bool>(amount)) {
    reader.fault(object, FaultCode::fee_kind);
  } else if (percent && (members["less"] || members["at_most"])) {
    reader.fault(object, FaultCode::fee_percent_alone);
  }
  return fee;
}

// The members that a rule, its windows and its overrides share.
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
  rule.once = reader.boolean(members["once"]);
  if (const JsonValue roles = members["roles"]) rule.roles = read_roles(reader, roles);
  rule.notice = reader.offset(members["notice"]);
  rule.used_at = read_cycle_id(reader, members["used_at"], catalog);
  if (const JsonValue fee = members["fee"]) rule.fee = read_fee(reader, fee);
  if (const JsonValue cite = members["cite"]) rule.cite = read_cite(reader, cite, catalog);
  return rule;
}

// An entry of `in_first`.
struct WindowText {
  WindowOf of = WindowOf::subscription;
  Length length;
  RuleText members;
};

std::vector<WindowText> read_windows(Reader& reader, JsonValue list, const Catalog& catalog) {
  std::vector<WindowText> out;
  if (!reader.list(list, most_windows)) return out;
  for (JsonValue each : children_of(list)) {
    Members members(reader, each, members_of_windows);
    WindowText window;
    window.of = reader.choice<WindowOf>(members.required("of")).value_or(WindowOf::subscription);
    window.length = reader.length(members.required("length")).value_or(Length());
    window.members = read_rule_members(reader, members, catalog);
    out.push_back(std::move(window));
  }
  return out;
}

// A rule as written: its own members, and its windows.
struct WindowedText {
  RuleText rule;
  std::vector<WindowText> windows;

  [[nodiscard]] std::vector<Window> windows_with_defaults(MovementKind kind) const {
    std::vector<Window> out;
    out.reserve(windows.size());
    for (const WindowText& each : windows) {
      out.push_back({each.of, each.length, rule.overridden_by(each.members).with_defaults(kind)});
    }
    return out;
  }
};

// The rule in effect on each cycle, and what its windows make of it.
void read_rule(Reader& reader, MovementKind kind, JsonValue object, Catalog& catalog) {
  Members members(reader, object, members_of_rules);
  const WindowedText base{read_rule_members(reader, members, catalog),
                          read_windows(reader, members["in_first"], catalog)};
  std::vector<WindowedText> texts(catalog.cycles.size(), base);
  const JsonValue on_cycles = members["on_cycles"];
  if (reader.is(on_cycles, JsonKind::object)) {
    for (JsonValue each : children_of(on_cycles)) {
      const auto cycle = catalog.cycle_ids.find(each.key());
      if (!cycle && is_ignored(each.key())) continue;
      Members overrides(reader, each, members_of_overrides);
      const RuleText override_ = read_rule_members(reader, overrides, catalog);
      const JsonValue in_first = overrides["in_first"];
      const std::vector<WindowText> windows = read_windows(reader, in_first, catalog);
      if (cycle) {
        texts[*cycle] = {base.rule.overridden_by(override_), in_first ? windows : base.windows};
      } else {
        reader.fault(each, FaultCode::id_unknown, {{"kind", "cycle"}, {"id", each.key()}});
      }
    }
  }
  std::vector<Rule> rules;
  std::vector<std::vector<Window>> windows;
  bool any = false;
  for (const WindowedText& text : texts) {
    rules.push_back(text.rule.with_defaults(kind));
    windows.push_back(text.windows_with_defaults(kind));
    any = any || !text.windows.empty();
  }
  catalog.policy.set(kind, std::move(rules));
  if (any) catalog.policy.set_windows(kind, std::move(windows));
}

void read_rules(Reader& reader, JsonValue object, Catalog& catalog) {
  Members members(
      reader, object,
      "upgrade downgrade lateral add_seats remove_seats add_addon remove_addon longer_cycle shorter_cycle cancel");
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    if (const JsonValue rule = members.find(name_of(kind))) read_rule(reader, kind, rule, catalog);
  }
}

Proration read_proration(Reader& reader, JsonValue object) {
  Proration proration;
  if (!object) return proration;
  Members members(reader, object, "unit rounding change_day last_period");
  proration.unit = reader.choice<ProrationUnit>(members["unit"]).value_or(ProrationUnit::day);
  proration.rounding = reader.choice<Rounding>(members["rounding"]).value_or(Rounding::half_up);
  proration.change_day = reader.choice<ChangeDay>(members["change_day"]).value_or(ChangeDay::remaining);
  proration.last_period = reader.choice<LastPeriod>(members["last_period"]).value_or(LastPeriod::full);
  if (has_time_of_day(proration.unit) && members["change_day"]) {
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
