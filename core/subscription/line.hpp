// One row of a payment. A row may outlive its change: collected with the next payment, it waits as `pending`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/calendar/share.hpp"
#include "core/subscription/terms.hpp"

namespace planshift {

enum class LineKind : std::uint8_t {
  unused,   // the paid, unused time of the old terms
  charge,   // the new terms for part of a cycle
  net,      // the difference of the two, rounded once
  full,     // a whole cycle
  pending,  // owed from before
  discount,
  cap,  // what keeps a credit from exceeding what was paid
  tax,
  used,  // the used time of a cancellation, at another cycle's price
  fee,   // for ending before the commitment does
  once,  // a one-off fee of a plan or an add-on
};

enum class Transaction : std::uint8_t { charge, refund };

struct LineProration {
  Share share;
  Money base;  // for the whole cycle: |amount| = round(base × remaining / of)
};

struct Line {
  LineKind kind = LineKind::full;
  Transaction transaction = Transaction::charge;
  // What it is about: the plan, else an add-on, else a discount, else nothing in particular.
  std::optional<PlanIndex> plan;
  std::optional<AddonIndex> addon;
  std::optional<DiscountIndex> discount;
  CycleIndex cycle{};  // of a plan or an add-on
  Seats seats = 0;
  Money amount;
  std::optional<LineProration> proration;
  const Rule* rule = nullptr;  // that made it, with what it cites
  // The movement that made it; of a new period's lines the one whose rule settles. None where several did, or none.
  std::optional<MovementKind> movement;
  std::int32_t periods = 0;  // of used time: the cycles begun
  bool inclusive = false;    // a tax that the other lines contain already
  // For pending lines: the words it came with, or else the kind that it had when a change made it.
  std::string_view label;
  LineKind origin = LineKind::pending;
};

using Lines = std::vector<Line>;

}  // namespace planshift
