// What is paid when the running period ends, and the subscription after it.
// Contract: §5.6.
#pragma once

#include <optional>

#include "core/settlement/totals.hpp"
#include "core/subscription/subscription.hpp"

namespace planshift {

struct Payment {
  Instant date;
  Lines lines;
  Totals totals;  // `charged` is what is due

  // After it; nothing where the subscription has ended.
  std::optional<Subscription> after;
};

// The payment on the period's end: the scheduled terms for their period, what is pending, tax, balance.
// None where a cancellation has taken effect by then; or of what is pending alone, if anything is.
[[nodiscard]] std::optional<Payment> next_payment(const Catalog& catalog, const Subscription& subscription);

// What is left on the balance of a cancelled subscription when it ends, once every payment until then is made.
[[nodiscard]] Money balance_at_the_end(const Catalog& catalog, const Subscription& subscription);

// What is owed when a cancellation takes effect on `date`.
[[nodiscard]] std::optional<Payment> final_payment(const Catalog& catalog, const Subscription& subscription,
                                                   Instant date);

}  // namespace planshift
