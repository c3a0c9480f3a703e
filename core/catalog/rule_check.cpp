#include "core/catalog/rule_check.hpp"

#include <string>

namespace planshift {
namespace {

struct Judged {
  const Catalog& catalog;
  MovementKind kind;
  CycleIndex cycle;
  const Rule& rule;
};

using Complaint = std::vector<FaultCode>;

// A cancellation has no new terms: little of it can be at odds with itself.
void judge_cancel(const Rule& rule, Complaint& out) {
  if (rule.once) out.push_back(FaultCode::policy_once);
  if (rule.notice && !rule.may_wait()) out.push_back(FaultCode::policy_notice);
  // What is lost, or comes back whole, has no use for what used time costs.
  const bool by_share = rule.unused == Unused::credit || rule.unused == Unused::refund;
  if (!rule.may_happen_now()) return;
  if (rule.unused == Unused::time) out.push_back(FaultCode::policy_time_cancel);
  if (rule.used_at && !by_share) out.push_back(FaultCode::policy_used_at_unused);
}

void judge_keep(const Judged& it, Complaint& out) {
  if (is_of_cycle(it.kind)) out.push_back(FaultCode::policy_cycle_keep);
}

void judge_restart(const Rule& rule, Complaint& out) {
  if (rule.charge == Charge::prorated) out.push_back(FaultCode::policy_restart_prorated);
  // What unused time buys can take the place of a payment.
  if (rule.charge == Charge::none && rule.unused != Unused::time) out.push_back(FaultCode::policy_restart_none);
  if (rule.lines == LineStyle::net) out.push_back(FaultCode::policy_restart_net);
}

void judge_align(const Judged& it, Complaint& out) {
  if (!is_of_cycle(it.kind)) out.push_back(FaultCode::policy_align_movement);
  if (it.rule.charge != Charge::prorated) out.push_back(FaultCode::policy_align_charge);
  if (it.rule.lines != LineStyle::split) out.push_back(FaultCode::policy_align_net);
}

// Time is bought in whole units from the day of the change on.
void judge_time(const Judged& it, Complaint& out) {
  if (it.rule.cycle != CycleTreatment::restart) out.push_back(FaultCode::policy_time_restart);
  if (it.catalog.policy.proration.unit == ProrationUnit::day30) out.push_back(FaultCode::policy_time_day30);
  for (const Cycle& cycle : it.catalog.cycles) {
    if (cycle.starts_on) return out.push_back(FaultCode::policy_time_starts_on);
  }
}

void judge_new_period(const Judged& it, Complaint& out) {
  const Rule& rule = it.rule;
  if (rule.cycle == CycleTreatment::restart) judge_restart(rule, out);
  if (rule.cycle == CycleTreatment::align) judge_align(it, out);
  if (rule.collect == Collect::next_payment) out.push_back(FaultCode::policy_new_period_next_payment);
  if (rule.returns_unused()) {
    // A new period counts the day of the change as its own; `used` would have it paid twice (§3.8.4).
    if (it.catalog.policy.proration.change_day == ChangeDay::used) out.push_back(FaultCode::policy_change_day_used);
    if (rule.carry_credits) out.push_back(FaultCode::policy_carry_credits_twice);
  }
}

// Whether a movement that happens now gives money for the old terms.
bool pays_for_old_terms(const Rule& rule) {
  const bool gives_money = rule.unused == Unused::credit || rule.unused == Unused::refund;
  return rule.may_happen_now() && gives_money && (rule.renews_period() || rule.charge != Charge::none);
}

// Whether a movement leads to something new that may have a one-off fee.
bool may_cost_once(MovementKind kind) {
  return is_of_plan(kind) || kind == MovementKind::add_seats || kind == MovementKind::add_addon;
}

void judge_change(const Judged& it, Complaint& out) {
  const Rule& rule = it.rule;
  if (rule.notice) out.push_back(FaultCode::policy_notice);
  if (rule.used_at) out.push_back(FaultCode::policy_used_at);
  if (rule.fee) out.push_back(FaultCode::policy_fee);
  if (rule.once && !may_cost_once(it.kind)) out.push_back(FaultCode::policy_once);
  if (!rule.may_happen_now()) return;
  if (rule.unused == Unused::refund_all) out.push_back(FaultCode::policy_refund_all);
  if (rule.unused == Unused::time) judge_time(it, out);
  if (rule.renews_period()) {
    judge_new_period(it, out);
  } else {
    judge_keep(it, out);
  }
  if (rule.lines == LineStyle::net && rule.unused != Unused::credit) out.push_back(FaultCode::policy_net_unused);
  if (rule.unused == Unused::refund && rule.collect == Collect::next_payment) {
    out.push_back(FaultCode::policy_refund_next_payment);
  }
  // Free in one direction and paid for in the other: going there and back would earn money (§3.8.11).
  if (rule.charge != Charge::none) return;
  for (const Rule* back : it.catalog.policy.every_rule(opposite(it.kind), it.cycle)) {
    if (pays_for_old_terms(*back)) return out.push_back(FaultCode::policy_free_round_trip);
  }
}

std::string path_to(MovementKind kind) { return "/policy/rules/" + std::string(name_of(kind)); }

void check_rule(const Catalog& catalog, MovementKind kind, Faults& faults) {
  Complaint seen;  // the same complaint on several cycles is made once
  for (std::size_t i = 0; i < catalog.cycles.size(); ++i) {
    const auto cycle = static_cast<CycleIndex>(i);
    Complaint complaint;
    for (const Rule* rule : catalog.policy.every_rule(kind, cycle)) {
      if (kind == MovementKind::cancel) {
        judge_cancel(*rule, complaint);
      } else {
        judge_change({catalog, kind, cycle, *rule}, complaint);
      }
    }
    for (const FaultCode code : complaint) {
      bool repeated = false;
      for (const FaultCode earlier : seen) repeated = repeated || earlier == code;
      if (repeated) continue;
      seen.push_back(code);
      faults.add(code, path_to(kind), {{"movement", name_of(kind)}, {"cycle", catalog.cycles[i].id}});
    }
  }
}

// Whether some change of terms may charge a whole price and keep the period.
bool charges_whole_price(const Catalog& catalog) {
  for (std::size_t kind = 0; kind < movement_kinds; ++kind) {
    if (static_cast<MovementKind>(kind) == MovementKind::cancel) continue;
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      const auto rules = catalog.policy.every_rule(static_cast<MovementKind>(kind), static_cast<CycleIndex>(cycle));
      for (const Rule* rule : rules) {
        if (rule->may_happen_now() && !rule->renews_period() && rule->charge == Charge::full) return true;
      }
    }
  }
  return false;
}

// What an amount takes off whole terms more than before counts in its share, which a whole price has none of.
void check_discounts(const Catalog& catalog, Faults& faults) {
  if (!charges_whole_price(catalog)) return;
  for (std::size_t i = 0; i < catalog.discounts.size(); ++i) {
    const Discount& discount = catalog.discounts[i];
    if (discount.on != DiscountOn::everything || discount.percent) continue;
    faults.add(FaultCode::discount_amount_with_full, "/discounts/" + std::to_string(i), {{"discount", discount.id}});
  }
}

}  // namespace

void check_rules(const Catalog& catalog, Faults& faults) {
  for (std::size_t kind = 0; kind < movement_kinds; ++kind) {
    check_rule(catalog, static_cast<MovementKind>(kind), faults);
  }
  check_discounts(catalog, faults);
}

}  // namespace planshift
