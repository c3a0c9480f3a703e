#include "core/followup/unit_credits.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Basic grants 10, Team 40; 7 are left. What the answer says of credits.
std::string credits(std::string_view change, std::string_view rules, std::string_view member = "/credits") {
  return test::ask(R"({"subscription":{"credits_left":7},"change":)" + std::string(change) + "}", R"({"plans":[
      {"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"9.00"}},"credits":{"per_period":10,"name":"tasks"}},
      {"id":"team","rank":2,"prices":{"monthly":{"flat":"2.00"},"yearly":{"flat":"9.00"}},"credits":{"per_period":40,"name":"tasks"}}],
      "addons":null,"policy":{"rules":)" + std::string(rules) + "}}")[member];
}

constexpr std::string_view upgrade = R"({"plan":"team"})";

TEST_CASE("a change that keeps the period leaves the credits alone", "[followup][unit_credits]") {
  CHECK(credits(upgrade, "{}") == "null");
  CHECK(credits(upgrade, R"({"upgrade":{"carry_credits":true}})") == "null");
  CHECK(credits(upgrade, "{}", "/after/credits_left") == "7");
}

TEST_CASE("a new period grants anew, and carries what is left if its rule says so", "[followup][unit_credits]") {
  CHECK(credits(upgrade, R"({"upgrade":{"cycle":"restart","charge":"full"}})") ==
        R"({"name":"tasks","left":7,"carried":0,"granted":40,"after":40,"on":"2026-11-16"})");
  const std::string_view carries = R"({"upgrade":{"cycle":"restart","charge":"full","unused":"forfeit","carry_credits":true}})";
  CHECK(credits(upgrade, carries) == R"({"name":"tasks","left":7,"carried":7,"granted":40,"after":47,"on":"2026-11-16"})");
  CHECK(credits(upgrade, carries, "/after/credits_left") == "47");
}

TEST_CASE("or if the plan movement's rule says so", "[followup][unit_credits]") {
  CHECK(credits(R"({"plan":"team","cycle":"yearly"})", R"({"upgrade":{"carry_credits":true}})").find(R"("carried":7)") !=
        std::string::npos);
  CHECK(credits(R"({"plan":"team","cycle":"yearly"})", "{}").find(R"("carried":0)") != std::string::npos);
}

TEST_CASE("a plan or cycle movement that waits moves them on the period's end", "[followup][unit_credits]") {
  CHECK(credits(upgrade, R"({"upgrade":{"when":"period_end","carry_credits":true}})") ==
        R"({"name":"tasks","left":7,"carried":7,"granted":40,"after":47,"on":"2026-12-01"})");
  CHECK(credits(upgrade, R"({"upgrade":{"when":"period_end"}})", "/credits/carried") == "0");
  CHECK(credits(upgrade, R"({"upgrade":{"when":"period_end"}})", "/after/credits_left") == "7");
  CHECK(credits(R"({"cycle":"yearly"})", R"({"longer_cycle":{"when":"period_end","carry_credits":true}})", "/credits/after") == "17");
  CHECK(credits(R"({"plan":"team","cycle":"yearly"})",
                R"({"upgrade":{"when":"period_end","carry_credits":true},"longer_cycle":{"when":"period_end"}})", "/credits/after") == "47");
  CHECK(test::ask(R"({"change":{"cycle":"yearly"}})", R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"},
      "yearly":{"flat":"9.00"}},"credits":{"per_period":10}}],"addons":null})")["/credits/left"] == "null");
  CHECK(credits(R"({"seats":5})", R"({"add_seats":{"when":"period_end","carry_credits":true}})") == "null");
  // The plan changes now and carries, the cycle waits.
  CHECK(credits(R"({"plan":"team","cycle":"yearly"})", R"({"upgrade":{"carry_credits":true},"longer_cycle":{"when":"period_end"}})",
                "/credits/after") == "47");
}

TEST_CASE("a movement that waits for the commitment's end moves them on that day", "[followup][unit_credits]") {
  const test::Answer answer = test::ask(
      R"({"subscription":{"plan":"basic","credits_left":7,"committed_until":"2027-03-01"},"change":{"plan":"team"}})",
      R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"10.00"}},"credits":{"per_period":10,"name":"tasks"}},
                   {"id":"team","rank":2,"prices":{"monthly":{"per_seat":"15.00"}},"credits":{"per_period":40,"name":"tasks"}}],
          "cycles":[{"id":"monthly","length":"P1M","commitment":{"length":"P1Y","renews":false}}],
          "addons":null,"policy":{"rules":{"upgrade":{"when":"term_end"}}}})");
  CHECK(answer["/movements/0/on"] == "2027-03-01");
  CHECK(answer["/credits/on"] == "2027-03-01");
}

}  // namespace
}  // namespace planshift
