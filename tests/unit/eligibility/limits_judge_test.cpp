#include "core/eligibility/limits_judge.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Basic 2 to 5 seats; Old is retired; Year is sold by the year alone; `m` an add-on by the month, for all but Year.
constexpr std::string_view limits = R"({"plans":[
  {"id":"basic","rank":1,"seats":{"min":2,"max":5},"prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"9.00"}}},
  {"id":"old","rank":2,"retired":true,"seats":{"min":1,"max":3},"prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"9.00"}}},
  {"id":"year","rank":3,"prices":{"yearly":{"flat":"9.00"}}}],
 "addons":[{"id":"m","prices":{"monthly":{"flat":"1.00"}},"plans":["basic","old"]},
           {"id":"y","prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"1.00"}}}],
 "policy":{"rules":{"remove_seats":{"when":"period_end"}}}})";

std::string why(std::string_view subscription, std::string_view change) {
  return test::ask(R"({"subscription":)" + std::string(subscription) + R"(,"change":)" + std::string(change) + "}", limits)
      .codes();
}

TEST_CASE("seats stay between the plan's least and most", "[eligibility][limits_judge]") {
  CHECK(why("{}", R"({"seats":5})") == "");
  CHECK(why("{}", R"({"seats":6})") == "seats_above_maximum");
  CHECK(why("{}", R"({"seats":2})") == "");
  CHECK(why("{}", R"({"seats":1})") == "seats_below_minimum");
}

TEST_CASE("a retired plan stays for its subscribers, and is not offered to others", "[eligibility][limits_judge]") {
  CHECK(why("{}", R"({"plan":"old"})") == "retired");
  CHECK(why(R"({"plan":"old"})", R"({"seats":2})") == "");
  CHECK(why(R"({"plan":"old"})", R"({"cycle":"yearly"})") == "");
  CHECK(why(R"({"scheduled":{"plan":"old"}})", R"({"plan":"old"})") == "retired");
}

TEST_CASE("a plan is held on the cycles that it is sold on", "[eligibility][limits_judge]") {
  CHECK(why("{}", R"({"plan":"year"})") == "plan_not_sold_on_cycle");
  CHECK(why("{}", R"({"plan":"year","cycle":"yearly"})") == "");
  CHECK(why(R"({"plan":"year","cycle":"yearly","period":{"end":"2027-11-01"}})", R"({"cycle":"monthly"})") ==
        "plan_not_sold_on_cycle");
}

TEST_CASE("an add-on goes with its plans, on its cycles", "[eligibility][limits_judge]") {
  CHECK(why("{}", R"({"addons":[{"id":"m"}]})") == "");
  CHECK(why("{}", R"({"addons":[{"id":"m"}],"cycle":"yearly"})") == "addon_not_sold_on_cycle");
  CHECK(why(R"({"addons":[{"id":"m"}]})", R"({"cycle":"yearly"})") == "addon_not_sold_on_cycle");
  CHECK(why(R"({"addons":[{"id":"y"}]})", R"({"cycle":"yearly"})") == "");
  CHECK(why(R"({"cycle":"yearly","period":{"end":"2027-11-01"}})", R"({"plan":"year","addons":[{"id":"m"}]})") ==
        "addon_not_sold_on_cycle addon_not_for_plan");
  CHECK(why(R"({"addons":[{"id":"m"}]})", R"({"plan":"year","cycle":"yearly"})") == "addon_not_sold_on_cycle addon_not_for_plan");
}

TEST_CASE("a limit counts only where the change alters what it limits", "[eligibility][limits_judge]") {
  CHECK(why(R"({"seats":9})", R"({"addons":[{"id":"y"}]})") == "");
  CHECK(why(R"({"seats":9})", R"({"cycle":"yearly"})") == "");
  CHECK(why(R"({"seats":9})", R"({"seats":8})") == "seats_above_maximum");
  CHECK(why(R"({"seats":9})", R"({"plan":"old"})") == "retired seats_above_maximum");
  CHECK(why(R"({"plan":"year","cycle":"yearly","period":{"end":"2027-11-01"},"addons":[{"id":"y"}]})", R"({"seats":4})") == "");
}

TEST_CASE("an add-on that its plan no longer takes may be kept", "[eligibility][limits_judge]") {
  const std::string_view have = R"({"plan":"year","cycle":"yearly","period":{"end":"2027-11-01"},"addons":[{"id":"y"}]})";
  const auto patched = [&](std::string_view change) {
    return test::ask(R"({"subscription":)" + std::string(have) + R"(,"change":)" + std::string(change) + "}", R"({"plans":[
        {"id":"year","rank":3,"prices":{"yearly":{"flat":"9.00"}}}],"addons":[{"id":"y","prices":{"yearly":{"flat":"1.00"}},"plans":[]}]})").codes();
  };
  CHECK(patched(R"({"seats":4})") == "");
  CHECK(patched(R"({"addons":[{"id":"y","seats":2}]})") == "");  // more of it alters neither plan nor add-on
}

TEST_CASE("what was scheduled already is nothing that the change alters", "[eligibility][limits_judge]") {
  CHECK(why(R"({"scheduled":{"seats":9}})", R"({"addons":[{"id":"y"}]})") == "");
  CHECK(why(R"({"seats":9,"scheduled":{"seats":3}})", R"({"seats":9})") == "");
}

TEST_CASE("new terms must meet every limit", "[eligibility][limits_judge]") {
  const auto quote = [](std::string_view terms) {
    return test::ask(R"({"terms":)" + std::string(terms) + "}", limits, "quote").codes();
  };
  CHECK(quote(R"({"plan":"basic","cycle":"monthly","seats":2})") == "");
  CHECK(quote(R"({"plan":"basic","cycle":"monthly","seats":1})") == "seats_below_minimum");
  CHECK(quote(R"({"plan":"old","cycle":"monthly","seats":4})") == "retired seats_above_maximum");
  CHECK(quote(R"({"plan":"year","cycle":"monthly","seats":1,"addons":[{"id":"m"}]})") ==
        "plan_not_sold_on_cycle addon_not_for_plan");
  CHECK(quote(R"({"plan":"basic","cycle":"yearly","seats":2,"addons":[{"id":"m"},{"id":"y"}]})") == "addon_not_sold_on_cycle");
}

TEST_CASE("a reason names everything that it is about, once", "[eligibility][limits_judge]") {
  const test::Answer answer = test::ask(R"({"terms":{"plan":"year","cycle":"yearly","seats":1,"addons":[{"id":"m"},{"id":"n"}]}})",
      R"({"plans":[{"id":"year","name":"Year","rank":1,"prices":{"yearly":{"flat":"1.00"}}}],
          "addons":[{"id":"m","name":"M","prices":{"monthly":{"flat":"1.00"}},"plans":[]},
                    {"id":"n","name":"N","prices":{"monthly":{"flat":"1.00"}},"plans":[]}]})", "quote");
  CHECK(answer.codes() == "addon_not_sold_on_cycle addon_not_for_plan");
  CHECK(answer["/reasons/0/facts/addons"] == "M, N");
  CHECK(answer["/reasons/1/facts/addons"] == "M, N");
}

}  // namespace
}  // namespace planshift
