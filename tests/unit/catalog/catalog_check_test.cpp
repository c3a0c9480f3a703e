#include "core/catalog/catalog_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::catalog_faults;

// "0@/plans/0/prices": what `check` warns of. One seat of the sample's own Scale costs less than one of Team, which is
// passed over here.
std::string warnings(std::string_view merge_patch) {
  std::string out;
  for (const Warning& warning : warnings_of(*test::catalog_with(merge_patch))) {
    if (warning.path == "/plans/2/rank") continue;
    if (!out.empty()) out += "; ";
    out += std::to_string(static_cast<int>(warning.code)) + "@" + warning.path;
    for (const Fact& fact : warning.facts) {
      if (std::string_view(fact.name) == "movement") out += ":" + fact.text;
    }
  }
  return out;
}

TEST_CASE("two cycles of equal length are refused, however it is written", "[catalog][catalog_check]") {
  const auto with = [](std::string_view length) {
    return catalog_faults(R"({"cycles":[{"id":"monthly","length":"P1Y"},{"id":"yearly","length":")" + std::string(length) +
                          R"("}]})");
  };
  CHECK(with("P12M") == "cycle.equal_lengths@/cycles/1/length");
  CHECK(with("P1Y") == "cycle.equal_lengths@/cycles/1/length");
  CHECK(with("P365D") == "absent");
  CHECK(with("P0M") == "value.length@/cycles/1/length");
}

TEST_CASE("three cycles of equal length: each but the first is reported", "[catalog][catalog_check]") {
  CHECK(catalog_faults(R"({"cycles":[{"id":"monthly","length":"P7D"},{"id":"yearly","length":"P1W"},{"id":"third","length":"P7D"}]})") ==
        "cycle.equal_lengths@/cycles/1/length; cycle.equal_lengths@/cycles/2/length");
}

TEST_CASE("lengths that could not be read are not equal", "[catalog][catalog_check]") {
  CHECK(catalog_faults(R"({"cycles":[{"id":"monthly","length":"P0M"},{"id":"yearly","length":"P0Y"}]})") ==
        "value.length@/cycles/0/length; value.length@/cycles/1/length");
}

TEST_CASE("fixed dates are for months and years", "[catalog][catalog_check]") {
  CHECK(catalog_faults(R"({"cycles":[{"id":"monthly","length":"P30D","starts_on":{"day":1}},{"id":"yearly","length":"P1Y"}]})") ==
        "cycle.starts_on_length@/cycles/0/starts_on");
  CHECK(catalog_faults(R"({"cycles":[{"id":"monthly","length":"P1M","starts_on":{"day":1}},{"id":"yearly","length":"P1Y","starts_on":{"month":4,"day":1}}]})") ==
        "absent");
}

TEST_CASE("a sound catalog has no warnings", "[catalog][catalog_check]") {
  CHECK(warnings(R"({"policy":{"rules":{"lateral":null}}})") == "");
}

TEST_CASE("a plan that is priced on no cycle", "[catalog][catalog_check]") {
  CHECK(warnings(R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"}}},{"id":"other","rank":2,"prices":{}}],
                     "addons":null,"policy":{"rules":{"longer_cycle":null,"shorter_cycle":null}}})") == "0@/plans/1/prices");
}

TEST_CASE("a movement that can occur but has no rule", "[catalog][catalog_check]") {
  for (const char* movement : {"upgrade", "downgrade", "add_seats", "remove_seats", "add_addon", "remove_addon",
                               "longer_cycle", "shorter_cycle", "cancel"}) {
    CAPTURE(movement);
    CHECK(warnings(R"({"policy":{"rules":{")" + std::string(movement) + R"(":null}}})") ==
          "1@/policy/rules:" + std::string(movement));
  }
}

