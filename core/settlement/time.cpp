#include "core/settlement/time.hpp"

#include "core/money/rounding.hpp"

namespace planshift {
namespace {

// Far outside the calendar, where the last look at every answer finds it.
constexpr std::int64_t days_past_the_calendar = 4'000'000;

AnchorDay day_of(Instant at) { return at.date().civil().day; }

// Time that money buys, in whole units from the day on which it is bought.
class Purchase {
 public:
  Purchase(const Catalog& catalog, CycleIndex cycle, Instant at, Money price)
      : proration_(catalog.policy.proration), grid_(catalog[cycle].recurrence(day_of(at))), at_(at), price_(price) {}

  // Whole cycles first; then a share of the cycle that follows, rounded once.
  [[nodiscard]] std::int64_t units(const Fraction& given) const {
    const Wide cycle_price = given.denominator * static_cast<Wide>(price_.minor());
    const Wide cycles = given.numerator / cycle_price;
    const auto most = static_cast<Wide>(days_past_the_calendar * 1'000'000 / grid_.length.average_micro_days());
    if (cycles > most) return units_between(at_, at_.plus_days(days_past_the_calendar), proration_.unit);

    const Instant start = grid_.moved(at_, static_cast<std::int64_t>(cycles));
    const Instant end = grid_.moved(at_, static_cast<std::int64_t>(cycles) + 1);
    const Fraction rest{given.numerator % cycle_price, given.denominator};
    const Ratio units_for_money{units_between(start, end, proration_.unit), price_.minor()};
    return units_between(at_, start, proration_.unit) + round_units(rest, units_for_money, proration_.rounding).value();
  }

  [[nodiscard]] Period period(Charge charge, std::int64_t units) const {
    const Instant from = charge == Charge::full ? grid_.moved(at_, 1) : at_;
    return {at_, after_units(from, units, proration_.unit)};
  }

 private:
  const Proration& proration_;
  Recurrence grid_;
  Instant at_;
  Money price_;
};

Fraction lesser(const Fraction& amount, Money most) {
  const bool exceeds = amount.numerator > static_cast<Wide>(most.minor()) * amount.denominator;
  return exceeds ? Fraction{static_cast<Wide>(most.minor()), 1} : amount;
}

// What a whole cycle is worth as paid, if `given` was paid for the period.
Money worth_of_cycle(const Fraction& given, Money price, const Share& period) {
  const Money worth = round(given, {period.of, period.remaining}, Rounding::down);
  return worth.exceeded() ? price : least(price, worth);
}

}  // namespace

std::optional<BoughtTime> buy_time(const Catalog& catalog, const Subscription& subscription, Instant at,
                                   CycleIndex cycle, Charge charge, Money price) {
  if (subscription.trial || !price.is_positive()) return std::nullopt;
  const Share left = running_share(catalog, subscription, at, ChangeDay::remaining);
  Fraction given = Fraction::of(subscription.paid * left.ratio());
  if (subscription.creditable) given = lesser(given, *subscription.creditable);
  const Purchase purchase(catalog, cycle, at, price);
  const std::int64_t units = purchase.units(given);
  if (units == 0) return std::nullopt;

  BoughtTime out;
  out.extension = {left, subscription.paid, units};
  out.period = purchase.period(charge, units);
  out.anchor_day = day_of(out.period.end);
  const Period whole = catalog[cycle].recurrence(out.anchor_day).ending_at(out.period.end);
  out.extended = out.period.start < whole.start;
  if (charge == Charge::full) given.numerator += static_cast<Wide>(price.minor()) * given.denominator;
  const Share share = share_between(out.period.start, out.period.end, whole, catalog[cycle].length,
                                    catalog.policy.proration.unit, Excess::kept);
  out.paid = worth_of_cycle(given, price, share);
  return out;
}

}  // namespace planshift
