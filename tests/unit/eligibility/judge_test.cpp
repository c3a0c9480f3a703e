// Every reason to refuse, each beside the nearest case that is allowed.
#include "core/eligibility/judge.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string rules(std::string_view text) { return R"({"policy":{"rules":)" + std::string(text) + "}}"; }

// The codes that refuse a change; nothing if it is allowed.
std::string why(std::string_view request, std::string_view catalog = "{}") {
  const test::Answer answer = ask(request, catalog);
  CHECK(answer["/allowed"] == (answer.codes() == "" ? "true" : "false"));
  CHECK((answer["/pay_today"] == "absent") == (answer["/allowed"] == "false"));
  return answer.codes();
}

TEST_CASE("a movement without a rule, or with one that says never", "[eligibility][judge]") {
  const std::string_view change = R"({"change":{"plan":"team"}})";
  CHECK(why(change) == "");
  CHECK(why(change, rules(R"({"upgrade":null})")) == "not_allowed");
  CHECK(why(change, rules(R"({"upgrade":{"when":"never"}})")) == "not_allowed");
  CHECK(why(R"({"change":{"cancel":true}})", rules(R"({"cancel":null})")) == "not_allowed");
  CHECK(why(R"({"change":{"cancel":true}})", rules(R"({"cancel":{"when":"never"}})")) == "not_allowed");
  CHECK(why(R"({"change":{"plan":"team","timing":"period_end"}})", rules(R"({"upgrade":{"when":"never"}})")) == "not_allowed");
}

TEST_CASE("only the roles that a rule names", "[eligibility][judge]") {
  const std::string owners = rules(R"({"upgrade":{"roles":["owner","admin"]},"cancel":{"roles":["owner"]}})");
  CHECK(why(R"({"role":"owner","change":{"plan":"team"}})", owners) == "");
  CHECK(why(R"({"role":"admin","change":{"plan":"team"}})", owners) == "");
  CHECK(why(R"({"role":"user","change":{"plan":"team"}})", owners) == "role");
  CHECK(why(R"({"change":{"plan":"team"}})", owners) == "role");
  CHECK(why(R"({"role":"admin","change":{"cancel":true}})", owners) == "role");
  CHECK(why(R"({"role":"admin","change":{"plan":"team"}})", rules(R"({"upgrade":{"roles":[]}})")) == "role");
  CHECK(why(R"({"role":"user","change":{"plan":"team"}})", rules(R"({"upgrade":{"when":"never","roles":["owner"]}})")) ==
        "not_allowed role");
  CHECK(ask(R"({"change":{"plan":"team"}})", owners)["/reasons/0/message"].find("owner, admin") != std::string::npos);
}

TEST_CASE("a time that the rule does not offer", "[eligibility][judge]") {
  const auto with = [](std::string_view when, std::string_view timing) {
    return why(R"({"change":{"plan":"team","timing":")" + std::string(timing) + R"("}})",
               rules(R"({"upgrade":{"when":")" + std::string(when) + R"("}})"));
  };
  CHECK(with("now", "now") == "");
  CHECK(with("now", "period_end") == "timing");
  CHECK(with("period_end", "period_end") == "");
  CHECK(with("period_end", "now") == "timing");
  CHECK(with("choice", "now") == "");
  CHECK(with("choice", "period_end") == "");
  CHECK(why(R"({"change":{"cancel":true,"timing":"now"}})") == "timing");
  CHECK(ask(R"({"change":{"cancel":true,"timing":"now"}})")["/reasons/0/facts"] == R"({"movement":"cancel","timing":"now"})");
  CHECK(ask(R"({"change":{"plan":"team","timing":"period_end"}})", rules(R"({"upgrade":{"when":"now"}})"))["/reasons/0/facts"] ==
        R"({"movement":"upgrade","timing":"period_end"})");
  CHECK(why(R"({"change":{"cancel":true,"timing":"period_end"}})") == "");
}

TEST_CASE("a subscription that is set to end must be resumed first", "[eligibility][judge]") {
  const std::string ends = R"("subscription":{"cancels_on":"2026-12-01"})";
  CHECK(why("{" + ends + R"(,"change":{"seats":4}})") == "cancellation_pending");
  CHECK(why("{" + ends + R"(,"change":{"cancel":true}})") == "cancellation_pending");
  CHECK(why("{" + ends + R"(,"change":{"resume":true}})") == "");
}