TEST_CASE("what the catalog's plans, seats, add-ons and cycles make impossible needs no rule", "[catalog][catalog_check]") {
  // One plan of exactly one seat, sold on one of two cycles, without add-ons: nothing can move but a cancellation.
  CHECK(warnings(R"({"plans":[{"id":"basic","rank":1,"seats":{"min":1,"max":1},"prices":{"monthly":{"flat":"1.00"}}}],
                     "addons":null,"policy":{"rules":{"upgrade":null,"downgrade":null,"lateral":null,"add_seats":null,
                     "remove_seats":null,"add_addon":null,"remove_addon":null,"longer_cycle":null,"shorter_cycle":null}}})") == "");
  // Two plans of the same rank make a lateral move; a retired one can be left, but not entered.
  const std::string_view two = R"("seats":{"min":1,"max":1},"prices":{"monthly":{"flat":"1.00"}}})";
  const auto plans = [&](std::string_view first, std::string_view second) {
    return warnings(R"({"plans":[{"id":"a",)" + std::string(first) + "," + std::string(two) + R"(,{"id":"b",)" +
                    std::string(second) + "," + std::string(two) +
                    R"(],"addons":null,"policy":{"rules":{"upgrade":null,"downgrade":null,"lateral":null,"add_seats":null,
                     "remove_seats":null,"add_addon":null,"remove_addon":null,"longer_cycle":null,"shorter_cycle":null}}})");
  };
  CHECK(plans(R"("rank":1)", R"("rank":1)") == "1@/policy/rules:lateral");
  CHECK(plans(R"("rank":1,"retired":true)", R"("rank":1)") == "1@/policy/rules:lateral");
  CHECK(plans(R"("rank":1,"retired":true)", R"("rank":1,"retired":true)") == "");
  CHECK(plans(R"("rank":1,"retired":true)", R"("rank":2)") == "1@/policy/rules:upgrade");
  CHECK(plans(R"("rank":1)", R"("rank":2,"retired":true)") == "1@/policy/rules:downgrade");
  CHECK(plans(R"("rank":2)", R"("rank":1)") == "1@/policy/rules:upgrade; 1@/policy/rules:downgrade");
}

TEST_CASE("a plan of higher rank that costs less", "[catalog][catalog_check]") {
  const auto prices = [](std::string_view low, std::string_view high, std::string_view more = "") {
    return warnings(R"({"plans":[{"id":"low","rank":1,"prices":{"monthly":{"per_seat":")" + std::string(low) +
                    R"("},"yearly":{"flat":"9.00"}}},{"id":"high","rank":2,"prices":{"monthly":{"per_seat":")" +
                    std::string(high) + R"("}})" + std::string(more) + R"(}],"addons":null})");
  };
  CHECK(prices("10.00", "9.99") == "2@/plans/1/rank");
  CHECK(prices("10.00", "10.00") == "");
  CHECK(prices("10.00", "10.01") == "");
  CHECK(prices("10.00", "9.99", R"(,"retired":true)") == "");
}

TEST_CASE("prices are compared at the seats that both plans allow", "[catalog][catalog_check]") {
  // 30.00 flat is dearer than one seat at 10.00, and cheaper than the five that it begins with.
  CHECK(warnings(R"({"plans":[{"id":"low","rank":1,"prices":{"monthly":{"per_seat":"10.00"},"yearly":{"flat":"1.00"}}},
                     {"id":"high","rank":2,"seats":{"min":5},"prices":{"monthly":{"flat":"30.00"}}}],"addons":null})") ==
        "2@/plans/1/rank");
}

TEST_CASE("a source that nothing cites", "[catalog][catalog_check]") {
  constexpr std::string_view sources = R"("sources":[{"id":"a"},{"id":"b"},{"id":"c"}])";
  const auto cited = [&](std::string_view more) { return warnings("{" + std::string(sources) + std::string(more) + "}"); };
  CHECK(cited("") == "3@/sources/0; 3@/sources/1; 3@/sources/2");
  CHECK(cited(R"(,"policy":{"rules":{"upgrade":{"cite":["a"],"on_cycles":{"yearly":{"cite":["c"]}}}}})") == "3@/sources/1");
  CHECK(cited(R"(,"cancellation":{"consequences":[{"code":"x","title":"X"}]})") == "3@/sources/0; 3@/sources/1; 3@/sources/2");
  CHECK(cited(R"(,"cancellation":{"consequences":[{"code":"x","title":"X","cite":["b","a","c"]}]})") == "");
}

