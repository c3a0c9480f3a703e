// Every history over a small set of terms: from each of them, all changes to the others, cancelling and resuming, on a
// few days. One that is in no way better than another that holds the same and stands the same is given up.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/question/audit.hpp"

namespace planshift {

// From `from` on, the terms at that place of the list.
struct Held {
  Instant from;
  std::int64_t terms = 0;

  friend auto operator<=>(const Held&, const Held&) = default;
};

// What two histories must have in common to be compared: where they began, and what was held when.
struct Holding {
  std::int64_t start = 0;
  std::vector<Held> held;  // nothing that lasts no time

  // How often what is held changes, counted from the terms at the start.
  [[nodiscard]] std::int32_t changes() const;
  // Any order will do. Written out because older standard libraries have no <=> of vectors.
  friend bool operator<(const Holding& a, const Holding& b) {
    return a.start != b.start ? a.start < b.start : a.held < b.held;
  }
};

struct History {
  Holding holding;
  std::optional<Subscription> standing;  // none: ended
  Instant at;                            // of the last event
  Instant until;                         // the end of what is held
  std::int32_t requests = 0;
  std::int32_t renewals = 0;
  std::int32_t days = 0;  // on which something was asked
  std::optional<Instant> first_asked;
  std::optional<Instant> last_asked;
  Money paid;   // less what was refunded
  Money cost;   // that, what is pending, less the balance
  Money lost;   // the balance when it ended
  Money used;   // what was held up to `at` costs by the list: each part of a period in its share
  Money worth;  // the same up to `until`
  std::uint32_t cause = 0;

  // The event that led here.
  std::size_t before = 0;      // the history up to it
  std::optional<Asked> asked;  // none: the start, or a renewal
  Timing when = Timing::now;
  Totals totals;

  // To end it is a change too.
  [[nodiscard]] bool is_direct() const { return requests <= holding.changes() + (standing ? 0 : 1); }
};

// Whether whatever can be asked of one can be asked of the other, with the same answers. What they owe or have on the
// balance is part of their histories' costs.
[[nodiscard]] bool stands_the_same(const Subscription& a, const Subscription& b);

// Whether a history is in no way better than another that holds the same: dearer or as dear, no longer, as it stands.
[[nodiscard]] bool is_no_better(const History& a, const History& than);

class Histories {
 public:
  using Group = std::vector<std::size_t>;

  // How many previews were asked for, in this search and those before it, and how many may be.
  struct Count {
    std::size_t& previews;
    std::size_t most;
  };

  // Asks in each of these roles, if need be.
  Histories(const Catalog& catalog, const std::vector<std::string_view>& roles, Count count)
      : catalog_(catalog), roles_(roles), count_(count) {}

  // Whether the limit was kept: else direct ways may be missing, and nothing can be said of what was found.
  [[nodiscard]] bool search(const std::vector<Terms>& set);

  [[nodiscard]] const std::vector<History>& list() const { return list_; }
  // All that hold the same, in the order found.
  [[nodiscard]] const Group* group(const Holding& holding) const;
  [[nodiscard]] const Terms& terms(const Held& held) const { return terms_[static_cast<std::size_t>(held.terms)]; }
  [[nodiscard]] Course course(std::size_t history) const;

 private:
  void begin(std::int64_t start);
  void expand(std::size_t index);
  void renew(std::size_t index);
  void ask_all(std::size_t index, Instant at);
  void ask_each_timing(std::size_t index, Instant at, Change change);
  void ask(std::size_t index, Instant at, Change change);
  std::optional<Preview> answer(const Subscription& standing, Asked& asked);
  void add(History history);

  const Catalog& catalog_;
  const std::vector<std::string_view>& roles_;
  Count count_;
  std::vector<Terms> terms_;  // the set, and what else was held on the way
  std::size_t set_ = 0;       // how many of them are the set
  std::vector<History> list_;
  std::map<Holding, Group> groups_;
};

// A part of an amount, for comparisons: rounded down.
[[nodiscard]] Money part_of(Money amount, std::int64_t numerator, std::int64_t denominator);

// The moments of a period on which something is asked: its first two days, the middle, its last two.
inline constexpr std::size_t audit_days = 5;
[[nodiscard]] std::vector<Instant> audit_moments(Period period);

}  // namespace planshift
