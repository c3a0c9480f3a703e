#include "core/catalog/price.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::printed;
using test::usd;

std::string price(const Price& of, Seats seats) { return printed(price_of(of, seats)); }

Price tiered(TierMode mode) {
  Price out;
  out.tiers = Tiers{mode, {{5, usd("10.00"), usd("3.00")}, {10, usd("9.00"), usd("0")}, {std::nullopt, usd("7.00"), usd("2.00")}}};
  return out;
}

TEST_CASE("a flat part and a price per seat add up", "[catalog][price]") {
  const Price flat_and_seats{usd("20.00"), usd("5.00"), std::nullopt, std::nullopt};
  CHECK(price(flat_and_seats, 1) == "25.00");
  CHECK(price(flat_and_seats, 12) == "80.00");
}

TEST_CASE("nothing is free of its flat part, except nothing", "[catalog][price]") {
  CHECK(price(Price{usd("20.00"), usd("5.00"), std::nullopt, std::nullopt}, 0) == "0.00");
  CHECK(price(tiered(TierMode::graduated), 0) == "0.00");
}

TEST_CASE("graduated: each seat at the price of its own step, a step's flat part where it is reached", "[catalog][price]") {
  const Price of = tiered(TierMode::graduated);
  CHECK(price(of, 1) == "13.00");    // 10 + 3
  CHECK(price(of, 5) == "53.00");    // 5 × 10 + 3
  CHECK(price(of, 6) == "62.00");    // 53 + 9
  CHECK(price(of, 10) == "98.00");   // 53 + 5 × 9
  CHECK(price(of, 11) == "107.00");  // 98 + 7 + 2
  CHECK(price(of, 20) == "170.00");  // 98 + 10 × 7 + 2
}

TEST_CASE("steps that end too early leave the seats past them free", "[catalog][price]") {
  Price of = tiered(TierMode::graduated);
  of.tiers->steps.resize(1);
  CHECK(price(of, 9) == "53.00");
}

TEST_CASE("volume: all seats at the price of the step that their number falls in", "[catalog][price]") {
  const Price of = tiered(TierMode::volume);
  CHECK(price(of, 5) == "53.00");    // 5 × 10 + 3
  CHECK(price(of, 6) == "54.00");    // 6 × 9
  CHECK(price(of, 10) == "90.00");
  CHECK(price(of, 11) == "79.00");   // 11 × 7 + 2
}

TEST_CASE("packages are rounded up to whole ones", "[catalog][price]") {
  Price of;
  of.package = Package{5, usd("40.00")};
  CHECK(price(of, 1) == "40.00");
  CHECK(price(of, 5) == "40.00");
  CHECK(price(of, 6) == "80.00");
  CHECK(price(of, 12) == "120.00");
  of.flat = usd("1.00");
  of.per_seat = usd("0.50");
  CHECK(price(of, 2) == "42.00");
}

TEST_CASE("a price past 64 bits is exceeded", "[catalog][price]") {
  const Price dear{Money(), usd("92233720368547758.07"), std::nullopt, std::nullopt};
  CHECK(price(dear, 1) == "92233720368547758.07");
  CHECK(price(dear, 2) == "exceeded");
  Price tiers;
  tiers.tiers = Tiers{TierMode::graduated, {{std::nullopt, usd("92233720368547758.07"), Money()}}};
  CHECK(price(tiers, 2) == "exceeded");
}

TEST_CASE("each price holds before its day, and the last one from there on", "[catalog][price]") {
  const auto flat = [](std::string_view amount) { return Price{usd(amount), Money(), std::nullopt, std::nullopt}; };
  const CyclePrice prices{{{test::day("2027-01-01"), flat("1.00")}, {test::day("2027-07-01"), flat("2.00")}}, flat("3.00")};
  const auto on = [&](std::string_view day) { return test::printed(prices.on(test::day(day)).flat); };
  CHECK(on("2020-01-01") == "1.00");
  CHECK(on("2026-12-31") == "1.00");
  CHECK(on("2027-01-01") == "2.00");
  CHECK(on("2027-06-30") == "2.00");
  CHECK(on("2027-07-01") == "3.00");
}

}  // namespace
}  // namespace planshift
