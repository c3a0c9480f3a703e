#include "core/subscription/subscription_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string faults(std::string_view subscription) {
  return ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":{"seats":4}})").faults();
}

TEST_CASE("what a whole cycle is worth is given, or the list price less discounts, or nothing in a trial",
          "[subscription][subscription_check]") {
  const auto catalog = test::catalog_with();
  const auto paid = [&](std::string_view patch) { return test::printed(test::subscription_to(*catalog, patch).paid); };
  CHECK(paid("{}") == "30.00");
  CHECK(paid(R"({"paid":"21.50"})") == "21.50");
  CHECK(paid(R"({"trial":true})") == "0.00");
  CHECK(paid(R"({"trial":true,"paid":"3.00"})") == "3.00");
  CHECK(paid(R"({"discounts":["waiver","loyal","charity","five-off"]})") == "18.25");  // 30 − 3 − 3.75 − 5
  CHECK(paid(R"({"plan":"team","addons":[{"id":"pi","seats":2}]})") == "83.00");
}

TEST_CASE("periods end after they start and are no longer than a cycle, except in a trial",
          "[subscription][subscription_check]") {
  CHECK(faults(R"({"period":{"start":"2026-12-01"}})") == "period.order@/subscription/period/end");
  CHECK(faults(R"({"period":{"start":"2026-12-02"}})") == "period.order@/subscription/period/end");
  CHECK(faults(R"({"period":{"start":"2026-10-31"}})") == "period.too_long@/subscription/period");
  CHECK(faults(R"({"period":{"start":"2026-11-10"}})") == "absent");
  CHECK(faults(R"({"trial":true,"period":{"start":"2026-10-31"}})") == "absent");
}

TEST_CASE("the anchor falls on the period's end", "[subscription][subscription_check]") {
  CHECK(faults(R"({"anchor_day":1})") == "absent");
  CHECK(faults(R"({"anchor_day":2})") == "anchor_day.off@/subscription/anchor_day");
  CHECK(faults(R"({"anchor_day":31,"period":{"start":"2026-10-31","end":"2026-11-30"}})") == "absent");
  CHECK(test::ask(R"({"at":"2026-11-16","subscription":{"plan":"essentials","cycle":"30-day","anchor_day":9,"addons":null,
                     "period":{"start":"2026-11-10","end":"2026-12-10"}},"change":{"seats":4},"role":"primary_subscriber"})",
                  "{}", "preview", "clio-manage")
            .faults() == "absent");
}

TEST_CASE("members that contradict each other", "[subscription][subscription_check]") {
  CHECK(faults(R"({"seats_in_use":4})") == "seats_in_use.above_seats@/subscription/seats_in_use");
  CHECK(faults(R"({"seats_in_use":3})") == "absent");
  CHECK(faults(R"({"cancels_on":"2026-11-30"})") == "cancels_on.before_end@/subscription/cancels_on");
  CHECK(faults(R"({"cancels_on":"2026-12-01"})") == "absent");
  CHECK(faults(R"({"seats_in_use":4,"cancels_on":"2026-11-30","anchor_day":2})") ==
        "anchor_day.off@/subscription/anchor_day; seats_in_use.above_seats@/subscription/seats_in_use; "
        "cancels_on.before_end@/subscription/cancels_on");
}

TEST_CASE("present and scheduled terms need a price on their cycle", "[subscription][subscription_check]") {
  const std::string_view monthly_only = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"}}},
      {"id":"year","rank":2,"prices":{"yearly":{"flat":"9.00"}}}],
      "addons":[{"id":"pi","prices":{"yearly":{"flat":"1.00"}}}]})";
  const auto with = [&](std::string_view subscription) {
    return ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":{"seats":4}})", monthly_only).faults();
  };
  CHECK(with("{}") == "absent");
  CHECK(with(R"({"plan":"year"})") == "terms.not_priced@/subscription");
  CHECK(with(R"({"addons":[{"id":"pi"}]})") == "addon.not_priced@/subscription");
  CHECK(with(R"({"scheduled":{"plan":"year"}})") == "terms.not_priced@/subscription/scheduled");
  CHECK(with(R"({"scheduled":{"plan":"year","cycle":"yearly"}})") == "absent");
  CHECK(with(R"({"scheduled":{"addons":[{"id":"pi"}]}})") == "addon.not_priced@/subscription/scheduled");
}

TEST_CASE("a list price past 64 bits is reported at once", "[subscription][subscription_check]") {
  const std::string_view dear =
      R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"92233720368547758.07"}}}],"addons":null})";
  CHECK(ask(R"({"change":{"seats":1}})", dear).faults() == "amount.range@/subscription/seats");
  CHECK(ask(R"({"subscription":{"paid":"1.00"},"change":{"seats":1}})", dear).faults() == "amount.range@/subscription/seats");
}

TEST_CASE("moments that contradict the period", "[subscription][subscription_check]") {
  CHECK(faults(R"({"started_on":"2026-12-01"})") == "started_on.after_end@/subscription/started_on");
  CHECK(faults(R"({"started_on":"2026-11-30"})") == "absent");
  CHECK(faults(R"({"started_on":"2020-01-01"})") == "absent");
  CHECK(faults(R"({"scheduled":{"seats":1},"scheduled_on":"2026-11-30"})") == "scheduled_on.before_end@/subscription/scheduled_on");
  CHECK(faults(R"({"scheduled":{"seats":1},"scheduled_on":"2026-12-01"})") == "absent");
  CHECK(faults(R"({"scheduled_on":"2027-12-01"})") == "scheduled_on.alone@/subscription/scheduled_on");
  CHECK(faults(R"({"committed_until":"2020-01-01"})") == "absent");
  CHECK(faults(R"({"prices_of":"2026-12-01"})") == "prices_of.after_end@/subscription/prices_of");
  CHECK(faults(R"({"prices_of":"2026-11-30"})") == "absent");
  CHECK(faults(R"({"extended":true,"period":{"start":"2026-10-31"}})") == "absent");
  CHECK(faults(R"({"discounts":[{"id":"loyal"}]})") == "member.missing@/subscription/discounts/0");
  CHECK(faults(R"({"discounts":[{"until":"2027-01-01"}]})") == "member.missing@/subscription/discounts/0");
  CHECK(faults(R"({"discounts":["loyal",{"id":"loyal","until":"2027-01-01"}]})") == "discount.twice@/subscription/discounts/1");
  CHECK(faults(R"({"discounts":[{"id":"none","until":"soon"}]})") ==
        "discount.unknown@/subscription/discounts/0/id; value.date@/subscription/discounts/0/until");
}

TEST_CASE("a date on which nothing is scheduled is none", "[subscription][subscription_check]") {
  const auto catalog = test::catalog_with();
  const auto date = [&](std::string_view patch) {
    const auto on = test::subscription_to(*catalog, patch).scheduled_on;
    return on ? test::printed(*on) : "none";
  };
  CHECK(date(R"({"scheduled":{"seats":1},"scheduled_on":"2027-02-01"})") == "2027-02-01");
  CHECK(date(R"({"scheduled":{"seats":1},"scheduled_on":"2026-12-01"})") == "none");
  CHECK(date(R"({"scheduled":{"seats":3},"scheduled_on":"2027-02-01"})") == "none");
}

}  // namespace
}  // namespace planshift
