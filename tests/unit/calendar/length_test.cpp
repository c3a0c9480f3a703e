#include "core/calendar/length.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::printed;

Length length(std::string_view text) { return *Length::parse(text); }

TEST_CASE("a length is one number and one unit", "[calendar][length]") {
  CHECK(length("P30D").days() == 30);
  CHECK(length("P2W").days() == 14);
  CHECK(length("P1M").months() == 1);
  CHECK(length("P2Y").months() == 24);
  CHECK(length("P9999D").count == 9'999);
  CHECK(length("P1D").is_in_days());
  CHECK(length("P1W").is_in_days());
  CHECK(!length("P1M").is_in_days());
  CHECK(!length("P1Y").is_in_days());
  for (const char* text : {"", "P", "PD", "P0D", "P0M", "P01D", "P10000D", "P-1D", "P1H", "1D", "P1", "P1d", "P1DT1H",
                           "P1M1D", "P1.5M", "p1D", "P1/D", "P1:D", "PT1D", "P D"}) {
    CAPTURE(text);
    CHECK(!Length::parse(text));
  }
}

TEST_CASE("only an offset may be of no days", "[calendar][length]") {
  CHECK(Length::parse_offset("P0D")->count == 0);
  CHECK(Length::parse_offset("P5D")->count == 5);
  CHECK(!Length::parse_offset("P0W"));
  CHECK(!Length::parse_offset("P0M"));
}

TEST_CASE("lengths are compared by average days", "[calendar][length]") {
  CHECK(length("P30D").average_micro_days() == 30'000'000);
  CHECK(length("P1W").average_micro_days() == 7'000'000);
  CHECK(length("P1M").average_micro_days() == 30'436'875);
  CHECK(length("P1Y").average_micro_days() == 365'242'500);
  CHECK(length("P12M").average_micro_days() == length("P1Y").average_micro_days());
}

TEST_CASE("later and earlier by a length", "[calendar][length]") {
  struct Row {
    std::string_view from, length, later, earlier;
  };
  const Row rows[] = {
      {"2026-01-31", "P1M", "2026-02-28", "2025-12-31"}, {"2026-03-31", "P1M", "2026-04-30", "2026-02-28"},
      {"2028-02-29", "P1Y", "2029-02-28", "2027-02-28"}, {"2026-11-22", "P90D", "2027-02-20", "2026-08-24"},
      {"2026-11-22", "P2W", "2026-12-06", "2026-11-08"}, {"2026-12-15", "P13M", "2028-01-15", "2025-11-15"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.from, row.length);
    CHECK(printed(later(day(row.from), length(row.length))) == row.later);
    CHECK(printed(earlier(day(row.from), length(row.length))) == row.earlier);
  }
}

TEST_CASE("the time of day stays", "[calendar][length]") {
  const Instant noon = day("2026-01-31T12:00:00Z");
  CHECK(later(noon, length("P1M")) == day("2026-02-28T12:00:00Z"));
  CHECK(later(noon, length("P1D")) == day("2026-02-01T12:00:00Z"));
}

}  // namespace
}  // namespace planshift
