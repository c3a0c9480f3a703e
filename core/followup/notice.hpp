// Notices: what a subscriber should know about an allowed change.
// Contract: §5.2.2 to §5.2.5, §5.5.3, §5.5.6.
#pragma once

#include <cstdint>
#include <vector>

#include "core/fault/fault.hpp"

namespace planshift {

enum class NoticeCode : std::uint8_t {
  deferred_together,   // something waits only because something else does
  replaces_scheduled,  // what was scheduled is replaced or dropped
  balance_left,        // a cancellation leaves money on the balance
  count_
};

struct Notice {
  NoticeCode code;
  Facts facts;
};

}  // namespace planshift
