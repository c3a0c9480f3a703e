#include "core/subscription/subscription.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::printed;

TEST_CASE("the whole cycle that ends with the period, whatever its start is", "[subscription]") {
  const auto catalog = test::catalog_with();
  const auto cycle_of = [&](std::string_view patch) {
    return printed(whole_cycle(*catalog, test::subscription_to(*catalog, patch)));
  };
  CHECK(cycle_of("{}") == "2026-11-01/2026-12-01");
  CHECK(cycle_of(R"({"period":{"start":"2026-11-20"}})") == "2026-11-01/2026-12-01");
  CHECK(cycle_of(R"({"period":{"start":"2026-01-31","end":"2026-02-28"}})") == "2026-01-31/2026-02-28");
  CHECK(cycle_of(R"({"period":{"start":"2026-02-28","end":"2026-03-31"}})") == "2026-02-28/2026-03-31");
  CHECK(cycle_of(R"({"cycle":"yearly","period":{"start":"2026-03-01","end":"2027-03-01"}})") == "2026-03-01/2027-03-01");
}

TEST_CASE("partial terms are laid over others, member by member", "[subscription]") {
  const Terms base{PlanIndex{0}, CycleIndex{0}, 3, {{AddonIndex{0}, 1}}};
  PartialTerms partial;
  CHECK(partial.empty());
  CHECK(partial.applied_to(base) == base);
  partial.plan = PlanIndex{1};
  CHECK(!partial.empty());
  CHECK(partial.applied_to(base) == Terms{PlanIndex{1}, CycleIndex{0}, 3, {{AddonIndex{0}, 1}}});
  partial = {};
  partial.seats = 4;
  CHECK(!partial.empty());
  CHECK(partial.applied_to(base).seats == 4);
  partial = {};
  partial.cycle = CycleIndex{1};
  CHECK(!partial.empty());
  CHECK(partial.applied_to(base).cycle == CycleIndex{1});
  partial = {};
  partial.addons.emplace();
  CHECK(!partial.empty());
  CHECK(partial.applied_to(base).addons.empty());
}

TEST_CASE("prices of another day hold as long as plan and cycle stay", "[subscription]") {
  const auto catalog = test::catalog_with("{}", "additions-prices");
  const Subscription old = test::subscription_to(*catalog, R"({"seats":2,"period":{"start":"2027-01-15","end":"2027-02-15"},"prices_of":"2026-06-01"})");
  const Instant renewal = test::day("2027-02-15");
  Terms other = old.terms;
  CHECK(test::printed(price_day(old, other, renewal)) == "2026-06-01");
  other.seats = 5;
  CHECK(test::printed(price_day(old, other, renewal)) == "2026-06-01");
  CHECK(prices_kept(old, other));
  other.plan = PlanIndex{1};
  CHECK(test::printed(price_day(old, other, renewal)) == "2027-02-15");
  CHECK(!prices_kept(old, other));
  other = old.terms;
  other.cycle = CycleIndex{1};
  CHECK(!prices_kept(old, other));
  CHECK(test::printed(running_list_price(*catalog, old)) == "20.00");
  const Subscription plain = test::subscription_to(*catalog, R"({"seats":2,"period":{"start":"2027-01-15","end":"2027-02-15"}})");
  CHECK(test::printed(running_list_price(*catalog, plain)) == "24.00");
  CHECK(test::printed(plain.paid) == "24.00");
}

}  // namespace
}  // namespace planshift
