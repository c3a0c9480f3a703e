#include "core/question/options.hpp"

#include <utility>

namespace planshift {
namespace {

bool is_current(const Subscription& subscription, const PartialTerms& wanted) {
  return *wanted.plan == subscription.terms.plan && *wanted.cycle == subscription.terms.cycle;
}

Option option_of(const PartialTerms& wanted, Preview&& preview) {
  Option out;
  out.plan = *wanted.plan;
  out.cycle = *wanted.cycle;
  out.verdict = preview.allowed() ? Verdict::available : Verdict::unavailable;
  out.reasons = std::move(preview.reasons);
  out.movements = std::move(preview.movements);
  for (const DatedMovement& movement : out.movements) {
    if (!out.when || *out.when == Occurrence::now) out.when = movement.when;
  }
  return out;
}

}  // namespace

std::optional<FaultCode> options(const Catalog& catalog, const Subscription& subscription, const OptionsAsked& asked,
                                 const TakeOption& take) {
  Asked each{asked.at, asked.role, {}};
  PartialTerms& wanted = each.change.terms;
  for (std::size_t plan = 0; plan < catalog.plans.size(); ++plan) {
    for (std::size_t cycle = 0; cycle < catalog.cycles.size(); ++cycle) {
      wanted.plan = static_cast<PlanIndex>(plan);
      wanted.cycle = static_cast<CycleIndex>(cycle);
      Option option{*wanted.plan, *wanted.cycle, Verdict::current, {}, std::nullopt, {}};
      if (!is_current(subscription, wanted)) {
        Preview answer = preview(catalog, subscription, each);
        if (answer.fault) return answer.fault;
        option = option_of(wanted, std::move(answer));
      }
      if (!take(option)) return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace planshift
