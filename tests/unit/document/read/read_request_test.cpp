#include "core/document/read/read_request.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::answer_to;
using test::ask;

TEST_CASE("a question is known by its name", "[document][read_request]") {
  CHECK(question_named("preview") == Question::preview);
  CHECK(question_named("sweep") == Question::sweep);
  CHECK(!question_named("audit"));  // it is asked of a catalog alone
  CHECK(!question_named("previews"));
  CHECK(!question_named(""));
  CHECK(answer_to("guess", "{}").faults() == "question.unknown@");
}

TEST_CASE("the question in a request is the one that is asked", "[document][read_request]") {
  CHECK(ask(R"({"question":"preview","change":{"seats":4}})").faults() == "absent");
  CHECK(ask(R"({"question":"quote","change":{"seats":4}})").faults() == "question.mismatch@/question");
  CHECK(ask(R"({"question":7,"change":{"seats":4}})").faults() == "value.type@/question");
}

TEST_CASE("a request is asked within the running period", "[document][read_request]") {
  const auto at = [](std::string_view day) { return ask(R"({"at":")" + std::string(day) + R"(","change":{"seats":4}})"); };
  CHECK(at("2026-11-01").faults() == "absent");
  CHECK(at("2026-11-30").faults() == "absent");
  CHECK(at("2026-10-31").faults() == "at.before_period@/at");
  CHECK(at("2026-12-01").faults() == "at.after_period@/at");
  CHECK(at("2026-10-31")["/error/message"].find("2026-11-01") != std::string::npos);
  CHECK(at("2026-12-01")["/error/message"].find("2026-12-01") != std::string::npos);
  CHECK(ask(R"({"at":"2026-12-01"})", "{}", "eligibility").faults() == "at.after_period@/at");
}

TEST_CASE("what the catalog does not define is an error", "[document][read_request]") {
  CHECK(ask(R"({"change":{"plan":"gold"}})").faults() == "plan.unknown@/change/plan");
  CHECK(ask(R"({"change":{"cycle":"weekly"}})").faults() == "cycle.unknown@/change/cycle");
  CHECK(ask(R"({"change":{"addons":[{"id":"xx"}]}})").faults() == "addon.unknown@/change/addons/0/id");
  CHECK(ask(R"({"change":{"discounts":["xx"]}})").faults() == "discount.unknown@/change/discounts/0");
  CHECK(ask(R"({"subscription":{"plan":"gold","cycle":"weekly"},"change":{"plan":"Gold"}})").faults() ==
        "plan.unknown@/subscription/plan; cycle.unknown@/subscription/cycle; value.id@/change/plan");
  CHECK(ask(R"({"terms":{"plan":"gold","cycle":"monthly","seats":1}})", "{}", "quote").faults() == "plan.unknown@/terms/plan");
}

TEST_CASE("an add-on or a discount is named once", "[document][read_request]") {
  CHECK(ask(R"({"change":{"addons":[{"id":"pi"},{"id":"pi","seats":2}]}})").faults() == "addon.twice@/change/addons/1");
  CHECK(ask(R"({"change":{"discounts":["loyal","loyal"]}})").faults() == "discount.twice@/change/discounts/1");
}

TEST_CASE("add-ons have one seat unless they say more", "[document][read_request]") {
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"addons":[{"id":"pi"}]}})")["/after/addons"] == R"([{"id":"pi","seats":1}])");
  CHECK(ask(R"({"subscription":{"plan":"team"},"change":{"addons":[{"id":"pi","seats":7}]}})")["/after/addons"] == R"([{"id":"pi","seats":7}])");
  CHECK(ask(R"({"change":{"addons":[{"id":"pi","seats":0}]}})").faults() == "value.integer_range@/change/addons/0/seats");
  CHECK(ask(R"({"change":{"addons":[7]}})").faults() == "value.type@/change/addons/0");
}

TEST_CASE("a cancellation stands beside its reason and timing, a resumption alone", "[document][read_request]") {
  CHECK(ask(R"({"change":{"cancel":true,"reason":"x","timing":"period_end","x-note":1}})").faults() == "absent");
  CHECK(ask(R"({"change":{"cancel":true,"seats":4}})").faults() == "change.exclusive@/change/seats");
  CHECK(ask(R"({"change":{"cancel":true,"resume":true}})").faults() == "change.exclusive@/change/resume");
  CHECK(ask(R"({"change":{"resume":true,"timing":"now"}})").faults() == "change.exclusive@/change/timing");
  CHECK(ask(R"({"change":{"resume":true,"x-note":1}})").codes() == "nothing_to_resume");
  CHECK(ask(R"({"change":{"seats":4,"reason":"x"}})").faults() == "change.exclusive@/change/reason");
  CHECK(ask(R"({"change":{"cancel":false}})").faults() == "change.not_true@/change/cancel");
  CHECK(ask(R"({"change":{"resume":false}})").faults() == "change.not_true@/change/resume");
}

TEST_CASE("pending amounts have a label and an amount", "[document][read_request]") {
  CHECK(ask(R"({"subscription":{"pending":[{"amount":"1.00"},{"label":"x"}]},"change":{"seats":4}})").faults() ==
        "member.missing@/subscription/pending/0; member.missing@/subscription/pending/1");
}

TEST_CASE("a subscription may carry scheduled terms, credits and much more", "[document][read_request]") {
  CHECK(ask(R"({"subscription":{"credits_left":-1},"change":{"seats":4}})").faults() == "value.integer_range@/subscription/credits_left");
  CHECK(ask(R"({"subscription":{"scheduled":{"plan":"team","wen":1}},"change":{"seats":4}})").faults() == "member.unknown@/subscription/scheduled/wen");
  CHECK(ask(R"({"subscription":{"seats_in_use":0,"credits_left":0},"change":{"seats":4}})").faults() == "absent");
}

TEST_CASE("lists that are no lists", "[document][read_request]") {
  CHECK(ask(R"({"until":"2026-12-31","events":{}})", "{}", "forecast").faults() == "value.type@/events");
  CHECK(ask(R"({"until":"2026-12-31","events":[{"at":"2026-11-16"}]})", "{}", "forecast").faults() == "member.missing@/events/0");
  CHECK(ask(R"({"until":"2026-12-31","events":[7]})", "{}", "forecast").faults() == "value.type@/events/0");
  CHECK(ask(R"({"subscription":{"addons":{}},"change":{"seats":4}})").faults() == "value.type@/subscription/addons");
  CHECK(ask(R"({"subscription":{"pending":{}},"change":{"seats":4}})").faults() == "value.type@/subscription/pending");
  CHECK(ask(R"({"subscription":{"discounts":{}},"change":{"seats":4}})").faults() == "value.type@/subscription/discounts");
  CHECK(ask(R"({"subscription":7,"change":{"seats":4}})").faults() == "value.type@/subscription");
}

TEST_CASE("each question tells what it misses", "[document][read_request]") {
  CHECK(answer_to("quote", "{}").faults() == "member.missing@; member.missing@");
  CHECK(answer_to("eligibility", "{}").faults() == "member.missing@; member.missing@");
  CHECK(answer_to("forecast", "{}").faults() == "member.missing@; member.missing@");
  CHECK(answer_to("sweep", "{}").faults() == "member.missing@; member.missing@; member.missing@; member.missing@");
}

}  // namespace
}  // namespace planshift
