#include "core/subscription/discounted.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::printed;
using test::usd;

// Of the sample: waiver 20 % on the first payment, loyal 10 % recurring, charity 12.5 % on everything, five-off 5.00 recurring.
constexpr DiscountIndex waiver{0}, loyal{1}, charity{2}, five_off{3};

std::string taken(const std::vector<DiscountIndex>& list, DiscountScope scope, std::string_view sum, Ratio share = {1, 1},
                  std::string_view patch = "{}") {
  const auto catalog = test::catalog_with(patch);
  std::string out;
  for (const DiscountTaken& each : discounts_on(*catalog, list, scope, usd(sum), share)) {
    out += std::string(catalog->discounts[static_cast<std::size_t>(each.discount)].id) + " " + printed(each.amount) + "; ";
  }
  return out;
}

const std::vector<DiscountIndex> all{waiver, loyal, charity, five_off};

TEST_CASE("which discounts apply depends on the payment", "[subscription][discounted]") {
  CHECK(taken(all, DiscountScope::first_payment, "80.00") == "waiver 16.00; loyal 8.00; charity 10.00; five-off 5.00; ");
  CHECK(taken(all, DiscountScope::full_period, "80.00") == "loyal 8.00; charity 10.00; five-off 5.00; ");
  CHECK(taken(all, DiscountScope::change_lines, "80.00") == "charity 10.00; ");
}

TEST_CASE("discounts stand in the subscription's order", "[subscription][discounted]") {
  CHECK(taken({five_off, loyal}, DiscountScope::full_period, "80.00") == "five-off 5.00; loyal 8.00; ");
}

TEST_CASE("each is a share of the whole sum, rounded by the policy", "[subscription][discounted]") {
  CHECK(taken({charity}, DiscountScope::full_period, "0.20") == "charity 0.03; ");  // 2.5 cents
  CHECK(taken({charity}, DiscountScope::full_period, "0.20", {1, 1},
              R"({"policy":{"proration":{"rounding":"half_even"}}})") == "charity 0.02; ");
}

TEST_CASE("an amount counts in the share of the cycle that is charged", "[subscription][discounted]") {
  CHECK(taken({five_off}, DiscountScope::full_period, "80.00", {10, 30}) == "five-off 1.67; ");
}

TEST_CASE("together they never exceed the sum: the one that would is shortened, later ones take nothing",
          "[subscription][discounted]") {
  const std::string_view heavy = R"({"discounts":[{"id":"a","on":"recurring","percent":"60"},{"id":"b","on":"recurring","percent":"60"},
                                    {"id":"c","on":"recurring","amount":"5.00"}]})";
  CHECK(taken({DiscountIndex{0}, DiscountIndex{1}, DiscountIndex{2}}, DiscountScope::full_period, "80.00", {1, 1}, heavy) ==
        "a 48.00; b 32.00; ");
  CHECK(taken({five_off}, DiscountScope::full_period, "3.00") == "five-off 3.00; ");
  CHECK(taken({five_off}, DiscountScope::full_period, "0.00") == "");
}

TEST_CASE("of a credit a discount takes back its share", "[subscription][discounted]") {
  CHECK(taken({charity}, DiscountScope::change_lines, "-80.00") == "charity -10.00; ");
}

TEST_CASE("a sum less its discounts", "[subscription][discounted]") {
  const auto catalog = test::catalog_with();
  CHECK(printed(discounted(*catalog, all, DiscountScope::full_period, usd("80.00"))) == "57.00");
  CHECK(printed(discounted(*catalog, all, DiscountScope::first_payment, usd("80.00"))) == "41.00");
  CHECK(printed(discounted(*catalog, {}, DiscountScope::first_payment, usd("80.00"))) == "80.00");
  CHECK(printed(discounted(*catalog, all, DiscountScope::full_period, Money::exceeded_range())) == "exceeded");
}

}  // namespace
}  // namespace planshift
