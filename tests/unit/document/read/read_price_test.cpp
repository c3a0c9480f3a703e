#include "core/document/read/read_price.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string faults(std::string_view price) {
  std::string found = test::catalog_faults(R"({"addons":[{"id":"a","prices":{"monthly":)" + std::string(price) + "}}]}");
  const std::string here = "/addons/0/prices/monthly";
  for (std::size_t at = found.find(here); at != std::string::npos; at = found.find(here)) found.erase(at, here.size());
  return found;
}

std::string tiers(std::string_view steps) { return faults(R"({"tiers":{"mode":"volume","steps":)" + std::string(steps) + "}}"); }

TEST_CASE("a price has at least one part, and tiers or packages, not both", "[document][read_price]") {
  CHECK(faults(R"({"flat":"1.00"})") == "absent");
  CHECK(faults(R"({"per_seat":"1.00"})") == "absent");
  CHECK(faults(R"({"package":{"size":5,"price":"1.00"}})") == "absent");
  CHECK(faults(R"({"tiers":{"mode":"graduated","steps":[{"up_to":null,"flat":"1.00"}]}})") == "absent");
  CHECK(faults("{}") == "price.empty@");
  CHECK(faults("5") == "value.type@");
  CHECK(faults(R"({"tiers":{"mode":"graduated","steps":[{"up_to":null,"flat":"1.00"}]},"package":{"size":5,"price":"1.00"}})") ==
        "price.tiers_and_package@");
  CHECK(faults(R"({"package":{"size":0,"price":"1.00"}})") == "value.integer_range@/package/size");
  CHECK(faults(R"({"package":{}})") == "member.missing@/package; member.missing@/package");
}

TEST_CASE("steps go up, and the last has no end", "[document][read_price]") {
  CHECK(tiers(R"([{"up_to":5,"per_seat":"2.00"},{"up_to":6,"flat":"2.00"},{"up_to":null,"per_seat":"1.00"}])") == "absent");
  CHECK(tiers(R"([{"up_to":5,"per_seat":"2.00"},{"up_to":5,"per_seat":"2.00"},{"up_to":null,"per_seat":"1.00"}])") == "price.steps_order@/tiers/steps/1");
  CHECK(tiers(R"([{"up_to":5,"per_seat":"2.00"},{"up_to":4,"per_seat":"2.00"},{"up_to":null,"per_seat":"1.00"}])") == "price.steps_order@/tiers/steps/1");
  CHECK(tiers(R"([{"up_to":5,"per_seat":"2.00"}])") == "price.steps_last@/tiers/steps/0");
  CHECK(tiers(R"([{"up_to":null,"per_seat":"2.00"},{"up_to":null,"per_seat":"1.00"}])") == "price.steps_last@/tiers/steps/0");
  CHECK(tiers(R"([{"up_to":null,"flat":"1.00"},{"up_to":5,"flat":"1.00"},{"up_to":null,"flat":"1.00"}])") == "price.steps_last@/tiers/steps/0");
  CHECK(faults(R"({"tiers":{"mode":"volume","steps":[]}})") == "value.list_empty@/tiers/steps");
  CHECK(test::catalog_faults(R"({"addons":[{"id":"a","prices":[]}]})") == "value.type@/addons/0/prices");
  CHECK(tiers(R"([{"up_to":null}])") == "price.step_empty@/tiers/steps/0");
  CHECK(tiers(R"([{"per_seat":"1.00"}])") == "member.missing@/tiers/steps/0");
  CHECK(tiers("[]") == "value.list_empty@/tiers/steps");
  CHECK(tiers("[7]") == "value.type@/tiers/steps/0");
  CHECK(tiers("7") == "value.type@/tiers/steps");
}

TEST_CASE("prices follow each other, the last without an end", "[document][read_price]") {
  CHECK(faults(R"([{"flat":"1.00"}])") == "absent");
  CHECK(faults(R"([{"until":"2027-01-01","flat":"1.00"},{"flat":"2.00"}])") == "absent");
  CHECK(faults("[]") == "value.list_empty@");
  CHECK(faults(R"([{"flat":"1.00"},{"flat":"2.00"}])") == "price.until_last@/0");
  CHECK(faults(R"([{"until":"2027-01-01","flat":"1.00"}])") == "price.until_last@/0");
  CHECK(faults(R"({"until":"2027-01-01","flat":"1.00"})") == "member.unknown@/until");
  const std::string_view backwards = R"([{"until":"2027-01-02","flat":"1.00"},{"until":"2027-01-01","flat":"1.00"},{"flat":"2.00"}])";
  CHECK(faults(backwards) == "price.until_order@/1/until");
  CHECK(faults(R"([{"until":"2027-01-01","flat":"1.00"},{"until":"2027-01-01","flat":"1.00"},{"flat":"2.00"}])") == "price.until_order@/1/until");
  CHECK(faults(R"([{"until":"2027-01-01T00:00:00Z","flat":"1.00"},{"flat":"2.00"}])") == "value.instant_not_allowed@/0/until");
  CHECK(faults(R"([{"until":"2027-01-01"},{"flat":"2.00"}])") == "price.empty@/0");
  CHECK(faults(R"(["free"])").substr(0, 12) == "value.type@/");
  std::string many = R"({"flat":"1.00"})";
  for (int i = 0; i < 100; ++i) many += R"(,{"flat":"1.00"})";
  CHECK(faults("[" + many + "]") == "value.list_long@");
}

}  // namespace
}  // namespace planshift
