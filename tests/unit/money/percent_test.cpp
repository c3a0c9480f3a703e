#include "core/money/percent.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

TEST_CASE("percentages from 0 to 100 with at most six decimals", "[money][percent]") {
  CHECK(Percent::parse("8.875")->of_sum().numerator == 8'875'000);
  CHECK(Percent::parse("8.875")->of_sum().denominator == 100'000'000);
  CHECK(Percent::parse("0")->of_sum().numerator == 0);
  CHECK(Percent::parse("100")->of_sum().numerator == 100'000'000);
  CHECK(Percent::parse("0.000001")->of_sum().numerator == 1);
  CHECK(Percent::parse("100.000000"));
}

TEST_CASE("anything else is no percentage", "[money][percent]") {
  for (const char* text : {"", "-1", "-0", "100.000001", "101", "1.0000001", "5%", "05", ".5", "1e1"}) {
    CAPTURE(text);
    CHECK(!Percent::parse(text));
  }
}

TEST_CASE("20 % contained in a sum is 20/120 of it", "[money][percent]") {
  const Ratio ratio = Percent::parse("20")->contained_in_sum();
  CHECK(ratio.numerator * 6 == ratio.denominator);
}

TEST_CASE("percentages are printed as short as they can be", "[money][percent]") {
  for (const char* text : {"0", "8.875", "12.5", "20", "100", "0.000001", "10"}) {
    CHECK(Percent::parse(text)->text() == text);
  }
  CHECK(Percent::parse("12.50")->text() == "12.5");
  CHECK(Percent::parse("20.000000")->text() == "20");
}

}  // namespace
}  // namespace planshift
