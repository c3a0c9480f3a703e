// Tax lines, and which lines of nothing are left out.
#include "core/settlement/item_lines.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

constexpr std::string_view exclusive = R"({"tax":{"name":"Sales tax","percent":"8.875"},"policy":{"rules":{"longer_cycle":{"unused":"refund"}}}})";
constexpr std::string_view inclusive = R"({"tax":{"percent":"25","inclusive":true},"policy":{"rules":{"longer_cycle":{"unused":"refund"}}}})";

TEST_CASE("each transaction bears its own tax", "[settlement][item_lines]") {
  // 300.00 × 8.875 % = 26.625, 15.00 × 8.875 % = 1.33125.
  const test::Answer answer = ask(R"({"change":{"cycle":"yearly"}})", exclusive);
  CHECK(answer.lines() == "refund unused -15.00; full 300.00; tax 26.63; refund tax -1.33");
  CHECK(answer["/pay_today/tax"] == "25.30");
  CHECK(answer["/pay_today/charged"] == "326.63");
  CHECK(answer["/pay_today/refunded"] == "16.33");
}

TEST_CASE("a contained tax shows its part and adds nothing", "[settlement][item_lines]") {
  // 300.00 × 25/125 and 15.00 × 25/125.
  const test::Answer answer = ask(R"({"change":{"cycle":"yearly"}})", inclusive);
  CHECK(answer.lines() == "refund unused -15.00; full 300.00; tax 60.00; refund tax -3.00");
  CHECK(answer["/pay_today/lines/2/inclusive"] == "true");
  CHECK(answer["/pay_today/tax"] == "0.00");
  CHECK(answer["/pay_today/total"] == "285.00");
}

TEST_CASE("tax comes after discounts", "[settlement][item_lines]") {
  CHECK(ask(R"({"subscription":{"discounts":["charity"]},"change":{"plan":"team"}})", exclusive).lines() ==
        "unused -15.00; charge 32.50; discount -2.19; tax 1.36");  // 15.31 × 8.875 % = 1.3588
}

TEST_CASE("a tax of nothing is left out", "[settlement][item_lines]") {
  CHECK(ask(R"({"change":{"plan":"team"}})", R"({"tax":{"percent":"0"}})").lines() == "unused -15.00; charge 32.50");
  CHECK(ask(R"({"change":{"plan":"team"}})", R"({"tax":{"percent":"0.000001"}})").lines() == "unused -15.00; charge 32.50");
}

TEST_CASE("lines of nothing are left out, except those of a whole period", "[settlement][item_lines]") {
  Lines lines;
  Line line;
  line.kind = LineKind::charge;
  add_line(lines, line);
  CHECK(lines.empty());
  line.kind = LineKind::full;
  add_line(lines, line);
  CHECK(lines.size() == 1);
}

TEST_CASE("a part of a cycle is a charge of it, the whole a full line", "[settlement][item_lines]") {
  const auto catalog = test::catalog_with();
  const Terms terms{PlanIndex{1}, CycleIndex{0}, 3, {{AddonIndex{0}, 2}}};
  Lines lines;
  add_period_lines(*catalog, terms, {}, std::nullopt, {}, lines);
  add_period_lines(*catalog, terms, {}, Share{10, 30}, {}, lines);
  REQUIRE(lines.size() == 4);
  CHECK(test::printed(lines[0].amount) == "65.00");
  CHECK(!lines[0].proration);
  CHECK(test::printed(lines[1].amount) == "18.00");
  CHECK(lines[1].seats == 2);
  CHECK(!lines[1].plan);
  CHECK(test::printed(lines[2].amount) == "21.67");
  CHECK(lines[2].kind == LineKind::charge);
  CHECK(test::printed(lines[3].amount) == "6.00");
  CHECK(ratio_of(std::nullopt).numerator == ratio_of(std::nullopt).denominator);
  CHECK(ratio_of(Share{10, 30}).numerator == 10);
}

TEST_CASE("lines say what made them, and still do when they are put off", "[settlement][item_lines]") {
  const Rule rule;
  Lines lines{line_made_by({&rule, MovementKind::upgrade})};
  CHECK(lines[0].rule == &rule);
  CHECK(lines[0].movement == MovementKind::upgrade);
  lines[0].kind = LineKind::charge;
  Lines pending(1);
  put_off(lines, pending);
  CHECK(lines.empty());
  REQUIRE(pending.size() == 2);
  CHECK(pending[1].kind == LineKind::pending);
  CHECK(pending[1].origin == LineKind::charge);
  CHECK(pending[1].rule == nullptr);
  CHECK(pending[1].movement == MovementKind::upgrade);
}

}  // namespace
}  // namespace planshift
