#include "core/calendar/instant.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

TEST_CASE("instants go from text to seconds and back", "[calendar][instant]") {
  CHECK(Instant::parse("1970-01-01T00:00:00Z")->seconds() == 0);
  CHECK(Instant::parse("1970-01-02T01:02:03Z")->seconds() == 86'400 + 3'600 + 120 + 3);
  CHECK(Instant::parse("9999-12-31T23:59:59Z")->seconds() == 253'402'300'799);
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-22T12:34:56Z", "2000-02-29T23:59:59Z", "9999-12-31T23:59:59Z",
                           "2026-11-22T09:08:07Z"}) {
    CHECK(Instant::parse(text)->text() == text);
  }
}

TEST_CASE("an instant has a date and a second of that day, before 1970 too", "[calendar][instant]") {
  const Instant noon = *Instant::parse("2026-11-22T12:00:00Z");
  CHECK(noon.date() == *Date::parse("2026-11-22"));
  CHECK(noon.second_of_day() == 43'200);
  CHECK(Instant::at(noon.date()).second_of_day() == 0);
  CHECK(Instant::at(noon.date(), 43'200) == noon);
  CHECK(noon.plus_days(-1).date() == *Date::parse("2026-11-21"));
  CHECK(Instant::of_seconds(-1).date().days() == -1);
  CHECK(Instant::of_seconds(-86'400).date().days() == -1);
  CHECK(Instant::of_seconds(-86'401).date().days() == -2);
  CHECK(Instant::of_seconds(-1).second_of_day() == 86'399);
  CHECK(!Instant::of_seconds(-1).in_range());
  CHECK(Instant::of_seconds(0).in_range());
  CHECK(!Instant::of_seconds(253'402'300'800).in_range());
}

TEST_CASE("only whole seconds of UTC are read", "[calendar][instant]") {
  for (const char* text : {"2026-11-22", "2026-11-22T12:00:00", "2026-11-22T12:00:00z", "2026-11-22t12:00:00Z",
                           "2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22T12:00:60Z", "2026-11-22 12:00:00Z",
                           "2026-11-22T12-00:00Z", "2026-11-22T12:00-00Z", "2026-11-31T12:00:00Z", "2026-11-22T1a:00:00Z",
                           "2026-11-22Ta1:00:00Z", "2026-11-22T12:0/:00Z", "2026-11-22T12:00:0:Z", "2026-11-22T12:00:00.0Z",
                           "2026-11-22T12:00:00+00:00", "2026-11-22T/0:00:00Z", "2026-11-22T12::0:00Z", "2026-11-2xT12:00:00Z", "2026-11-22T12:xx:00Z", "2026-11-22Txx:00:00Z"}) {
    CAPTURE(text);
    CHECK(!Instant::parse(text));
  }
}

}  // namespace
}  // namespace planshift
