#include "core/money/rounding.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

namespace planshift {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least_minor = std::numeric_limits<std::int64_t>::min();

std::int64_t rounded(std::int64_t minor, std::int64_t numerator, std::int64_t denominator, Rounding rounding) {
  const Money money = round(Money::of_minor(minor) * Ratio{numerator, denominator}, rounding);
  REQUIRE(!money.exceeded());
  return money.minor();
}

struct Row {
  std::int64_t numerator;  // of tenths
  std::int64_t half_up, half_even, down, up;
};

TEST_CASE("each mode rounds tenths of a cent its own way", "[money][rounding]") {
  const Row rows[] = {
      {0, 0, 0, 0, 0},  {1, 0, 0, 0, 1},  {4, 0, 0, 0, 1},  {5, 1, 0, 0, 1},  {6, 1, 1, 0, 1},
      {9, 1, 1, 0, 1},  {10, 1, 1, 1, 1}, {11, 1, 1, 1, 2}, {14, 1, 1, 1, 2}, {15, 2, 2, 1, 2},
      {21, 2, 2, 2, 3}, {25, 3, 2, 2, 3}, {35, 4, 4, 3, 4}, {45, 5, 4, 4, 5}, {49, 5, 5, 4, 5},
  };
  for (const Row& row : rows) {
    CAPTURE(row.numerator);
    CHECK(rounded(1, row.numerator, 10, Rounding::half_up) == row.half_up);
    CHECK(rounded(1, row.numerator, 10, Rounding::half_even) == row.half_even);
    CHECK(rounded(1, row.numerator, 10, Rounding::down) == row.down);
    CHECK(rounded(1, row.numerator, 10, Rounding::up) == row.up);
  }
}

TEST_CASE("all modes are odd: what is rounded of a credit is what is rounded of the charge", "[money][rounding]") {
  for (const Rounding mode : {Rounding::half_up, Rounding::half_even, Rounding::down, Rounding::up}) {
    for (std::int64_t tenths = 0; tenths <= 60; ++tenths) {
      CHECK(rounded(-1, tenths, 10, mode) == -rounded(1, tenths, 10, mode));
      CHECK(rounded(1, -tenths, 10, mode) == -rounded(1, tenths, 10, mode));
    }
  }
}

TEST_CASE("halves are found with odd denominators too", "[money][rounding]") {
  // 828.00 × 99 / 365 = 224.580821…; 2,484.00 × 99 / 365 = 673.742465…; 1 × 2 / 3; 1 × 1 / 3
  CHECK(rounded(82'800, 99, 365, Rounding::half_up) == 22'458);
  CHECK(rounded(82'800, 99, 365, Rounding::up) == 22'459);
  CHECK(rounded(248'400, 99, 365, Rounding::half_up) == 67'374);
  CHECK(rounded(1, 2, 3, Rounding::half_up) == 1);
  CHECK(rounded(1, 1, 3, Rounding::half_up) == 0);
  CHECK(rounded(1, 2, 3, Rounding::half_even) == 1);
  CHECK(rounded(1, 1, 3, Rounding::half_even) == 0);
}

TEST_CASE("products wider than 64 bits are divided exactly", "[money][rounding]") {
  CHECK(rounded(most, 364, 365, Rounding::down) == 9'198'102'524'425'036'695);   // 9,223,372,036,854,775,807 × 364 / 365
  CHECK(rounded(most, 365, 365, Rounding::half_up) == most);
  CHECK(rounded(most, 1'000'000, 1'000'000, Rounding::up) == most);
  CHECK(rounded(-most, 1'000'000, 1'000'000, Rounding::up) == -most);
  CHECK(rounded(least_minor, 1'000'000, 1'000'000, Rounding::half_even) == least_minor);
  CHECK(rounded(least_minor, 1, 1, Rounding::half_up) == least_minor);
  CHECK(rounded(most, 1, 2, Rounding::half_up) == 4'611'686'018'427'387'904);
  CHECK(rounded(most, 3, 6, Rounding::half_even) == 4'611'686'018'427'387'904);
  CHECK(rounded(most, 3, 6, Rounding::down) == 4'611'686'018'427'387'903);
  CHECK(rounded(5'000'000'000'000'000'001, 5, 10, Rounding::half_even) == 2'500'000'000'000'000'000);
  CHECK(rounded(5'000'000'000'000'000'001, 5, 10, Rounding::half_up) == 2'500'000'000'000'000'001);
}

TEST_CASE("what leaves 64 bits is exceeded, at either end", "[money][rounding]") {
  CHECK(round(Money::of_minor(most) * Ratio{2, 1}, Rounding::down).exceeded());
  CHECK(round(Money::of_minor(least_minor) * Ratio{2, 1}, Rounding::down).exceeded());
  CHECK(round(Money::of_minor(least_minor) * Ratio{-1, 1}, Rounding::down).exceeded());
  CHECK(round(Money::of_minor(most) * Ratio{1'000'001, 1'000'000}, Rounding::down).exceeded());
  CHECK(!round(Money::of_minor(most) * Ratio{-1, 1}, Rounding::down).exceeded());
}

TEST_CASE("an amount that is exceeded stays exceeded", "[money][rounding]") {
  CHECK(round(Money::exceeded_range() * Ratio{0, 1}, Rounding::half_up).exceeded());
}

std::int64_t rounded(const Fraction& fraction, Ratio share, Rounding rounding) {
  const Money money = round(fraction, share, rounding);
  REQUIRE(!money.exceeded());
  return money.minor();
}

TEST_CASE("a share of a fraction is rounded once", "[money][rounding]") {
  // 10/3 × 3/4 = 2.5
  const Fraction third = Fraction::of(Money::of_minor(10) * Ratio{1, 3});
  CHECK(rounded(third, {3, 4}, Rounding::half_up) == 3);
  CHECK(rounded(third, {3, 4}, Rounding::half_even) == 2);
  CHECK(rounded(third, {3, 4}, Rounding::down) == 2);
  CHECK(rounded(third, {3, 4}, Rounding::up) == 3);
  CHECK(rounded(third, {0, 4}, Rounding::up) == 0);
  CHECK(rounded(third, {1, 1}, Rounding::down) == 3);
  CHECK(rounded(third, {3, 1}, Rounding::down) == 10);
  CHECK(rounded({}, {1, 1}, Rounding::up) == 0);
  CHECK(rounded(Fraction::of(Money() * Ratio{0, 3}), {1, 1}, Rounding::up) == 0);
}

TEST_CASE("a share of a fraction is exact past 128 bits", "[money][rounding]") {
  const Fraction wide = Fraction::of(Money::of_minor(most) * Ratio{most, most});
  CHECK(rounded(wide, {1, 1}, Rounding::down) == most);
  CHECK(rounded(wide, {most, most}, Rounding::half_up) == most);
  CHECK(rounded(wide, {most - 1, most}, Rounding::half_up) == most - 1);
  CHECK(rounded(wide, {1, most}, Rounding::half_up) == 1);
}

TEST_CASE("a share of a fraction that leaves 64 bits is exceeded", "[money][rounding]") {
  const Fraction large = Fraction::of(Money::of_minor(most) * Ratio{1, 1});
  CHECK(round(large, {2, 1}, Rounding::down).exceeded());
  CHECK(round(large, {most, most - 1}, Rounding::down).exceeded());
  CHECK(round(Fraction::of(Money::of_minor(most) * Ratio{1, 2}), {3, 1}, Rounding::down).exceeded());
}

}  // namespace
}  // namespace planshift
