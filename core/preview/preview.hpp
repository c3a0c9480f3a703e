// The answer: what is paid today, what is next, what is scheduled, what else follows.
// Contract: §5, §6.
#pragma once

#include <optional>
#include <vector>

#include "core/eligibility/reason.hpp"
#include "core/fault/fault.hpp"
#include "core/followup/consequences.hpp"
#include "core/followup/notice.hpp"
#include "core/renewal/granted_credits.hpp"
#include "core/renewal/next_payment.hpp"
#include "core/settlement/settlement.hpp"

namespace planshift {

struct DatedMovement {
  MovementKind kind = MovementKind::upgrade;
  Occurrence when = Occurrence::now;
  Instant on;
  const Rule* rule = nullptr;
};

struct TermsFrom {
  Terms terms;
  Instant from;
};

struct Preview {
  Reasons reasons;                 // not empty: refused, and nothing below means anything
  std::optional<FaultCode> fault;  // a figure left its range: neither allowed nor refused

  std::vector<DatedMovement> movements;
  std::optional<TermsFrom> terms_next;
  Lines lines;  // of today
  Totals today;
  Money forfeited;
  std::optional<Extension> extension;
  std::optional<Payment> next_payment;
  Money balance_before;
  Money balance_after;
  std::optional<CreditsMove> credits;
  std::vector<DatedConsequence> consequences;
  std::vector<Notice> notices;
  std::optional<Subscription> after;  // and so the terms from now; none: ended

  [[nodiscard]] bool allowed() const { return reasons.empty(); }
};

// Requires subscription.period to contain asked.at.
[[nodiscard]] Preview preview(const Catalog& catalog, const Subscription& subscription, const Asked& asked);

// What of a preview is the same on every day, unless rules have windows: for callers that ask for many days. When a
// cancellation takes effect is not.
struct Placed {
  Placement placement;  // of a change of terms
  Reasons reasons;      // against it
};
[[nodiscard]] Placed place_asked(const Catalog& catalog, const Subscription& subscription, const Asked& asked);
[[nodiscard]] Preview preview(const Catalog& catalog, const Subscription& subscription, const Asked& asked,
                              const Placed& placed);

}  // namespace planshift
