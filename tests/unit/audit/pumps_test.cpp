#include "core/audit/pumps.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace planshift {
namespace {

// A cause is a set of movements: two of them here.
constexpr std::uint32_t upgrade = 1, resume = 2;

Pump pump(std::int32_t requests, std::int64_t amount, std::uint32_t cause = upgrade, PumpKind kind = PumpKind::held_for_less) {
  Pump out;
  out.kind = kind;
  out.requests = requests;
  out.amount = Money::of_minor(amount);
  out.cause = cause;
  return out;
}

std::string amounts(const std::vector<Pump>& pumps) {
  std::string out;
  for (const Pump& each : pumps) out += std::to_string(each.amount.minor()) + " ";
  return out;
}

TEST_CASE("a pump is superfluous beside one with fewer steps, or as many and no less to gain", "[audit][pumps]") {
  const std::vector<Pump> known{pump(3, 100)};
  CHECK(is_superfluous(pump(4, 900), known));
  CHECK(is_superfluous(pump(3, 100), known));
  CHECK(is_superfluous(pump(3, 99), known));
  CHECK_FALSE(is_superfluous(pump(3, 101), known));
  CHECK_FALSE(is_superfluous(pump(2, 1), known));
  CHECK_FALSE(is_superfluous(pump(3, 100), {}));
}

TEST_CASE("it is superfluous only if it needs all of the other's movements, and is of its kind", "[audit][pumps]") {
  const std::vector<Pump> known{pump(3, 100, upgrade)};
  CHECK(is_superfluous(pump(3, 900, upgrade | resume), known));
  CHECK(is_superfluous(pump(4, 900, upgrade | resume), known));
  CHECK_FALSE(is_superfluous(pump(2, 900, upgrade | resume), known));
  CHECK_FALSE(is_superfluous(pump(4, 100, resume), known));
  CHECK_FALSE(is_superfluous(pump(4, 100, upgrade, PumpKind::free_credits), known));
}

TEST_CASE("a pump takes the place of those that need its movements and as many steps", "[audit][pumps]") {
  const auto with = [](const Pump& added) {
    std::vector<Pump> pumps{pump(2, 1), pump(3, 2), pump(4, 3, upgrade | resume), pump(3, 4, upgrade, PumpKind::free_credits)};
    add_pump(pumps, added);
    return amounts(pumps);
  };
  CHECK(with(pump(3, 9)) == "1 4 9 ");
  CHECK(with(pump(3, 9, resume)) == "1 2 4 9 ");
  CHECK(with(pump(5, 9)) == "1 2 3 4 9 ");
  CHECK(with(pump(2, 9, upgrade, PumpKind::free_credits)) == "1 2 3 9 ");
}

TEST_CASE("the fewest steps come first, then the most to gain; twenty at most", "[audit][pumps]") {
  std::vector<Pump> pumps{pump(3, 1), pump(2, 5), pump(3, 7), pump(2, 6)};
  put_in_order(pumps);
  CHECK(amounts(pumps) == "6 5 7 1 ");
  for (int more = 0; more < 20; ++more) pumps.push_back(pump(4, more));
  put_in_order(pumps);
  REQUIRE(pumps.size() == AuditLimits::pumps);
  CHECK(pumps.front().amount == Money::of_minor(6));
  CHECK(pumps.back().amount == Money::of_minor(4));
}

}  // namespace
}  // namespace planshift
