// Where an audit looks. A set is shown as "plan/cycle/seats", with "+" where the add-on is taken.
#include "core/audit/term_sets.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/audit/audit.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string shown(const Catalog& catalog, const Terms& terms) {
  return std::string(catalog[terms.plan].id) + "/" + std::string(catalog[terms.cycle].id) + "/" + std::to_string(terms.seats) + (terms.addons.empty() ? "" : "+");
}

std::vector<std::string> shown_sets(const Catalog& catalog) {
  std::vector<std::string> out;
  for (const auto& set : audit_sets(catalog, audit_parts(catalog))) {
    out.emplace_back();
    for (const Terms& terms : set) out.back() += shown(catalog, terms) + " ";
  }
  return out;
}

template <class Index>
std::string ids(const Catalog& catalog, const std::vector<Index>& list) {
  std::string out;
  for (const Index each : list) out += std::string(catalog[each].id) + " ";
  return out;
}

// The sample with other plans and cycles; every rule of it fits.
std::unique_ptr<Catalog> catalog_of(const std::string& cycles, const std::string& plans, const std::string& addons = "null") {
  return test::catalog_with(R"({"cycles":[)" + cycles + R"(],"plans":[)" + plans + R"(],"addons":)" + addons + "}");
}

std::string plan(std::string_view id, std::string_view prices, std::string_view more = "") {
  static int rank = 0;
  return R"({"id":")" + std::string(id) + R"(","rank":)" + std::to_string(++rank) + R"(,"prices":{)" + std::string(prices) + "}" + std::string(more) + "}";
}

const std::string month = R"({"id":"m","length":"P1M"})";
const std::string year = R"({"id":"y","length":"P1Y"})";

// With one seat, on the monthly cycle: Basic 10.00, Scale 30.00, Team 20.00 + 15.00.
TEST_CASE("plans stand cheapest first, cycles shortest first", "[audit][term_sets]") {
  const auto catalog = test::catalog_with();
  const AuditParts parts = audit_parts(*catalog);
  CHECK(ids(*catalog, parts.plans) == "basic scale team ");
  CHECK(ids(*catalog, parts.cycles) == "monthly yearly ");
  CHECK(parts.addon == AddonIndex{0});
}

TEST_CASE("plans that are not for sale are left out; of many, the dearest and the cheapest stay", "[audit][term_sets]") {
  const auto catalog = catalog_of(
      year + "," + month + R"(,{"id":"w","length":"P1W"},{"id":"q","length":"P3M"})",
      plan("e", R"("m":{"flat":"50.00"})") + "," + plan("a", R"("m":{"flat":"10.00"})") + "," + plan("c", R"("y":{"flat":"30.00"})") + "," +
          plan("unsold", "") + "," + plan("old", R"("m":{"flat":"5.00"})", R"(,"retired":true)") + "," + plan("d", R"("m":{"flat":"40.00"})") +
          // Two seats at least: 20.00 to begin with.
          "," + plan("b", R"("m":{"per_seat":"10.00"})", R"(,"seats":{"min":2})"),
      R"([{"id":"never","prices":{}},{"id":"x","prices":{"m":{"flat":"1.00"}}},{"id":"z","prices":{"m":{"flat":"1.00"}}}])");
  const AuditParts parts = audit_parts(*catalog);
  CHECK(ids(*catalog, parts.plans) == "a b c e ");
  CHECK(ids(*catalog, parts.cycles) == "w m y ");
  REQUIRE(parts.addon);
  CHECK((*catalog)[*parts.addon].id == "x");
}

TEST_CASE("two plans on one cycle: each with a seat more, both, and both with a seat more", "[audit][term_sets]") {
  const auto catalog = catalog_of(month, plan("a", R"("m":{"flat":"10.00"})") + "," + plan("b", R"("m":{"flat":"20.00"})"));
  CHECK(shown_sets(*catalog) ==
        std::vector<std::string>{"a/m/1 a/m/2 ", "a/m/1 b/m/1 ", "b/m/1 b/m/2 ", "a/m/1 a/m/2 b/m/1 b/m/2 "});
}

