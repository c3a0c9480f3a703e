// What would a new subscription cost? The first payment, the next one, and what other cycles would save.
// Contract: §7.1.
#pragma once

#include <optional>
#include <vector>

#include "core/preview/preview.hpp"

namespace planshift {

struct QuoteAsked {
  Instant at;
  Terms terms;
  HeldDiscounts discounts;                  // begun at `at`
  std::optional<Instant> first_period_end;  // at most one cycle after `at`
  std::optional<Instant> ends_on;           // after `at`: as cancelled on that day
};

// A cycle that sells the same terms. 395.00 for 30 days are 4,805.83 for 365.
struct Alternative {
  CycleIndex cycle{};
  Money cost_per_365_days;  // list price × 365 / the cycle's average days, rounded once
  Money saving;             // the quoted cycle's cost less this one's
};

struct Quote {
  Reasons reasons;
  std::optional<FaultCode> fault;
  Period period;
  std::optional<Instant> committed_until;  // where the cycle has a commitment
  Payment first;
  std::optional<Payment> next;
  std::vector<Alternative> alternatives;
};

// Nothing wrong with `first_period_end`, or the fault that says what is.
[[nodiscard]] std::optional<FaultCode> check_first_period(const Catalog& catalog, const QuoteAsked& asked);

[[nodiscard]] Quote quote(const Catalog& catalog, const QuoteAsked& asked);

}  // namespace planshift
