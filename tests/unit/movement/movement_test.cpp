#include "core/movement/movement.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

// Four add-ons, two plans of equal rank.
constexpr std::string_view wide = R"({"addons":[
    {"id":"a","prices":{"monthly":{"flat":"1.00"}}},{"id":"b","prices":{"monthly":{"flat":"1.00"}}},
    {"id":"c","prices":{"monthly":{"flat":"1.00"}}},{"id":"d","prices":{"monthly":{"flat":"1.00"}}}],
  "plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":"1.00"},"yearly":{"flat":"1.00"}}},
           {"id":"other","rank":1,"prices":{"monthly":{"flat":"1.00"}}},
           {"id":"more","rank":2,"prices":{"monthly":{"flat":"1.00"}}},
           {"id":"less","rank":-1,"prices":{"monthly":{"flat":"1.00"}}}]})";

std::string moves(std::string_view subscription, std::string_view change) {
  const auto catalog = test::catalog_with(wide);
  const Subscription present = test::subscription_to(*catalog, subscription);
  std::string out;
  for (const Movement& movement : split(*catalog, present.terms, test::change_to(*catalog, change).terms)) {
    if (!out.empty()) out += ' ';
    out += name_of(movement.kind);
    if (movement.kind == MovementKind::add_addon || movement.kind == MovementKind::remove_addon) {
      out += ":" + std::string((*catalog)[movement.addon].id);
    }
  }
  return out;
}

TEST_CASE("ranks tell upgrades, downgrades and lateral moves apart", "[movement]") {
  CHECK(moves("{}", R"({"plan":"more"})") == "upgrade");
  CHECK(moves("{}", R"({"plan":"less"})") == "downgrade");
  CHECK(moves("{}", R"({"plan":"other"})") == "lateral");
  CHECK(moves("{}", R"({"plan":"basic"})") == "");
}

TEST_CASE("seats and cycles go up or down, or stay", "[movement]") {
  CHECK(moves("{}", R"({"seats":4})") == "add_seats");
  CHECK(moves("{}", R"({"seats":2})") == "remove_seats");
  CHECK(moves("{}", R"({"seats":3})") == "");
  CHECK(moves("{}", R"({"cycle":"yearly"})") == "longer_cycle");
  CHECK(moves(R"({"cycle":"yearly","period":{"end":"2027-11-01"}})", R"({"cycle":"monthly"})") == "shorter_cycle");
  CHECK(moves("{}", R"({"cycle":"monthly"})") == "");
}

TEST_CASE("add-ons are compared one by one, in catalog order", "[movement]") {
  const std::string_view have = R"({"addons":[{"id":"a","seats":2},{"id":"c","seats":2}]})";
  CHECK(moves(have, R"({"addons":[{"id":"c","seats":2},{"id":"a","seats":2}]})") == "");
  CHECK(moves(have, R"({"addons":[]})") == "remove_addon:a remove_addon:c");
  CHECK(moves(have, R"({"addons":[{"id":"d"},{"id":"b"}]})") == "remove_addon:a add_addon:b remove_addon:c add_addon:d");
  CHECK(moves(have, R"({"addons":[{"id":"a","seats":3},{"id":"c","seats":1}]})") == "add_addon:a remove_addon:c");
  CHECK(moves(have, R"({"addons":[{"id":"a","seats":2},{"id":"b"},{"id":"c","seats":2}]})") == "add_addon:b");
  CHECK(moves("{}", R"({"addons":[{"id":"d"}]})") == "add_addon:d");
}

TEST_CASE("movements stand in the order plan, seats, add-ons, cycle", "[movement]") {
  CHECK(moves("{}", R"({"cycle":"yearly","addons":[{"id":"b"}],"seats":9,"plan":"more"})") ==
        "upgrade add_seats add_addon:b longer_cycle");
}

TEST_CASE("a movement carries the terms towards what is wanted, and no further", "[movement]") {
  const Terms wanted{PlanIndex{2}, CycleIndex{1}, 9, {{AddonIndex{1}, 4}}};
  const Terms start{PlanIndex{0}, CycleIndex{0}, 3, {{AddonIndex{0}, 1}}};
  const auto after = [&](Movement movement) {
    Terms terms = start;
    apply(movement, wanted, terms);
    return terms;
  };
  using enum MovementKind;
  for (const MovementKind kind : {upgrade, downgrade, lateral}) {
    CHECK(after({kind, {}}) == Terms{PlanIndex{2}, CycleIndex{0}, 3, {{AddonIndex{0}, 1}}});
  }
  for (const MovementKind kind : {add_seats, remove_seats}) {
    CHECK(after({kind, {}}) == Terms{PlanIndex{0}, CycleIndex{0}, 9, {{AddonIndex{0}, 1}}});
  }
  for (const MovementKind kind : {longer_cycle, shorter_cycle}) {
    CHECK(after({kind, {}}) == Terms{PlanIndex{0}, CycleIndex{1}, 3, {{AddonIndex{0}, 1}}});
  }
  CHECK(after({add_addon, AddonIndex{1}}) ==
        Terms{PlanIndex{0}, CycleIndex{0}, 3, {{AddonIndex{0}, 1}, {AddonIndex{1}, 4}}});
  CHECK(after({remove_addon, AddonIndex{0}}) == Terms{PlanIndex{0}, CycleIndex{0}, 3, {}});
  CHECK(after({cancel, {}}) == start);
}

}  // namespace
}  // namespace planshift
