#include "core/audit/term_sets.hpp"

#include <algorithm>
#include <utility>

#include "core/audit/audit.hpp"
#include "core/eligibility/limits_judge.hpp"

namespace planshift {
namespace {

template <class Item>
bool is_priced(const Item& item) {
  return std::any_of(item.prices.begin(), item.prices.end(), [](const auto& price) { return price.has_value(); });
}

// What the fewest seats cost on the first cycle that sells the plan; one does.
Money entry_price(const Plan& plan) {
  const auto sold =
      std::find_if(plan.prices.begin(), plan.prices.end(), [](const auto& price) { return price.has_value(); });
  return price_of((*sold)->last, plan.seats.min);
}

// The first of the list, and the last.
template <class Index>
void shorten(std::vector<Index>& list, std::size_t most) {
  if (list.size() > most) list.erase(list.begin() + static_cast<std::ptrdiff_t>(most) - 1, list.end() - 1);
}

template <class Index>
std::vector<Index> all_of(std::size_t count) {
  std::vector<Index> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(static_cast<Index>(i));
  return out;
}

// Numbers of seats that two plans have in common: the fewest and one more. And, for a plan by itself, the two between
// which its price takes a step.
std::vector<Seats> seats_of(const Plan& a, const Plan& b, Seats from) {
  const Seats low = std::max({a.seats.min, b.seats.min, from});
  return {low, low + 1};
}

Seats first_step(const Plan& plan) {
  for (const auto& price : plan.prices) {
    if (!price) continue;
    const Price& last = price->last;
    if (last.package) return last.package->size;
    if (last.tiers && last.tiers->steps.front().up_to) return *last.tiers->steps.front().up_to;
  }
  return 1;
}

class Sets {
 public:
  Sets(const Catalog& catalog, const AuditParts& parts) : catalog_(catalog), parts_(parts) {}

  std::vector<std::vector<Terms>> list() && {
    for (std::size_t i = 0; i < parts_.plans.size(); ++i) {
      of_one(parts_.plans[i]);
      for (std::size_t j = i + 1; j < parts_.plans.size(); ++j) {
        of_two(parts_.plans[i], parts_.plans[j]);
        for (std::size_t k = j + 1; k < parts_.plans.size(); ++k) {
          const std::vector<PlanIndex> triple{parts_.plans[i], parts_.plans[j], parts_.plans[k]};
          for (const CycleIndex cycle : parts_.cycles) add(triple, {cycle}, fewest(triple), Addons::without);
        }
      }
    }
    std::stable_sort(out_.begin(), out_.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return std::move(out_);
  }

 private:
  enum class Addons { without, with_and_without };

  std::vector<Seats> fewest(const std::vector<PlanIndex>& plans) const {
    Seats low = 1;
    for (const PlanIndex plan : plans) low = std::max(low, catalog_[plan].seats.min);
    return {low};
  }

  void of_one(PlanIndex index) {
    const Plan& plan = catalog_[index];
    const Seats step = first_step(plan);
    for (const auto& cycles : cycle_pairs()) {
      add({index}, cycles, seats_of(plan, plan, 1), Addons::without);
      if (step > plan.seats.min) add({index}, cycles, seats_of(plan, plan, step), Addons::without);
      if (parts_.addon) add({index}, cycles, fewest({index}), Addons::with_and_without);
    }
  }

  void of_two(PlanIndex a, PlanIndex b) {
    for (const auto& cycles : cycle_pairs()) add({a, b}, cycles, fewest({a, b}), Addons::without);
    for (const CycleIndex cycle : parts_.cycles) {
      add({a, b}, {cycle}, seats_of(catalog_[a], catalog_[b], 1), Addons::without);
      if (parts_.addon) add({a, b}, {cycle}, fewest({a, b}), Addons::with_and_without);
    }
  }

  // Two at a time; the only one where there is but one.
  std::vector<std::vector<CycleIndex>> cycle_pairs() const {
    std::vector<std::vector<CycleIndex>> out;
    for (std::size_t i = 0; i < parts_.cycles.size(); ++i) {
      for (std::size_t j = i + 1; j < parts_.cycles.size(); ++j) out.push_back({parts_.cycles[i], parts_.cycles[j]});
    }
    if (out.empty()) out.push_back(parts_.cycles);
    return out;
  }

  // All combinations that are for sale.
  void add(const std::vector<PlanIndex>& plans, const std::vector<CycleIndex>& cycles, const std::vector<Seats>& seats,
           Addons addons) {
    std::vector<Terms> set;
    for (const PlanIndex plan : plans) {
      for (const CycleIndex cycle : cycles) {
        for (const Seats count : seats) {
          add_if_sold({plan, cycle, count, {}}, set);
          if (addons == Addons::with_and_without) add_if_sold({plan, cycle, count, {{*parts_.addon, 1}}}, set);
        }
      }
    }
    if (!set.empty()) out_.push_back(std::move(set));
  }

  void add_if_sold(Terms terms, std::vector<Terms>& set) const {
    Reasons reasons;
    judge_new_terms(catalog_, terms, reasons);
    if (reasons.empty()) set.push_back(std::move(terms));
  }

  const Catalog& catalog_;
  const AuditParts& parts_;
  std::vector<std::vector<Terms>> out_;
};

}  // namespace

AuditParts audit_parts(const Catalog& catalog) {
  AuditParts out;
  for (const PlanIndex plan : all_of<PlanIndex>(catalog.plans.size())) {
    if (is_priced(catalog[plan]) && !catalog[plan].retired) out.plans.push_back(plan);
  }
  std::stable_sort(out.plans.begin(), out.plans.end(),
                   [&](PlanIndex a, PlanIndex b) { return entry_price(catalog[a]) < entry_price(catalog[b]); });
  shorten(out.plans, AuditLimits::plans);

  out.cycles = all_of<CycleIndex>(catalog.cycles.size());
  std::stable_sort(out.cycles.begin(), out.cycles.end(), [&](CycleIndex a, CycleIndex b) {
    return catalog[a].length.average_micro_days() < catalog[b].length.average_micro_days();
  });
  shorten(out.cycles, AuditLimits::cycles);

  for (const AddonIndex addon : all_of<AddonIndex>(catalog.addons.size())) {
    if (!out.addon && is_priced(catalog[addon])) out.addon = addon;
  }
  return out;
}

std::vector<std::vector<Terms>> audit_sets(const Catalog& catalog, const AuditParts& parts) {
  return Sets(catalog, parts).list();
}

}  // namespace planshift
