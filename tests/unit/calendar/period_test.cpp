#include "core/calendar/period.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

TEST_CASE("a period contains its first moment and not its last", "[calendar][period]") {
  const Period november{Instant::at(*Date::parse("2026-11-01")), Instant::at(*Date::parse("2026-12-01"))};
  const auto second = [](Instant at, std::int64_t later) { return Instant::of_seconds(at.seconds() + later); };
  CHECK(!november.contains(second(november.start, -1)));
  CHECK(november.contains(november.start));
  CHECK(november.contains(second(november.end, -1)));
  CHECK(!november.contains(november.end));
}

}  // namespace
}  // namespace planshift
