#include "core/question/sweep.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

test::Answer sweep(std::string_view request, std::string_view patch = "{}") { return test::ask(request, patch, "sweep"); }

TEST_CASE("each day of a stretch, both ends included", "[question][sweep]") {
  const test::Answer answer = sweep(R"({"change":{"plan":"team"},"from":"2026-11-28","to":"2026-11-30"})");
  // 35.00 × 3/30, 2/30, 1/30, each of the two lines rounded: 6.50 − 3.00, 4.33 − 2.00, 2.17 − 1.00.
  CHECK(answer["/days/0"] == R"({"at":"2026-11-28","charged":"3.50","refunded":"0.00","forfeited":"0.00","next_date":"2026-12-01","next_due":"65.00"})");
  CHECK(answer["/days/1/charged"] == "2.33");
  CHECK(answer["/days/2/charged"] == "1.17");
  CHECK(answer["/days/3"] == "absent");
}

TEST_CASE("a day on which it is refused has its reasons and no figures", "[question][sweep]") {
  const test::Answer answer = sweep(R"({"change":{"seats":3},"from":"2026-11-28","to":"2026-11-28"})");
  CHECK(answer.codes("/days/0/reasons") == "nothing_changes");
  CHECK(answer["/days/0/charged"] == "absent");
}

TEST_CASE("a day without a next payment, and what would be forfeited", "[question][sweep]") {
  const test::Answer answer = sweep(R"({"change":{"cancel":true},"from":"2026-11-16","to":"2026-11-16"})",
                                    R"({"policy":{"rules":{"cancel":{"when":"now"}}}})");
  CHECK(answer["/days/0/forfeited"] == "15.00");
  CHECK(answer["/days/0/next_date"] == "null");
  CHECK(answer["/days/0/next_due"] == "null");
  CHECK(sweep(R"({"change":{"cancel":true},"from":"2026-11-16","to":"2026-11-16"})",
              R"({"policy":{"rules":{"cancel":{"when":"now","unused":"refund"}}}})")["/days/0/refunded"] == "15.00");
}

TEST_CASE("the stretch lies within the period, forwards, and is not too long", "[question][sweep]") {
  const auto faults = [](std::string_view from, std::string_view to) {
    return sweep(R"({"change":{"seats":4},"from":")" + std::string(from) + R"(","to":")" + std::string(to) + R"("})").faults();
  };
  CHECK(faults("2026-11-01", "2026-11-30") == "absent");
  CHECK(faults("2026-10-31", "2026-11-30") == "sweep.outside_period@/from");
  CHECK(faults("2026-11-01", "2026-12-01") == "sweep.outside_period@/to");
  CHECK(faults("2026-11-02", "2026-11-01") == "sweep.order@/to");
  CHECK(sweep(R"({"subscription":{"trial":true,"period":{"start":"1990-01-01","end":"2999-01-01"}},"change":{"seats":4},"from":"2000-01-01","to":"2200-01-01"})")
            .faults() == "sweep.too_long@/to");
}

TEST_CASE("where no more days are taken, no more are worked out", "[question][sweep]") {
  const auto catalog = test::catalog_with();
  int days = 0;
  CHECK(!sweep(*catalog, test::subscription_to(*catalog),
               {std::nullopt, test::change_to(*catalog, R"({"seats":4})"), test::day("2026-11-16"), test::day("2026-11-30")},
               [&](const SweepDay&) { return ++days < 3; }));
  CHECK(days == 3);
}

TEST_CASE("a day whose figures leave their range is an error", "[question][sweep]") {
  CHECK(sweep(R"({"change":{"seats":1000000},"from":"2026-11-28","to":"2026-11-28"})",
              R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"92233720368.00"}}}],"addons":null})")
            .faults() == "absent");
  CHECK(sweep(R"({"change":{"seats":1000000},"from":"2026-11-28","to":"2026-11-28"})",
              R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"92233720369.00"}}}],"addons":null})")
            .faults() == "amount.range@");
}

TEST_CASE("rules of the first days differ from day to day", "[question][sweep]") {
  const test::Answer cancelled = test::ask(R"({"subscription":{"started_on":"2026-11-01"},"change":{"cancel":true},"from":"2026-11-14","to":"2026-11-15"})",
                                           "{}", "sweep", "additions-windows");
  CHECK(cancelled["/days/0/refunded"] == "30.00");
  CHECK(cancelled["/days/1/refunded"] == "0.00");
  const test::Answer upgraded = sweep(R"({"change":{"plan":"team"},"from":"2026-11-02","to":"2026-11-03"})",
                                      R"({"policy":{"rules":{"upgrade":{"in_first":[{"of":"period","length":"P2D","when":"never"}]}}}})");
  CHECK(upgraded.codes("/days/0/reasons") == "not_allowed");
  CHECK(upgraded["/days/1/charged"] == "32.67");  // 28 of 30 days: 60.67 − 28.00
}

}  // namespace
}  // namespace planshift
