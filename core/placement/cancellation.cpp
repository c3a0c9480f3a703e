#include "core/placement/cancellation.hpp"

#include "core/placement/commitment.hpp"

namespace planshift {
namespace {

Timing timing_of(const Rule& rule, const std::optional<Timing>& asked) {
  if (rule.when == When::choice) return asked.value_or(rule.choice_default);
  return rule.when == When::now ? Timing::now : Timing::period_end;
}

// Where a notice is missed: the end of the commitment that takes the place of this one, else one period later.
Instant after_missed_notice(const Catalog& catalog, const Subscription& subscription, const Rule& rule,
                            Instant effective) {
  constexpr std::int64_t a_second = 1;
  Instant from = Instant::of_seconds(effective.seconds() + a_second);
  if (rule.when == When::term_end) {
    const auto renewed = renewed_commitment(catalog, subscription.terms.cycle, subscription.committed_until, effective);
    if (renewed) from = *renewed;
  }
  return period_end_from(catalog, subscription, from);
}

}  // namespace

Cancellation place_cancellation(const Catalog& catalog, const Subscription& subscription, const Asked& asked) {
  Cancellation out;
  out.rule = catalog.policy.rule(MovementKind::cancel, subscription.terms.cycle, rule_day(subscription, asked.at));
  if (out.rule == nullptr || out.rule->when == When::never) return out;

  out.when = timing_of(*out.rule, asked.change.timing);
  if (out.is_now()) {
    out.effective = asked.at;
    return out;
  }
  out.effective = subscription.period.end;
  if (out.rule->when == When::term_end && subscription.committed_until) {
    out.effective = period_end_from(catalog, subscription, *subscription.committed_until);
  }
  out.notice_missed = out.rule->notice && asked.at > earlier(out.effective, *out.rule->notice);
  if (out.notice_missed) out.effective = after_missed_notice(catalog, subscription, *out.rule, out.effective);
  return out;
}

}  // namespace planshift
