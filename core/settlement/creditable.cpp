#include "core/settlement/creditable.hpp"

namespace planshift {

void cap_creditable(const Subscription& subscription, Money given, Transaction transaction, Lines& lines) {
  if (!subscription.creditable) return;
  Line line;
  line.kind = LineKind::cap;
  line.transaction = transaction;
  line.amount = greatest(given - *subscription.creditable, Money());
  add_line(lines, line);
}

}  // namespace planshift
