// A generated vendor, a subscription to it and a moment in its period. `plain` worlds have no tax, discounts, trials,
// deferrals or short periods, and prices in the order of ranks; `any` worlds have everything that a catalog allows.
#pragma once

#include <memory>
#include <vector>

#include "core/catalog/rule_check.hpp"
#include "core/preview/preview.hpp"
#include "core/subscription/discounted.hpp"
#include "core/subscription/subscription_check.hpp"
#include "tests/properties/property.hpp"

namespace planshift::test {

enum class Kind : std::uint8_t { plain, any };

struct World {
  std::unique_ptr<Catalog> catalog = std::make_unique<Catalog>();
  Subscription subscription;
  Instant at;

  [[nodiscard]] Preview preview_of(const Change& change) const { return after_preview(subscription, change, at); }
  [[nodiscard]] Preview after_preview(const Subscription& standing, const Change& change, Instant when) const {
    return preview(*catalog, standing, {when, std::nullopt, change});
  }
  [[nodiscard]] Rounding rounding() const { return catalog->policy.proration.rounding; }
  [[nodiscard]] Share share() const {
    return running_share(*catalog, subscription, at, catalog->policy.proration.change_day);
  }
  [[nodiscard]] Money price(const Terms& terms) const { return list_price(*catalog, terms, at); }
};

inline constexpr MovementKind all_kinds[] = {
    MovementKind::upgrade,      MovementKind::downgrade, MovementKind::lateral,      MovementKind::add_seats,
    MovementKind::remove_seats, MovementKind::add_addon, MovementKind::remove_addon, MovementKind::longer_cycle,
    MovementKind::shorter_cycle, MovementKind::cancel};

inline Price generated_price(Kind kind, std::int64_t least) {
  Price price;
  price.per_seat = Money::of_minor(least + pick(0, 5'000));
  if (kind == Kind::plain) return price;
  if (chance(30)) price.flat = Money::of_minor(pick(0, 9'999));
  if (chance(20)) {
    price.tiers = Tiers{one_of({TierMode::graduated, TierMode::volume}),
                        {{static_cast<Seats>(pick(1, 4)), Money::of_minor(pick(0, 900)), Money::of_minor(pick(0, 99))},
                         {std::nullopt, Money::of_minor(pick(0, 900)), Money()}}};
  } else if (chance(20)) {
    price.package = Package{static_cast<Seats>(pick(1, 4)), Money::of_minor(pick(0, 9'999))};
  }
  return price;
}

inline void add_cycles(Catalog& catalog) {
  const auto unit = catalog.policy.proration.unit;
  const Length month{1, LengthUnit::month}, year{1, LengthUnit::year};
  const bool in_days = unit != ProrationUnit::day30 && chance(40);
  catalog.cycles.push_back({"short", "Short", in_days ? Length{30, LengthUnit::day} : month, std::nullopt, std::nullopt});
  catalog.cycles.push_back({"long", "Long", in_days ? Length{365, LengthUnit::day} : year, std::nullopt, std::nullopt});
}

inline Rule generated_rule(MovementKind kind, Kind world) {
  RuleText text;
  if (world == Kind::plain) {
    if (is_of_cycle(kind)) {
      text.cycle = CycleTreatment::restart;
      text.unused = Unused::refund;
    }
    return text.with_defaults(kind);
  }
  text.when = one_of({When::now, When::now, When::now, When::period_end, When::choice});
  text.unused = one_of({Unused::credit, Unused::refund, Unused::forfeit});
  if (kind != MovementKind::cancel) {
    text.cycle = is_of_cycle(kind) ? one_of({CycleTreatment::restart, CycleTreatment::align})
                                   : one_of({CycleTreatment::keep, CycleTreatment::keep, CycleTreatment::restart});
    if (text.cycle == CycleTreatment::keep && chance(15)) text.charge = Charge::none;
    if (chance(20)) text.collect = Collect::next_payment;
    if (chance(25)) text.lines = LineStyle::net;
    if (chance(20)) text.carry_credits = true;
  } else if (chance(20)) {
    text.notice = Length{static_cast<std::int32_t>(pick(0, 20)), LengthUnit::day};
  }
  return text.with_defaults(kind);
}

// Rules that contradict themselves or each other are made to wait, which none of them minds.
inline void mend_rules(Catalog& catalog) {
  for (;;) {
    Faults faults;
    check_rules(catalog, faults);
    if (faults.empty()) return;
    for (const MovementKind kind : all_kinds) {
      const std::string path = "/policy/rules/" + std::string(name_of(kind));
      for (const Fault& fault : faults.list()) {
        if (fault.path != path) continue;
        RuleText text;
        text.when = When::period_end;
        catalog.policy.set(kind, std::vector<Rule>(catalog.cycles.size(), text.with_defaults(kind)));
      }
    }
  }
}

inline std::unique_ptr<Catalog> generated_catalog(Kind kind) {
  auto catalog = std::make_unique<Catalog>();
  catalog->id = "generated";
  catalog->currency = *Currency::find("USD");
  Proration& proration = catalog->policy.proration;
  proration.rounding = one_of({Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up});
  proration.unit = one_of({ProrationUnit::day, ProrationUnit::day, ProrationUnit::second, ProrationUnit::minute, ProrationUnit::day30});
  if (kind == Kind::any && !has_time_of_day(proration.unit) && chance(20)) proration.change_day = ChangeDay::used;
  add_cycles(*catalog);
  for (std::int64_t rank = 1; rank <= 3; ++rank) {
    Plan plan;
    plan.id = plan.name = "plan" + std::to_string(rank);
    plan.rank = rank;
    for (std::int64_t cycle = 0; cycle < 2; ++cycle) {
      plan.prices.push_back(CyclePrice{{}, generated_price(kind, kind == Kind::plain ? rank * 6'000 * (1 + 9 * cycle) : 0)});
    }
    if (chance(50)) plan.credits = UnitCredits{pick(0, 100), "tasks"};
    catalog->plans.push_back(std::move(plan));
  }
  Addon addon;
  addon.id = addon.name = "addon";
  for (int cycle = 0; cycle < 2; ++cycle) addon.prices.push_back(CyclePrice{{}, generated_price(kind, 0)});
  catalog->addons.push_back(std::move(addon));
  if (kind == Kind::any) {
    for (const DiscountOn on : {DiscountOn::first_payment, DiscountOn::recurring, DiscountOn::everything}) {
      Discount discount;
      discount.on = on;
      discount.percent = Percent::parse(std::to_string(pick(0, 100)));
      catalog->discounts.push_back(discount);
    }
    Discount amount;
    amount.amount = Money::of_minor(pick(0, 3'000));
    catalog->discounts.push_back(amount);
    if (chance(40)) catalog->tax = Tax{"Tax", *Percent::parse(std::to_string(pick(0, 30))), chance(50)};
    catalog->policy.mixed = one_of({Mixed::split, Mixed::together});
  }
  for (const MovementKind movement : all_kinds) {
    catalog->policy.set(movement, std::vector<Rule>(2, generated_rule(movement, kind)));
  }
  mend_rules(*catalog);
  return catalog;
}

inline Terms generated_terms(CycleIndex cycle) {
  Terms terms{PlanIndex{static_cast<std::uint32_t>(pick(0, 2))}, cycle, static_cast<Seats>(pick(1, 9)), {}};
  set_seats(terms.addons, AddonIndex{0}, static_cast<Seats>(pick(0, 2)));
  return terms;
}

inline PartialTerms generated_part(const Terms& wanted) {
  PartialTerms out;
  if (chance(50)) out.plan = wanted.plan;
  if (chance(50)) out.seats = wanted.seats;
  if (chance(25)) out.cycle = wanted.cycle;
  if (chance(30)) out.addons = wanted.addons;
  return out;
}

inline HeldDiscounts generated_discounts() {
  HeldDiscounts out;
  for (std::uint32_t i = 0; i < 4; ++i) {
    if (chance(25)) out.push_back({DiscountIndex{i}, std::nullopt});
  }
  return out;
}

inline CycleIndex any_cycle() { return CycleIndex{static_cast<std::uint32_t>(pick(0, 1))}; }

inline World generated_world(Kind kind) {
  World world;
  world.catalog = generated_catalog(kind);
  const Catalog& catalog = *world.catalog;
  Subscription& out = world.subscription;
  out.terms = generated_terms(any_cycle());
  const Instant start = Instant::at(Date::of_days(static_cast<std::int32_t>(pick(10'000, 40'000))));
  out.anchor_day = start.date().civil().day;
  const Recurrence grid = catalog[out.terms.cycle].recurrence(out.anchor_day);
  out.period = {start, grid.moved(start, 1)};
  if (kind == Kind::any) {
    const std::int64_t days = out.period.end.date().days() - start.date().days();
    if (chance(20)) out.period.start = start.plus_days(pick(0, days - 1));
    out.trial = chance(15);
    out.discounts = generated_discounts();
    if (chance(30)) out.balance = Money::of_minor(pick(0, 99'999));
    if (chance(30)) out.credits_left = pick(0, 50);
    if (chance(20)) out.scheduled = generated_part(generated_terms(any_cycle()));
    if (chance(15)) {
      Line line;
      line.kind = LineKind::pending;
      line.label = "Owed";
      line.amount = Money::of_minor(pick(-9'999, 9'999));
      out.pending.push_back(line);
    }
  }
  GivenMembers given;
  given.anchor_day = out.anchor_day;
  Faults faults;
  complete(catalog, given, out, faults);
  RC_ASSERT(faults.empty());
  if (kind == Kind::any && chance(20)) out.paid = Money::of_minor(pick(0, out.paid.minor()));
  const std::int64_t days = out.period.end.date().days() - out.period.start.date().days();
  world.at = out.period.start.plus_days(pick(0, days - 1));
  if (catalog.tells_seconds()) world.at = Instant::of_seconds(world.at.seconds() + pick(0, 86'399));
  return world;
}

inline Change to_terms(const Terms& terms) {
  Change change;
  change.terms = {terms.plan, terms.seats, terms.cycle, terms.addons};
  return change;
}

inline Change generated_change() {
  Change change;
  const std::int64_t what = pick(1, 100);
  if (what <= 10) {
    change.kind = ChangeKind::cancel;
  } else if (what <= 15) {
    change.kind = ChangeKind::resume;
  } else {
    change.terms = generated_part(generated_terms(any_cycle()));
    if (chance(10)) change.discounts = generated_discounts();
  }
  return change;
}

// Terms without the cycle and the add-ons, which change in their own properties.
inline Terms with(Terms terms, std::uint32_t plan, Seats seats) {
  terms.plan = PlanIndex{plan};
  terms.seats = seats;
  return terms;
}

inline std::int64_t minor(Money money) {
  RC_ASSERT(!money.exceeded());
  return money.minor();
}

}  // namespace planshift::test
