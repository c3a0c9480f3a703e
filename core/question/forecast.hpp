// What will be paid until a day, if these changes are made on the way? Events apply one after the other through the same
// engine as a preview; a renewal on an event's day comes first.
// Contract: §7.3.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/preview/preview.hpp"

namespace planshift {

// The most payments: a daily cycle to the year 9999 would be millions.
inline constexpr std::size_t most_forecast_payments = 10'000;

struct ForecastAsked {
  std::vector<Asked> events;  // by date
  Instant until;              // inclusive
};

enum class PaymentOccasion : std::uint8_t { change, renewal };

struct ForecastPayment {
  PaymentOccasion occasion = PaymentOccasion::renewal;
  Instant date;
  Lines lines;
  Totals totals;
  std::optional<Terms> terms;  // that hold after it; none: the subscription has ended
};

struct RefusedEvent {
  std::size_t event = 0;  // its place in the list
  Instant at;
  Reasons reasons;
};

struct ForecastFault {
  FaultCode code;
  std::optional<std::size_t> event;  // that is at fault
};

// Called with each payment and each refused event as they are found, so that no list is needed. False stops.
struct ForecastTakers {
  std::function<bool(const ForecastPayment&)> payment;
  std::function<bool(const RefusedEvent&)> refused;
};

struct Forecast {
  std::optional<ForecastFault> fault;
  Money total;                  // really paid: charged and due, less refunded
  std::optional<Instant> ends;  // when the subscription ends, as far as that is known
};

// Stops working when a taker returns false.
[[nodiscard]] Forecast forecast(const Catalog& catalog, const Subscription& subscription, const ForecastAsked& asked,
                                const ForecastTakers& take);

}  // namespace planshift
