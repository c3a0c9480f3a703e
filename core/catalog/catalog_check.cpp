#include "core/catalog/catalog_check.hpp"

#include <algorithm>
#include <utility>

namespace planshift {
namespace {

// Entries of a list by a number that each has, the lowest first, equal ones in the list's order.
template <class Item, class NumberOf>
auto by_number(const std::vector<Item>& list, NumberOf number_of) {
  std::vector<std::pair<decltype(number_of(list.front())), std::size_t>> out;
  for (const Item& item : list) out.emplace_back(number_of(item), out.size());
  std::make_heap(out.begin(), out.end());
  std::sort_heap(out.begin(), out.end());
  return out;
}

std::string path_to(std::string_view list, std::size_t index) {
  std::string path = "/";
  path += list;
  path += '/';
  path += std::to_string(index);
  return path;
}

bool is_sold(const Plan& plan) {
  return std::any_of(plan.prices.begin(), plan.prices.end(), [](const auto& price) { return price.has_value(); });
}

// Which movements the catalog's own plans, seats, add-ons and cycles make possible.
std::array<bool, movement_kinds> movements_that_can_occur(const Catalog& catalog) {
  std::array<bool, movement_kinds> can{};
  const auto mark = [&](MovementKind kind) { can[static_cast<std::size_t>(kind)] = true; };
  mark(MovementKind::cancel);
  const auto ranks = by_number(catalog.plans, [](const Plan& plan) { return plan.rank; });
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    const Plan& plan = catalog.plans[ranks[i].second];
    if (plan.seats.min < plan.seats.max) {
      mark(MovementKind::add_seats);
      mark(MovementKind::remove_seats);
    }
    if (plan.retired) continue;  // a subscriber may be on it, but no change leads to it
    const auto has_rank = [&](std::size_t other) { return other < ranks.size() && ranks[other].first == plan.rank; };
    if (plan.rank > ranks.front().first) mark(MovementKind::upgrade);
    if (plan.rank < ranks.back().first) mark(MovementKind::downgrade);
    if (has_rank(i + 1) || (i > 0 && has_rank(i - 1))) mark(MovementKind::lateral);
  }
  if (!catalog.addons.empty()) {
    mark(MovementKind::add_addon);
    mark(MovementKind::remove_addon);
  }
  std::size_t cycles_sold = 0;
  for (std::size_t i = 0; i < catalog.cycles.size(); ++i) {
    cycles_sold += std::any_of(catalog.plans.begin(), catalog.plans.end(), [&](const Plan& plan) {
      return price_on(plan, static_cast<CycleIndex>(i)).has_value();
    });
  }
  if (cycles_sold > 1) {
    mark(MovementKind::longer_cycle);
    mark(MovementKind::shorter_cycle);
  }
  return can;
}

bool has_rule(const Catalog& catalog, MovementKind kind) { return catalog.policy.rule(kind, CycleIndex{}) != nullptr; }

// Whether no fault lies in those members of the catalog, nor in the catalog as a whole.
bool are_sound(const Faults& faults, std::initializer_list<std::string_view> members) {
  if (faults.full()) return false;
  return std::none_of(faults.list().begin(), faults.list().end(), [&](const Fault& fault) {
    return fault.path.empty() || std::any_of(members.begin(), members.end(), [&](std::string_view member) {
             return fault.path.compare(0, member.size(), member) == 0;
           });
  });
}

void warn_of_plans_not_sold(const Catalog& catalog, std::vector<Warning>& out) {
  for (std::size_t i = 0; i < catalog.plans.size(); ++i) {
    if (is_sold(catalog.plans[i])) continue;
    out.push_back({WarningCode::plan_without_price, path_to("plans", i) + "/prices", {{"plan", catalog.plans[i].id}}});
  }
}

void warn_of_movements(const Catalog& catalog, std::vector<Warning>& out) {
  const auto can_occur = movements_that_can_occur(catalog);
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    if (!can_occur[i] || has_rule(catalog, kind)) continue;
    out.push_back({WarningCode::movement_without_rule, "/policy/rules", {{"movement", name_of(kind)}}});
  }
}

void warn_of_ranks(const Catalog& catalog, std::vector<Warning>& out) {
  const auto by_rank = by_number(catalog.plans, [](const Plan& plan) { return plan.rank; });
  for (std::size_t c = 0; c < catalog.cycles.size(); ++c) {
    const Plan* below = nullptr;
    for (const auto& [rank, i] : by_rank) {
      const Plan& plan = catalog.plans[i];
      const auto& price = price_on(plan, static_cast<CycleIndex>(c));
      if (!price || plan.retired) continue;
      if (below != nullptr && below->rank < rank) {
        const Seats seats = std::max(below->seats.min, plan.seats.min);
        // What is sold in the end counts: an announced price may be meant to put things in order.
        const Money cost = price_of(price->last, seats);
        const Money cost_below = price_of(price_on(*below, static_cast<CycleIndex>(c))->last, seats);
        if (cost < cost_below) {
          out.push_back({WarningCode::rank_against_price,
                         path_to("plans", i) + "/rank",
                         {{"plan", plan.id}, {"other", below->id}, {"cycle", catalog.cycles[c].id}}});
        }
      }
      below = &plan;
    }
  }
}

