// Which days are the first ones, and what a rule is on them.
#include "core/catalog/window.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;

Window window(WindowOf of, std::string_view length) { return {of, *Length::parse(length), {}}; }

TEST_CASE("the first days last until the day before start and length", "[catalog][window]") {
  const Window fortnight = window(WindowOf::subscription, "P14D");
  const auto holds = [&](std::string_view at) {
    return fortnight.holds({day(at), day("2026-11-10"), day("2026-11-01")});
  };
  CHECK(holds("2026-11-01"));
  CHECK(holds("2026-11-14"));
  CHECK(!holds("2026-11-15"));
}

TEST_CASE("a window of the period counts from its start, whenever the subscription began", "[catalog][window]") {
  const Window week = window(WindowOf::period, "P1W");
  CHECK(week.holds({day("2026-11-16"), day("2026-11-10"), day("2020-01-01")}));
  CHECK(week.holds({day("2026-11-16"), day("2026-11-10"), std::nullopt}));
  CHECK(!week.holds({day("2026-11-17"), day("2026-11-10"), std::nullopt}));
}

TEST_CASE("without the day on which the subscription began, its windows never hold", "[catalog][window]") {
  CHECK(!window(WindowOf::subscription, "P9999Y").holds({day("2026-11-16"), day("2026-11-10"), std::nullopt}));
}

}  // namespace
}  // namespace planshift
