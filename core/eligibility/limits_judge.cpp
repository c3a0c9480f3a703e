#include "core/eligibility/limits_judge.hpp"

#include <algorithm>
#include <utility>

#include "core/eligibility/name_list.hpp"

namespace planshift {
namespace {

// What is held already, two times over; none: nothing is.
struct Held {
  const Terms* present;
  const Terms* before;

  // Whether what `part` tells of the terms is new to both (§5.3.5).
  template <class Part>
  [[nodiscard]] bool altered(const Terms& after, Part part) const {
    return present == nullptr || (part(after) != part(*present) && part(after) != part(*before));
  }
};

void add_once(Reasons& reasons, ReasonCode code, Facts facts) {
  const bool there = std::any_of(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.code == code; });
  if (!there) reasons.push_back({code, std::nullopt, std::move(facts)});
}

bool goes_with(const Addon& addon, PlanIndex plan) {
  return !addon.plans || std::find(addon.plans->begin(), addon.plans->end(), plan) != addon.plans->end();
}

void judge_plan(const Catalog& catalog, const Held& held, const Terms& terms, Reasons& reasons) {
  const Plan& plan = catalog[terms.plan];
  if (plan.retired && held.altered(terms, [](const Terms& t) { return t.plan; })) {
    add_once(reasons, ReasonCode::retired, {{"plan", plan.name}});
  }
  // What is held, now or as scheduled, has a price on its cycle: these terms are others.
  if (!price_on(plan, terms.cycle)) {
    add_once(reasons, ReasonCode::plan_not_sold_on_cycle, {{"plan", plan.name}, {"cycle", catalog[terms.cycle].name}});
  }
}

void judge_seats(const Catalog& catalog, const Held& held, const Terms& terms, Reasons& reasons) {
  if (!held.altered(terms, [](const Terms& t) { return std::pair(t.plan, t.seats); })) return;
  const Plan& plan = catalog[terms.plan];
  if (terms.seats < plan.seats.min) {
    add_once(reasons, ReasonCode::seats_below_minimum,
             {{"plan", plan.name}, {"seats", terms.seats}, {"minimum", plan.seats.min}});
  }
  if (terms.seats > plan.seats.max) {
    add_once(reasons, ReasonCode::seats_above_maximum,
             {{"plan", plan.name}, {"seats", terms.seats}, {"maximum", plan.seats.max}});
  }
}

void judge_addons(const Catalog& catalog, const Held& held, const Terms& terms, Reasons& reasons) {
  NameList unsold, unfit;
  for (const AddonSeats& each : terms.addons) {
    const Addon& addon = catalog[each.addon];
    const auto taken = [&](const Terms& t) { return seats_of(t.addons, each.addon) > 0; };
    if (!price_on(addon, terms.cycle)) unsold.add(addon.name);
    if (!goes_with(addon, terms.plan) &&
        held.altered(terms, [&](const Terms& t) { return std::pair(taken(t), t.plan); })) {
      unfit.add(addon.name);
    }
  }
  if (!unsold.empty()) {
    add_once(reasons, ReasonCode::addon_not_sold_on_cycle,
             {{"addons", unsold.text()}, {"cycle", catalog[terms.cycle].name}});
  }
  if (!unfit.empty()) {
    add_once(reasons, ReasonCode::addon_not_for_plan, {{"addons", unfit.text()}, {"plan", catalog[terms.plan].name}});
  }
}

void judge(const Catalog& catalog, const Held& held, const Terms& terms, Reasons& reasons) {
  judge_plan(catalog, held, terms, reasons);
  judge_seats(catalog, held, terms, reasons);
  judge_addons(catalog, held, terms, reasons);
}

}  // namespace

void judge_limits(const Catalog& catalog, const Terms& present, const Terms& before, const Terms& after,
                  Reasons& reasons) {
  judge(catalog, {&present, &before}, after, reasons);
}

void judge_new_terms(const Catalog& catalog, const Terms& terms, Reasons& reasons) {
  judge(catalog, {nullptr, nullptr}, terms, reasons);
}

}  // namespace planshift