// Whether a rule has the same days paid twice: lost on the old terms, and charged on the new ones.
bool pays_twice(const Rule& rule) {
  return rule.may_happen_now() && !rule.renews_period() && rule.unused == Unused::forfeit &&
         rule.charge == Charge::prorated;
}

void warn_of_paying_twice(const Catalog& catalog, std::vector<Warning>& out) {
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    if (kind == MovementKind::cancel) continue;
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      const auto rules = catalog.policy.every_rule(kind, static_cast<CycleIndex>(cycle));
      if (std::none_of(rules.begin(), rules.end(), [](const Rule* rule) { return pays_twice(*rule); })) continue;
      const std::string_view name = name_of(kind);
      out.push_back({WarningCode::pays_twice,
                     "/policy/rules/" + std::string(name),
                     {{"movement", name}, {"cycle", catalog.cycles[cycle].id}}});
      break;  // told once for each movement
    }
  }
}

void warn_of_sources(const Catalog& catalog, std::vector<Warning>& out) {
  std::vector<char> cited(catalog.sources.size());  // as truth values
  const auto mark = [&](const std::vector<SourceIndex>& cite) {
    for (const SourceIndex source : cite) cited[static_cast<std::size_t>(source)] = 1;
  };
  for (const Consequence& consequence : catalog.consequences) {
    if (consequence.cite) mark(*consequence.cite);
  }
  for (std::size_t kind = 0; kind < movement_kinds; ++kind) {
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      const auto rules = catalog.policy.every_rule(static_cast<MovementKind>(kind), static_cast<CycleIndex>(cycle));
      for (const Rule* rule : rules) mark(rule->cite);
    }
  }
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (cited[i] == 0) {
      out.push_back({WarningCode::source_never_cited, path_to("sources", i), {{"source", catalog.sources[i]}}});
    }
  }
}

}  // namespace

void check_cycles(const Catalog& catalog, Faults& faults) {
  for (std::size_t i = 0; i < catalog.cycles.size(); ++i) {
    const Cycle& cycle = catalog.cycles[i];
    if (cycle.length.count == 0) continue;
    if (cycle.starts_on && cycle.starts_on->weekday) {
      if (cycle.length.unit != LengthUnit::week) {
        faults.add(FaultCode::cycle_starts_on_weekday, path_to("cycles", i) + "/starts_on", {{"cycle", cycle.id}});
      }
    } else if (cycle.starts_on && cycle.length.is_in_days()) {
      faults.add(FaultCode::cycle_starts_on_length, path_to("cycles", i) + "/starts_on", {{"cycle", cycle.id}});
    }
    if (catalog.policy.proration.unit == ProrationUnit::day30 && cycle.length.is_in_days()) {
      faults.add(FaultCode::policy_day30_cycle, path_to("cycles", i) + "/length", {{"cycle", cycle.id}});
    }
    // Where the commitment could not be read it is as long as the cycle.
    if (cycle.commitment && cycle.commitment->length.average_micro_days() < cycle.length.average_micro_days()) {
      faults.add(FaultCode::cycle_commitment_short, path_to("cycles", i) + "/commitment/length", {{"cycle", cycle.id}});
    }
  }
  // Sorted by length, equal ones stand side by side.
  const auto lengths = by_number(catalog.cycles, [](const Cycle& cycle) { return cycle.extent(); });
  for (std::size_t i = 1; i < lengths.size(); ++i) {
    if (lengths[i].first.first == 0 || lengths[i].first != lengths[i - 1].first) continue;
    faults.add(FaultCode::cycle_equal_lengths, path_to("cycles", lengths[i].second) + "/length",
               {{"cycle", catalog.cycles[lengths[i].second].id}, {"other", catalog.cycles[lengths[i - 1].second].id}});
  }
}

std::vector<Warning> warnings_of(const Catalog& catalog, const Faults& faults) {
  std::vector<Warning> out;
  const bool plans_are_sound = are_sound(faults, {"/cycles", "/plans"});
  if (plans_are_sound) warn_of_plans_not_sold(catalog, out);
  if (plans_are_sound && are_sound(faults, {"/addons", "/policy"})) warn_of_movements(catalog, out);
  if (plans_are_sound) warn_of_ranks(catalog, out);
  if (are_sound(faults, {"/cycles", "/sources", "/policy", "/cancellation"})) warn_of_sources(catalog, out);
  if (are_sound(faults, {"/cycles", "/policy"})) warn_of_paying_twice(catalog, out);
  return out;
}

}  // namespace planshift
