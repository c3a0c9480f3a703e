#include "core/catalog/catalog_check.hpp"

#include <algorithm>

namespace planshift {
namespace {

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
  std::optional<std::int64_t> lowest, highest;  // rank of the plans that somebody may be on
  for (const Plan& plan : catalog.plans) {
    lowest = std::min(lowest.value_or(plan.rank), plan.rank);
    highest = std::max(highest.value_or(plan.rank), plan.rank);
    if (plan.seats.min < plan.seats.max) {
      mark(MovementKind::add_seats);
      mark(MovementKind::remove_seats);
    }
  }
  std::vector<std::int64_t> ranks;
  for (const Plan& plan : catalog.plans) {
    ranks.push_back(plan.rank);
    if (plan.retired) continue;
    if (plan.rank > *lowest) mark(MovementKind::upgrade);
    if (plan.rank < *highest) mark(MovementKind::downgrade);
  }
  std::sort(ranks.begin(), ranks.end());
  for (const Plan& plan : catalog.plans) {
    const auto same = std::equal_range(ranks.begin(), ranks.end(), plan.rank);
    if (!plan.retired && same.second - same.first > 1) mark(MovementKind::lateral);
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

bool has_rule(const Catalog& catalog, MovementKind kind) {
  return !catalog.cycles.empty() && catalog.policy.rule(kind, CycleIndex{}) != nullptr;
}

void warn_of_ranks(const Catalog& catalog, std::vector<Warning>& out) {
  std::vector<std::size_t> by_rank(catalog.plans.size());
  for (std::size_t i = 0; i < by_rank.size(); ++i) by_rank[i] = i;
  std::stable_sort(by_rank.begin(), by_rank.end(),
                   [&](std::size_t a, std::size_t b) { return catalog.plans[a].rank < catalog.plans[b].rank; });
  for (std::size_t c = 0; c < catalog.cycles.size(); ++c) {
    const Plan* below = nullptr;
    for (const std::size_t i : by_rank) {
      const Plan& plan = catalog.plans[i];
      const auto& price = price_on(plan, static_cast<CycleIndex>(c));
      if (!price || plan.retired) continue;
      if (below != nullptr && below->rank < plan.rank) {
        const Seats seats = std::max(below->seats.min, plan.seats.min);
        const Money cost = price_of(*price, seats);
        const Money cost_below = price_of(*price_on(*below, static_cast<CycleIndex>(c)), seats);
        if (cost < cost_below) {
          out.push_back({WarningCode::rank_against_price, path_to("plans", i) + "/rank",
                         {{"plan", plan.id}, {"other", below->id}, {"cycle", catalog.cycles[c].id}}});
        }
      }
      below = &plan;
    }
  }
}

void warn_of_sources(const Catalog& catalog, std::vector<Warning>& out) {
  std::vector<bool> cited(catalog.sources.size());
  const auto mark = [&](const std::vector<SourceIndex>& cite) {
    for (const SourceIndex source : cite) cited[static_cast<std::size_t>(source)] = true;
  };
  for (const Consequence& consequence : catalog.consequences) {
    if (consequence.cite) mark(*consequence.cite);
  }
  for (std::size_t kind = 0; kind < movement_kinds; ++kind) {
    if (!has_rule(catalog, static_cast<MovementKind>(kind))) continue;
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      mark(catalog.policy.rule(static_cast<MovementKind>(kind), static_cast<CycleIndex>(cycle))->cite);
    }
  }
  for (std::size_t i = 0; i < cited.size(); ++i) {
    if (!cited[i]) {
      out.push_back({WarningCode::source_never_cited, path_to("sources", i), {{"source", catalog.sources[i]}}});
    }
  }
}

}  // namespace

void check_cycles(const Catalog& catalog, Faults& faults) {
  for (std::size_t i = 0; i < catalog.cycles.size(); ++i) {
    const Cycle& cycle = catalog.cycles[i];
    if (cycle.length.count == 0) continue;
    if (cycle.starts_on && cycle.length.is_in_days()) {
      faults.add(FaultCode::cycle_starts_on_length, path_to("cycles", i) + "/starts_on", {{"cycle", cycle.id}});
    }
    if (catalog.policy.proration.unit == ProrationUnit::day30 && cycle.length.is_in_days()) {
      faults.add(FaultCode::policy_day30_cycle, path_to("cycles", i) + "/length", {{"cycle", cycle.id}});
    }
  }
  // Sorted by length, equal ones stand side by side: no pair of cycles need be compared with all others.
  std::vector<std::size_t> by_length(catalog.cycles.size());
  for (std::size_t i = 0; i < by_length.size(); ++i) by_length[i] = i;
  const auto length_of = [&](std::size_t i) { return catalog.cycles[i].length.average_micro_days(); };
  std::sort(by_length.begin(), by_length.end(), [&](std::size_t a, std::size_t b) {
    return length_of(a) != length_of(b) ? length_of(a) < length_of(b) : a < b;
  });
  for (std::size_t i = 1; i < by_length.size(); ++i) {
    if (length_of(by_length[i]) == 0 || length_of(by_length[i]) != length_of(by_length[i - 1])) continue;
    faults.add(FaultCode::cycle_equal_lengths, path_to("cycles", by_length[i]) + "/length",
               {{"cycle", catalog.cycles[by_length[i]].id}, {"other", catalog.cycles[by_length[i - 1]].id}});
  }
}

std::vector<Warning> warnings_of(const Catalog& catalog) {
  std::vector<Warning> out;
  for (std::size_t i = 0; i < catalog.plans.size(); ++i) {
    if (is_sold(catalog.plans[i])) continue;
    out.push_back({WarningCode::plan_without_price, path_to("plans", i) + "/prices", {{"plan", catalog.plans[i].id}}});
  }
  const auto can_occur = movements_that_can_occur(catalog);
  for (std::size_t i = 0; i < movement_kinds; ++i) {
    const auto kind = static_cast<MovementKind>(i);
    if (!can_occur[i] || has_rule(catalog, kind)) continue;
    out.push_back({WarningCode::movement_without_rule, "/policy/rules", {{"movement", name_of(kind)}}});
  }
  warn_of_ranks(catalog, out);
  warn_of_sources(catalog, out);
  return out;
}

}  // namespace planshift