TEST_CASE("resuming needs something to take back, and the roles of a cancellation", "[eligibility][judge]") {
  CHECK(why(R"({"change":{"resume":true}})") == "nothing_to_resume");
  CHECK(why(R"({"subscription":{"scheduled":{"seats":2}},"change":{"resume":true}})") == "");
  const std::string owners = rules(R"({"cancel":{"roles":["owner"]}})");
  CHECK(why(R"({"subscription":{"cancels_on":"2026-12-01"},"change":{"resume":true}})", owners) == "role");
  CHECK(why(R"({"role":"owner","subscription":{"cancels_on":"2026-12-01"},"change":{"resume":true}})", owners) == "");
  CHECK(why(R"({"subscription":{"cancels_on":"2026-12-01"},"change":{"resume":true}})", rules(R"({"cancel":null})")) == "");
}

TEST_CASE("seats in use can't be taken away", "[eligibility][judge]") {
  const auto with = [](std::string_view in_use, std::string_view change, std::string_view rule = "{}") {
    return why(R"({"subscription":{"seats_in_use":)" + std::string(in_use) + R"(},"change":)" + std::string(change) + "}",
               rules(rule));
  };
  CHECK(with("2", R"({"seats":2})") == "");
  CHECK(with("2", R"({"seats":1})") == "seats_in_use");
  CHECK(with("0", R"({"seats":1})") == "");
  CHECK(with("2", R"({"seats":1})", R"({"remove_seats":{"when":"period_end"}})") == "seats_in_use");
  CHECK(why(R"({"subscription":{"seats_in_use":3,"scheduled":{"seats":2}},"change":{"plan":"team"}})") == "");
  // What was to happen at the period's end happens now: only the seats of today change.
  CHECK(why(R"({"subscription":{"seats_in_use":3,"scheduled":{"seats":2}},"change":{"seats":2}})") == "seats_in_use");
  const test::Answer later = ask(R"({"subscription":{"seats_in_use":2},"change":{"seats":1}})",
                                 rules(R"({"remove_seats":{"when":"period_end"}})"));
  CHECK(later["/reasons/0/facts"] == R"({"seats":1,"in_use":2})");
}

TEST_CASE("a new period can't begin over what is scheduled", "[eligibility][judge]") {
  const std::string scheduled = R"("subscription":{"scheduled":{"seats":2}})";
  CHECK(why("{" + scheduled + R"(,"change":{"cycle":"yearly"}})") == "scheduled_in_the_way");
  CHECK(why("{" + scheduled + R"(,"change":{"cycle":"yearly","seats":2}})") == "");
  CHECK(why("{" + scheduled + R"(,"change":{"cycle":"yearly","seats":3}})") == "");
  CHECK(why("{" + scheduled + R"(,"change":{"plan":"team"}})") == "");
  CHECK(why("{" + scheduled + R"(,"change":{"cycle":"yearly"}})", rules(R"({"longer_cycle":{"when":"period_end"}})")) == "");
}

TEST_CASE("other discounts can't stand beside one line of the difference", "[eligibility][judge]") {
  const std::string net = rules(R"({"upgrade":{"lines":"net"}})");
  CHECK(why(R"({"change":{"plan":"team","discounts":["charity"]}})", net) == "discounts_with_net");
  CHECK(why(R"({"subscription":{"discounts":["charity"]},"change":{"plan":"team","discounts":["charity"]}})", net) == "");
  CHECK(why(R"({"change":{"plan":"team","discounts":["charity"]}})") == "");
  CHECK(why(R"({"change":{"discounts":["charity"]}})", net) == "");
  CHECK(why(R"({"change":{"plan":"team","discounts":["charity"]}})", rules(R"({"upgrade":{"lines":"net","when":"period_end"}})")) == "");
}

TEST_CASE("a change that changes nothing", "[eligibility][judge]") {
  CHECK(why(R"({"change":{}})") == "nothing_changes");
  CHECK(why(R"({"change":{"plan":"basic","seats":3,"cycle":"monthly","addons":[],"discounts":[]}})") == "nothing_changes");
  CHECK(why(R"({"subscription":{"scheduled":{"seats":2}},"change":{"seats":3}})") == "");
  CHECK(why(R"({"change":{"discounts":["loyal"]}})") == "");
}

TEST_CASE("every reason is given at once", "[eligibility][judge]") {
  CHECK(why(R"({"subscription":{"cancels_on":"2026-12-01","seats_in_use":3},"change":{"plan":"team","seats":1,"addons":[{"id":"pi"}],"timing":"period_end"}})",
            rules(R"({"upgrade":null,"add_addon":{"roles":["owner"]}})")) ==
        "cancellation_pending not_allowed timing role timing addon_not_for_plan seats_in_use");
}

}  // namespace
}  // namespace planshift
