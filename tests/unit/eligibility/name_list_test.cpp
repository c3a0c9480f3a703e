#include "core/eligibility/name_list.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string listed(std::size_t count) {
  NameList names;
  for (std::size_t i = 1; i <= count; ++i) names.add("N" + std::to_string(i));
  CHECK(names.empty() == (count == 0));
  return names.text();
}

TEST_CASE("ten names are listed, and of more only how many", "[eligibility][name_list]") {
  CHECK(listed(0).empty());
  CHECK(listed(1) == "N1");
  CHECK(listed(10) == "N1, N2, N3, N4, N5, N6, N7, N8, N9, N10");
  CHECK(listed(11) == "N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and 1 more");
  CHECK(listed(1'000) == "N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and 990 more");
}

TEST_CASE("a reason names ten add-ons or roles at most, in its sentence and its facts", "[eligibility][name_list]") {
  std::string addons, taken, roles;
  for (int i = 1; i <= 12; ++i) {
    const std::string id = "a" + std::to_string(i), comma = i == 1 ? "" : ",";
    addons += comma + R"({"id":")" + id + R"(","name":")" + id + R"(","prices":{}})";
    taken += comma + R"({"id":")" + id + R"("})";
    roles += comma + '"' + id + '"';
  }
  const std::string ten = "a1, a2, a3, a4, a5, a6, a7, a8, a9, a10 and 2 more";
  const test::Answer unsold = test::ask(R"({"change":{"addons":[)" + taken + "]}}", R"({"addons":[)" + addons + "]}");
  CHECK(unsold["/reasons/0/code"] == "addon_not_sold_on_cycle");
  CHECK(unsold["/reasons/0/facts/addons"] == ten);
  CHECK(unsold["/reasons/0/message"] == "Not sold on monthly: " + ten + ".");
  const test::Answer others = test::ask(R"({"change":{"seats":4}})", R"({"policy":{"rules":{"add_seats":{"roles":[)" + roles + "]}}}}");
  CHECK(others["/reasons/0/facts/roles"] == ten);
}

}  // namespace
}  // namespace planshift
