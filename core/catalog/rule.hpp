// A rule: what the policy says of one movement on one cycle.
// Contract: §3.7.1 to §3.7.6.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/calendar/length.hpp"
#include "core/catalog/fee.hpp"
#include "core/catalog/id.hpp"
#include "core/catalog/movement_kind.hpp"

namespace planshift {

enum class When : std::uint8_t {
  now,
  period_end,
  choice,
  never,
  term_end,  // the first period end on or after the end of the commitment (§10.3)
};
enum class CycleTreatment : std::uint8_t {
  keep,     // the running period stays
  restart,  // a new period starts on the day of the change
  align,    // the new cycle's period that contains the day, counted on from the running cycle's start
};
enum class Unused : std::uint8_t {
  credit,      // set against the charge; what is over goes to the balance
  refund,      // paid back as a transaction of its own
  forfeit,     // lost
  refund_all,  // (cancel) paid back together with what is used of the running period (§10.2)
  time,        // (restart) it buys time at the new price (§10.2)
};
enum class Charge : std::uint8_t { prorated, full, none };
enum class Collect : std::uint8_t { now, next_payment };
enum class LineStyle : std::uint8_t {
  split,  // a credit and a charge
  net,    // one line of the difference, rounded once
};
enum class Timing : std::uint8_t { now, period_end };

struct Rule {
  When when = When::now;
  Timing choice_default = Timing::now;
  CycleTreatment cycle = CycleTreatment::keep;
  Unused unused = Unused::credit;
  Charge charge = Charge::prorated;
  Collect collect = Collect::now;
  LineStyle lines = LineStyle::split;
  bool carry_credits = false;
  bool once = false;                                   // what the new terms cost once is charged (§10.7)
  std::optional<std::vector<std::string_view>> roles;  // who may; none given: anyone
  std::optional<Length> notice;
  std::optional<CycleIndex> used_at;  // (cancel) used time is counted at this cycle's list price (§10.2)
  std::optional<Fee> fee;             // (cancel)
  std::vector<SourceIndex> cite;

  [[nodiscard]] bool may_happen_now() const { return when == When::now || when == When::choice; }
  [[nodiscard]] bool may_wait() const {
    return when == When::period_end || when == When::choice || when == When::term_end;
  }
  [[nodiscard]] bool renews_period() const { return cycle != CycleTreatment::keep; }
  [[nodiscard]] bool returns_unused() const { return unused != Unused::forfeit; }
  // Whether what comes back is a transaction of its own.
  [[nodiscard]] bool refunds() const { return unused == Unused::refund || unused == Unused::refund_all; }
};

// A rule as written: only the members that are there.
struct RuleText {
  std::optional<When> when;
  std::optional<Timing> choice_default;
  std::optional<CycleTreatment> cycle;
  std::optional<Unused> unused;
  std::optional<Charge> charge;
  std::optional<Collect> collect;
  std::optional<LineStyle> lines;
  std::optional<bool> carry_credits;
  std::optional<bool> once;
  std::optional<std::vector<std::string_view>> roles;
  std::optional<Length> notice;
  std::optional<CycleIndex> used_at;
  std::optional<Fee> fee;
  std::optional<std::vector<SourceIndex>> cite;

  // This text with the members of `override_` in place of its own.
  [[nodiscard]] RuleText overridden_by(const RuleText& override_) const;
  // What it means: absent members get their defaults, which differ for `cancel` and beside `cycle: restart`.
  [[nodiscard]] Rule with_defaults(MovementKind kind) const;
};

}  // namespace planshift