TEST_CASE("a commitment is not shorter than its cycle, and tells equally long cycles apart", "[catalog][catalog_check]") {
  const auto with = [](std::string_view first, std::string_view second) {
    return catalog_faults(R"({"cycles":[{"id":"monthly","length":"P1M")" + std::string(first) +
                          R"(},{"id":"yearly","length":"P1M")" + std::string(second) + "}]}");
  };
  const std::string_view year = R"(,"commitment":{"length":"P1Y"})";
  CHECK(with("", year) == "absent");
  CHECK(with(year, R"(,"commitment":{"length":"P2Y","renews":true})") == "absent");
  CHECK(with(year, R"(,"commitment":{"length":"P12M","renews":true})") == "cycle.equal_lengths@/cycles/1/length");
  CHECK(with("", R"(,"commitment":{"length":"P1M"})") == "absent");
  CHECK(with("", R"(,"commitment":{"length":"P30D"})") == "cycle.commitment_short@/cycles/1/commitment/length");
  CHECK(with("", R"(,"commitment":{"length":"P0D"})") == "value.length@/cycles/1/commitment/length");
  CHECK(with("", R"(,"commitment":{"renews":"no"})") ==
        "member.missing@/cycles/1/commitment; value.type@/cycles/1/commitment/renews");
}

TEST_CASE("a source that only a window cites is cited", "[catalog][catalog_check]") {
  CHECK(warnings(R"({"sources":[{"id":"faq"}],"policy":{"rules":{"lateral":null,
      "cancel":{"in_first":[{"of":"period","length":"P1W","cite":["faq"]}]}}}})") == "");
}

TEST_CASE("a rule that has the same days paid twice", "[catalog][catalog_check]") {
  const auto with = [](std::string_view rules) { return warnings(R"({"policy":{"rules":{"lateral":null,)" + std::string(rules) + "}}}"); };
  CHECK(with(R"("upgrade":{"unused":"forfeit"})") == "4@/policy/rules/upgrade:upgrade");
  CHECK(with(R"("upgrade":{"in_first":[{"of":"period","length":"P1W","unused":"forfeit"}]})") == "4@/policy/rules/upgrade:upgrade");
  CHECK(with(R"("upgrade":{"on_cycles":{"yearly":{"unused":"forfeit"}}})") == "4@/policy/rules/upgrade:upgrade");
  CHECK(with(R"("upgrade":{"unused":"forfeit","charge":"full"})") == "");
  CHECK(with(R"("upgrade":{"unused":"forfeit","when":"period_end"})") == "");
  CHECK(with(R"("longer_cycle":{"unused":"forfeit"})") == "");
  CHECK(with(R"("cancel":{"when":"now","unused":"forfeit"})") == "");
}

TEST_CASE("a weekday is for weeks", "[catalog][catalog_check]") {
  const auto with = [](std::string_view length, std::string_view starts_on) {
    return catalog_faults(R"({"cycles":[{"id":"monthly","length":")" + std::string(length) + R"(","starts_on":)" + std::string(starts_on) +
                          R"(},{"id":"yearly","length":"P1Y"}]})");
  };
  CHECK(with("P1W", R"({"weekday":1})") == "absent");
  CHECK(with("P2W", R"({"weekday":7})") == "absent");
  CHECK(with("P7D", R"({"weekday":1})") == "cycle.starts_on_weekday@/cycles/0/starts_on");
  CHECK(with("P1M", R"({"weekday":1})") == "cycle.starts_on_weekday@/cycles/0/starts_on");
  CHECK(with("P1W", R"({"day":1})") == "cycle.starts_on_length@/cycles/0/starts_on");
  CHECK(with("P1W", R"({"weekday":1,"day":1})") == "cycle.starts_on_kind@/cycles/0/starts_on");
  CHECK(with("P1W", R"({"weekday":1,"month":1})") == "cycle.starts_on_kind@/cycles/0/starts_on");
  CHECK(with("P1W", R"({"weekday":8})") == "value.integer_range@/cycles/0/starts_on/weekday");
  CHECK(with("P1W", R"({"weekday":0})") == "value.integer_range@/cycles/0/starts_on/weekday");
  CHECK(with("P1W", "{}").substr(0, 38) == "member.missing@/cycles/0/starts_on; cy");
}

}  // namespace
}  // namespace planshift
