#include "core/settlement/cap.hpp"

#include "core/money/rounding.hpp"
#include "core/subscription/discounted.hpp"

namespace planshift {

void cap_credit(const Catalog& catalog, const Subscription& subscription, const Terms& terms_after,
                const std::vector<DiscountIndex>& discounts, const Share& share, Settlement& out) {
  if (out.lines.empty()) return;
  const Rounding rounding = catalog.policy.proration.rounding;
  const Instant day = price_day(subscription, terms_after, subscription.period.start);
  const Money needed =
      discounted(catalog, discounts, DiscountScope::full_period, list_price(catalog, terms_after, day));
  const Money paid_left = round(subscription.paid * share.ratio(), rounding);
  const Money most = greatest(paid_left - round(needed * share.ratio(), rounding), Money());
  const Money sum = sum_of(out.lines, Transaction::charge);
  if (sum >= -most) return;

  Line line;
  line.kind = LineKind::cap;
  line.amount = -most - sum;
  out.lines.push_back(line);
  out.paid = least(subscription.paid, needed);
}

}  // namespace planshift
