// What else follows from a cancellation: when access ends, when content may be deleted.
// Contract: §3.9.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/calendar/length.hpp"
#include "core/catalog/id.hpp"

namespace planshift {

enum class CountedFrom : std::uint8_t {
  request,    // the day of the request to cancel
  effective,  // the day on which it takes effect
};

struct Consequence {
  std::string_view code;
  std::optional<CountedFrom> from;  // none: it has no date
  Length after{0, LengthUnit::day};
  bool not_before = false;  // the date is the earliest, not the date itself
  bool kept = false;        // a reader keeps what it is about; else it is lost
  std::string_view title;
  std::string_view detail;
  std::optional<std::vector<SourceIndex>> cite;  // none given: what the rule of cancelling rests on
};

}  // namespace planshift
