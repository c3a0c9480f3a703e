// Rounding, prices, periods and shares.
#include "core/money/decimal_text.hpp"
#include "core/money/rounding.hpp"
#include "tests/properties/world.hpp"

namespace planshift::test {
namespace {

__extension__ using Wide = __int128;

Wide magnitude_of(Wide value) { return value < 0 ? -value : value; }

TEST_CASE("a rounded amount lies as near to the exact one as its mode promises", "[properties][money]") {
  holds("rounding errs by half a unit, or by less than one on its own side", [] {
    const std::int64_t minor = chance(50) ? *rc::gen::arbitrary<std::int64_t>() : pick(-10'000, 10'000);
    const std::int64_t of = chance(50) ? pick(1, 400) : pick(1, 40'000'000);
    const std::int64_t remaining = pick(0, of);
    const Rounding mode = one_of({Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up});
    const Money rounded = round(Money::of_minor(minor) * Ratio{remaining, of}, mode);
    RC_ASSERT(!rounded.exceeded());
    const Wide exact = static_cast<Wide>(minor) * remaining;  // in 1/of of a unit
    const Wide error = static_cast<Wide>(rounded.minor()) * of - exact;
    const Wide grown = magnitude_of(static_cast<Wide>(rounded.minor()) * of) - magnitude_of(exact);
    switch (mode) {
      case Rounding::down: RC_ASSERT(grown <= 0 && grown > -static_cast<Wide>(of)); break;
      case Rounding::up: RC_ASSERT(grown >= 0 && grown < static_cast<Wide>(of)); break;
      case Rounding::half_up:
        RC_ASSERT(2 * magnitude_of(error) <= of);
        RC_ASSERT(2 * magnitude_of(error) != of || grown > 0);
        break;
      case Rounding::half_even:
        RC_ASSERT(2 * magnitude_of(error) <= of);
        RC_ASSERT(2 * magnitude_of(error) != of || rounded.minor() % 2 == 0);
        break;
    }
    if (minor != INT64_MIN) RC_ASSERT(round(Money::of_minor(-minor) * Ratio{remaining, of}, mode) == -rounded);
  });
}

TEST_CASE("amounts survive text, in every number of decimals", "[properties][money]") {
  holds("parse(print(x)) = x", [] {
    const auto units = *rc::gen::arbitrary<std::int64_t>();
    const int decimals = static_cast<int>(pick(0, 4));
    const Decimal read = parse_decimal(decimal_text(units, decimals), decimals);
    RC_ASSERT(read.fault == DecimalFault::none);
    RC_ASSERT(read.units == units);
  });
}

TEST_CASE("a graduated price never falls with seats, and every price scales", "[properties][catalog]") {
  holds("monotone and linear", [] {
    Price price = generated_price(Kind::any, 0);
    if (price.tiers) price.tiers->mode = TierMode::graduated;
    const auto seats = static_cast<Seats>(pick(1, 30));
    const Money one = price_of(price, seats);
    RC_ASSERT(price_of(price, seats + 1) >= one);
    // M6: three times every amount is three times the price.
    price.flat = price.flat * 3;
    price.per_seat = price.per_seat * 3;
    if (price.package) price.package->price = price.package->price * 3;
    if (price.tiers) {
      for (TierStep& step : price.tiers->steps) {
        step.per_seat = step.per_seat * 3;
        step.flat = step.flat * 3;
      }
    }
    RC_ASSERT(price_of(price, seats) == one * 3);
  });
}

Recurrence generated_recurrence(Date first) {
  const Length length{static_cast<std::int32_t>(pick(1, 24)),
                      one_of({LengthUnit::day, LengthUnit::week, LengthUnit::month, LengthUnit::year})};
  return {length, first.civil().day};
}

TEST_CASE("period ends increase, tile and can be gone on with from any of them", "[properties][calendar]") {
  holds("C2, C3", [] {
    const Date first = Date::of_days(static_cast<std::int32_t>(pick(0, 2'000'000)));
    const Recurrence grid = generated_recurrence(first);
    const Instant start = Instant::at(first);
    const std::int64_t n = pick(-20, 20);
    const Instant end = grid.moved(start, n);
    RC_ASSERT(grid.moved(start, n + 1) > end);
    RC_ASSERT(grid.moved(end, 1) == grid.moved(start, n + 1));
    RC_ASSERT(grid.moved(grid.moved(end, 1), -1) == end);
    RC_ASSERT(grid.ending_at(end).start == grid.moved(start, n - 1));
    if (!grid.length.is_in_days()) RC_ASSERT(falls_on(end, grid.anchor));
    const Instant inside = Instant::of_seconds(end.seconds() + pick(0, grid.moved(end, 1).seconds() - end.seconds() - 1));
    const Period found = grid.containing(inside, start);
    RC_ASSERT(found.start == end && found.end == grid.moved(end, 1));
  });
}

TEST_CASE("400 years later everything is the same", "[properties][calendar]") {
  holds("M5: 146,097 days on", [] {
    constexpr std::int32_t era = 146'097;
    const Date first = Date::of_days(static_cast<std::int32_t>(pick(0, 2'000'000)));
    const Recurrence grid = generated_recurrence(first);
    const Instant start = Instant::at(first);
    const Instant end = grid.moved(start, 1);
    const Instant at = start.plus_days(pick(0, end.date().days() - start.date().days() - 1));
    RC_ASSERT(grid.moved(start.plus_days(era), 1) == end.plus_days(era));
    for (const ProrationUnit unit : {ProrationUnit::day, ProrationUnit::second, ProrationUnit::minute, ProrationUnit::day30}) {
      if (unit == ProrationUnit::day30 && grid.length.is_in_days()) continue;
      const Share now = share_remaining(at, {start, end}, grid.length, unit, ChangeDay::remaining);
      const Share later = share_remaining(at.plus_days(era), {start.plus_days(era), end.plus_days(era)}, grid.length, unit,
                                          ChangeDay::remaining);
      RC_ASSERT(now.remaining == later.remaining && now.of == later.of);
    }
  });
}

TEST_CASE("what remains falls day by day from all to little, and never leaves its bounds", "[properties][calendar]") {
  holds("0 <= R <= L", [] {
    const Date first = Date::of_days(static_cast<std::int32_t>(pick(0, 2'000'000)));
    const Recurrence grid = generated_recurrence(first);
    const Period cycle{Instant::at(first), grid.moved(Instant::at(first), 1)};
    const std::int64_t days = cycle.end.date().days() - first.days();
    const std::int64_t day = pick(0, days - 1);
    const ChangeDay change_day = one_of({ChangeDay::remaining, ChangeDay::used});
    for (const ProrationUnit unit : {ProrationUnit::day, ProrationUnit::second, ProrationUnit::minute, ProrationUnit::day30}) {
      if (unit == ProrationUnit::day30 && grid.length.is_in_days()) continue;
      if (has_time_of_day(unit) && change_day == ChangeDay::used) continue;
      const Share today = share_remaining(cycle.start.plus_days(day), cycle, grid.length, unit, change_day);
      const Share tomorrow = share_remaining(cycle.start.plus_days(day + 1), cycle, grid.length, unit, change_day);
      RC_ASSERT(0 <= today.remaining && today.remaining <= today.of);
      RC_ASSERT(tomorrow.remaining <= today.remaining);
      if (unit == ProrationUnit::day) {
        const std::int64_t used = change_day == ChangeDay::used ? 1 : 0;
        RC_ASSERT(today.remaining == days - day - used && today.of == days);
      }
    }
  });
}

}  // namespace
}  // namespace planshift::test
