// Can these rules be turned into free money? A money pump is a dated sequence of changes by which a subscriber holds
// some terms for less than every direct way to hold them costs, or gets back more than was paid.
//
// What is compared. A history begins with a plain subscription (paid in full, no balance, no discounts, no trial, unit
// credits used up) at the start of a period; then come changes, each with its day, and perhaps one renewal.
// Two histories hold the same if they hold the same terms on every day; what lasts no time doesn't count.
// A history is direct if it makes no more requests than what is held changes, the terms before the first change
// included: one request for each change. So is a new subscription to the terms that are held from the first day on.
//
//
// A detour that evades a forfeiture still pays for all that is held, and is no pump.
// Rounding is no pump: histories of n and m requests may differ by n + m minor units (thrice as many where tax, which
// is rounded for each transaction, is added). Terms include their cycle: a year given back after a month at the year's
// rate is what the vendor offers, however dear a single month would be.
#pragma once

#include <cstdint>
#include <vector>

#include "core/preview/preview.hpp"

namespace planshift {

// The bounds of the search. Small sets of terms are searched one after the other, the smallest and cheapest first.
struct AuditLimits {
  static constexpr std::size_t plans = 4;   // the cheapest three and the dearest
  static constexpr std::size_t cycles = 3;  // the two shortest and the longest; two at a time
  static constexpr std::size_t pumps = 20;
  static constexpr std::size_t roles = 8;
  static constexpr std::int32_t requests = 4;  // of one history
  static constexpr std::int32_t renewals = 1;
  static constexpr std::int32_t days = 2;  // different days of one history on which something is asked
  static constexpr std::size_t previews = 600'000;
};

enum class PumpKind : std::uint8_t { more_back_than_paid, held_for_less, free_credits };

struct AuditStep {
  Asked asked;
  Timing when = Timing::now;  // period_end if any part of it waits
  Totals totals;
};

struct AuditRenewal {
  Instant at;
  Totals totals;
};

// One way through time, as it can be asked of a forecast.
struct Course {
  Subscription start;
  std::vector<AuditStep> steps;
  std::vector<AuditRenewal> renewals;
  Money first_payment;  // for the period that has just begun
  Money cost;           // in all
  Terms held;           // at last
  Instant until;        // when they end, or are paid for again
};

struct Pump {
  PumpKind kind = PumpKind::held_for_less;
  Money amount;              // gained; of free_credits nothing
  std::int64_t credits = 0;  // gained, of free_credits
  Course course;
  std::optional<Course> direct;  // the cheapest direct way to hold the same, where one was compared
  std::int32_t requests = 0;     // its steps
  std::uint32_t cause = 0;       // the kinds of movements it needs, now and waiting, as bits
};

struct AuditBounds {
  std::size_t plans = 0;
  std::size_t cycles = 0;
  std::size_t addons = 0;
  std::vector<Seats> seats;  // numbers of seats that were tried
  std::size_t days = 0;      // moments of a period on which something was asked
  std::size_t previews = 0;
  bool exhausted = true;  // false: the search stopped at its limit of previews
};

struct Audit {
  std::vector<Pump> pumps;  // one for each cause: fewest steps first, then the largest amount
  AuditBounds bounds;
};

// Stops after so many previews.
[[nodiscard]] Audit audit(const Catalog& catalog, std::size_t most_previews = AuditLimits::previews);

}  // namespace planshift
