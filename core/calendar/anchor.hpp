// Period ends. On month and year cycles they follow the anchor day: an end clamps to its month's last day and comes back
// (anchor 31: 31 Jan, 28 Feb, 31 Mar, 30 Apr). On day and week cycles there is no anchor, just a count of days.
// Contract: §4.2.2, §5.6.5, §10.10.2.
#pragma once

#include <cstdint>
#include <optional>

#include "core/calendar/instant.hpp"
#include "core/calendar/length.hpp"
#include "core/calendar/period.hpp"

namespace planshift {

using AnchorDay = std::int32_t;  // 1 to 31

// The anchor that a running period tells: the day of its end, or, where that is its month's last day and the
// period began on a later day of the month, the latter. 31 Jan – 28 Feb: 31. 30 Jan – 28 Feb: 30. 5 Nov – 5 Dec: 5.
[[nodiscard]] AnchorDay anchor_told_by(Period period);

// Whether ends with this anchor can fall on `end`: its day is the anchor, clamped to its month.
[[nodiscard]] bool falls_on(Instant end, AnchorDay anchor);

// A cycle's length with the anchor that its ends follow (none on day and week cycles).
struct Recurrence {
  Length length;
  AnchorDay anchor = 1;

  // The grid point `cycles` whole cycles after (before, where negative) the grid point `point`.
  [[nodiscard]] Instant moved(Instant point, std::int64_t cycles) const;
  // The first grid point on or after `at`, on the grid through `point`.
  [[nodiscard]] Instant first_from(Instant at, Instant point) const;
  // The whole cycle that ends at the grid point `end`.
  [[nodiscard]] Period ending_at(Instant end) const { return {moved(end, -1), end}; }
  // How many whole cycles lie between the grid point `point` and `at`; negative where `at` lies before it.
  [[nodiscard]] std::int64_t whole_cycles(Instant point, Instant at) const;
  // The whole cycle that contains `at`, on the grid through `point`.
  [[nodiscard]] Period containing(Instant at, Instant point) const;
};

// Dates on which a cycle may begin: each month on `day`, or each year on `day` of `month`, clamped to the month's last day;
// or each week on a weekday.
struct FixedStart {
  std::optional<std::int32_t> month;  // 1 to 12
  AnchorDay day = 1;
  std::optional<std::int32_t> weekday;  // 1 to 7 from Monday on, as ISO 8601 counts; then the others mean nothing

  // Midnight of the last such date on or before `at`.
  [[nodiscard]] Instant last_on_or_before(Instant at) const;
};

}  // namespace planshift
