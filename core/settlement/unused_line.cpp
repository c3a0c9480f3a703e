#include "core/settlement/unused_line.hpp"

#include "core/money/rounding.hpp"

namespace planshift {

void add_unused_line(const Catalog& catalog, const Subscription& subscription, const LineMaker& maker,
                     const Share& share, Lines& lines) {
  Line line = line_made_by(maker);
  line.kind = LineKind::unused;
  line.transaction = transaction_of(*maker.rule);
  line.plan = subscription.terms.plan;
  line.cycle = subscription.terms.cycle;
  line.seats = subscription.terms.seats;
  line.amount = -round(subscription.paid * share.ratio(), catalog.policy.proration.rounding);
  line.proration = LineProration{share, subscription.paid};
  add_line(lines, line);
}

}  // namespace planshift
