#include "core/question/sweep.hpp"

#include <utility>

namespace planshift {
namespace {

SweepDay day_of(Instant at, Preview&& preview) {
  SweepDay out;
  out.at = at;
  out.reasons = std::move(preview.reasons);
  if (!out.reasons.empty()) return out;
  out.charged = preview.today.charged;
  out.refunded = preview.today.refunded;
  out.forfeited = preview.forfeited;
  if (preview.next_payment) {
    out.next_date = preview.next_payment->date;
    out.next_due = preview.next_payment->totals.charged;
  }
  return out;
}

}  // namespace

std::optional<FaultCode> sweep(const Catalog& catalog, const Subscription& subscription, const SweepAsked& asked,
                               const TakeDay& take) {
  Asked each{asked.from, asked.role, asked.change};
  Placed placed = place_asked(catalog, subscription, each);
  for (; each.at <= asked.to; each.at = each.at.plus_days(1)) {
    // Rules may differ in the first days.
    if (catalog.policy.has_windows()) placed = place_asked(catalog, subscription, each);
    Preview preview = planshift::preview(catalog, subscription, each, placed);
    if (preview.allowed() && preview.fault) return preview.fault;
    if (!take(day_of(each.at, std::move(preview)))) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace planshift