TEST_CASE("seats stay within the limits of both plans", "[audit][term_sets]") {
  const auto catalog = catalog_of(month, plan("a", R"("m":{"flat":"10.00"})", R"(,"seats":{"max":3})") + "," +
                                             plan("b", R"("m":{"flat":"20.00"})", R"(,"seats":{"min":3})"));
  CHECK(shown_sets(*catalog) ==
        std::vector<std::string>{"a/m/1 a/m/2 ", "a/m/3 b/m/3 ", "b/m/3 b/m/4 ", "a/m/3 b/m/3 b/m/4 "});
}

TEST_CASE("a price that takes a step is looked at on both sides of it", "[audit][term_sets]") {
  const auto sets = [](std::string_view price, std::string_view more = "") {
    return shown_sets(*catalog_of(month + "," + year, plan("a", R"("y":)" + std::string(price), more)));
  };
  const std::vector<std::string> plain{"a/y/1 a/y/2 "};
  CHECK(sets(R"({"package":{"size":5,"price":"40.00"}})") == std::vector<std::string>{"a/y/1 a/y/2 ", "a/y/5 a/y/6 "});
  CHECK(sets(R"({"tiers":{"mode":"volume","steps":[{"up_to":10,"per_seat":"9.00"},{"up_to":null,"per_seat":"7.00"}]}})") ==
        std::vector<std::string>{"a/y/1 a/y/2 ", "a/y/10 a/y/11 "});
  CHECK(sets(R"({"tiers":{"mode":"volume","steps":[{"up_to":null,"per_seat":"7.00"}]}})") == plain);
  CHECK(sets(R"({"package":{"size":1,"price":"40.00"}})") == plain);
  CHECK(sets(R"({"package":{"size":5,"price":"40.00"}})", R"(,"seats":{"min":5})") == std::vector<std::string>{"a/y/5 a/y/6 "});
}

TEST_CASE("cycles are taken two at a time, what is sold on neither is left out", "[audit][term_sets]") {
  const auto catalog = catalog_of(month + "," + year + R"(,{"id":"w","length":"P1W"})",
                                  plan("a", R"("m":{"flat":"10.00"},"y":{"flat":"90.00"})") + "," + plan("b", R"("y":{"flat":"99.00"})"));
  // a alone, pair by pair of cycles; a and b on each pair; a and b with a seat more on each cycle; b alone. Smallest first.
  CHECK(shown_sets(*catalog) ==
        std::vector<std::string>{"a/m/1 ",                                                                                     // a, b on weeks and months
                                 "a/m/1 a/m/2 ", "a/y/1 a/y/2 ", "a/y/1 b/y/1 ", "a/m/1 a/m/2 ", "b/y/1 b/y/2 ", "b/y/1 b/y/2 ",  // pairs
                                 "a/m/1 a/y/1 b/y/1 ",                                                                         // on months and years
                                 "a/m/1 a/m/2 a/y/1 a/y/2 ", "a/y/1 a/y/2 b/y/1 b/y/2 "});
}

TEST_CASE("an add-on is tried with and without it, where the plan takes it", "[audit][term_sets]") {
  const auto catalog = catalog_of(month, plan("a", R"("m":{"flat":"10.00"})") + "," + plan("b", R"("m":{"flat":"20.00"})"),
                                  R"([{"id":"x","prices":{"m":{"flat":"1.00"}},"plans":["b"]}])");
  CHECK(shown_sets(*catalog) ==
        std::vector<std::string>{"a/m/1 ", "a/m/1 a/m/2 ", "a/m/1 b/m/1 ", "b/m/1 b/m/2 ", "b/m/1 b/m/1+ ", "a/m/1 b/m/1 b/m/1+ ",
                                 "a/m/1 a/m/2 b/m/1 b/m/2 "});
}

TEST_CASE("three plans stand together on each cycle", "[audit][term_sets]") {
  const auto catalog = catalog_of(month, plan("a", R"("m":{"flat":"10.00"})") + "," + plan("b", R"("m":{"flat":"20.00"})") + "," +
                                             plan("c", R"("m":{"flat":"30.00"})", R"(,"seats":{"min":2})"));
  const std::vector<std::string> sets = shown_sets(*catalog);
  CHECK(std::count(sets.begin(), sets.end(), "a/m/2 b/m/2 c/m/2 ") == 1);
  CHECK(std::is_sorted(sets.begin(), sets.end(), [](const auto& x, const auto& y) {
    return std::count(x.begin(), x.end(), ' ') < std::count(y.begin(), y.end(), ' ');
  }));
}

}  // namespace
}  // namespace planshift
