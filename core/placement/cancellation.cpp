#include "core/placement/cancellation.hpp"

namespace planshift {

Cancellation place_cancellation(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  Cancellation out;
  out.rule = catalog.policy.rule(MovementKind::cancel, subscription.terms.cycle);
  if (out.rule == nullptr || out.rule->when == When::never) return out;

  if (out.rule->when == When::choice) {
    out.when = asked.change.timing.value_or(out.rule->choice_default);
  } else {
    out.when = out.rule->when == When::now ? Timing::now : Timing::period_end;
  }
  if (out.when == Timing::now) {
    out.effective = asked.at;
    return out;
  }
  out.effective = subscription.period.end;
  out.notice_missed = out.rule->notice && asked.at > earlier(subscription.period.end, *out.rule->notice);
  if (out.notice_missed) {
    const Terms terms = subscription.scheduled.applied_to(subscription.terms);
    out.effective = following_period(catalog, subscription, terms.cycle).period.end;
  }
  return out;
}

}  // namespace planshift
