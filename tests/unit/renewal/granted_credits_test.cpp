#include "core/renewal/granted_credits.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Basic grants 10 tokens, Team 40 tasks, Scale none.
constexpr std::string_view grants = R"({"plans":[
  {"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"9.00"}},"credits":{"per_period":10,"name":"tokens"}},
  {"id":"team","rank":2,"prices":{"monthly":{"flat":"2.00"},"yearly":{"flat":"9.00"}},"credits":{"per_period":40,"name":"tasks"}},
  {"id":"scale","rank":3,"prices":{"monthly":{"flat":"3.00"},"yearly":{"flat":"9.00"}}},
  {"id":"plain","rank":0,"prices":{"monthly":{"flat":"3.00"}}}]})";

std::string moved(std::string_view subscription, PlanIndex to, Carry carry) {
  const auto catalog = test::catalog_with(grants);
  const auto move = move_credits(*catalog, test::subscription_to(*catalog, subscription), to, carry, test::day("2026-11-16"));
  if (!move) return "none";
  return std::string(move->name) + " " + (move->left ? std::to_string(*move->left) : "?") + " " + std::to_string(move->carried) + "+" +
         std::to_string(move->granted) + "=" + std::to_string(move->after());
}

constexpr PlanIndex basic{0}, team{1}, scale{2}, plain{3};

TEST_CASE("credits left are carried or end, and the new plan's are granted", "[renewal][granted_credits]") {
  CHECK(moved(R"({"credits_left":7})", team, Carry::all) == "tasks 7 7+40=47");
  CHECK(moved(R"({"credits_left":7})", team, Carry::nothing) == "tasks 7 0+40=40");
  CHECK(moved("{}", team, Carry::all) == "tasks ? 0+40=40");
  CHECK(moved(R"({"credits_left":7})", scale, Carry::all) == "tokens 7 7+0=7");
  CHECK(moved(R"({"plan":"scale"})", basic, Carry::nothing) == "tokens ? 0+10=10");
  CHECK(moved(R"({"plan":"scale"})", plain, Carry::nothing) == "none");
}

TEST_CASE("a renewal grants anew, and carries what the rule of a scheduled change carries", "[renewal][granted_credits]") {
  const auto after = [](std::string_view subscription, std::string_view rules) {
    auto patched = std::string(grants);
    patched.back() = ',';
    const auto catalog = test::catalog_with(patched + R"("policy":{"rules":)" + std::string(rules) + "}}");
    const Subscription present = test::subscription_to(*catalog, subscription);
    const auto left = credits_after_renewal(*catalog, present, present.scheduled.applied_to(present.terms));
    return left ? std::to_string(*left) : "none";
  };
  const std::string_view carries = R"({"upgrade":{"when":"period_end","carry_credits":true},"add_seats":{"carry_credits":true},
                                       "longer_cycle":{"when":"period_end","carry_credits":true}})";
  CHECK(after(R"({"credits_left":7})", carries) == "10");
  CHECK(after(R"({"credits_left":7,"scheduled":{"plan":"team"}})", carries) == "47");
  CHECK(after(R"({"credits_left":7,"scheduled":{"plan":"team"}})", "{}") == "40");
  CHECK(after(R"({"credits_left":7,"scheduled":{"cycle":"yearly"}})", carries) == "17");
  CHECK(after(R"({"credits_left":7,"scheduled":{"seats":5}})", carries) == "10");
  CHECK(after(R"({"credits_left":7,"scheduled":{"plan":"team"}})", R"({"upgrade":null})") == "40");
  CHECK(after(R"({"plan":"scale"})", carries) == "none");
}

}  // namespace
}  // namespace planshift
