// Every history over a small set of terms: from each of them, all changes to the others, cancelling and resuming, on a
// few days. A history is dropped if it is in no way better than another that holds the same and is in the same state.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/audit/audit.hpp"

namespace planshift {

// The terms at that place of the list, from `from` on.
struct Held {
  Instant from;
  std::int64_t terms = 0;

  friend auto operator<=>(const Held&, const Held&) = default;
};

// What two histories must share to be compared: where they began, and what was held when.
struct Holding {
  std::int64_t start = 0;
  std::vector<Held> held;  // without what lasts no time

  // How often what is held changes, counted from the terms at the start.
  [[nodiscard]] std::int32_t changes() const;
  // Any order. Written out because older standard libraries have no <=> of vectors.
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

  // Ending it is a change too.
  [[nodiscard]] bool is_direct() const { return requests <= holding.changes() + (standing ? 0 : 1); }
};

// Whether whatever can be asked of one can be asked of the other, with the same answers. What they owe or have on the
// balance is part of their histories' costs.
[[nodiscard]] bool stands_the_same(const Subscription& a, const Subscription& b);

// Whether a history is in no way better than another that holds the same: dearer or as dear, no longer, and with the same subscription at its end.
[[nodiscard]] bool is_no_better(const History& a, const History& than);

class Histories {
 public:
  using Group = std::vector<std::size_t>;

  // How many previews this search and those before it asked for, and the limit.
  struct Count {
    std::size_t& previews;
    std::size_t most;
  };

  // Asks in each of these roles, if needed.
  Histories(const Catalog& catalog, const std::vector<std::string_view>& roles, Count count)
      : catalog_(catalog), roles_(roles), count_(count) {}

  // Whether the search stayed within the limit. If not, direct ways may be missing, and what was found proves nothing.
  [[nodiscard]] bool search(const std::vector<Terms>& set);

  [[nodiscard]] const std::vector<History>& list() const { return list_; }
  // All histories that hold the same, in the order found.
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
  std::vector<Terms> terms_;  // the set, and other terms held on the way
  std::size_t set_ = 0;       // how many of them form the set
  std::vector<History> list_;
  std::map<Holding, Group> groups_;
};

// A part of an amount, for comparisons: rounded down.
[[nodiscard]] Money part_of(Money amount, std::int64_t numerator, std::int64_t denominator);

// The moments of a period on which something is asked: its first two days, the middle, its last two.
inline constexpr std::size_t audit_days = 5;
[[nodiscard]] std::vector<Instant> audit_moments(Period period);

}  // namespace planshift
