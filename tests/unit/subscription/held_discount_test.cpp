// Discounts that end.
#include "core/subscription/held_discount.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;

constexpr DiscountIndex intro{0}, off{1}, welcome{2};  // for three months, for six, and once

std::string shown(const HeldDiscounts& list) {
  std::string out;
  for (const HeldDiscount& each : list) {
    if (!out.empty()) out += "; ";
    out += std::to_string(static_cast<int>(each.discount)) + (each.until ? " until " + test::printed(*each.until) : "");
  }
  return out;
}

TEST_CASE("a discount applies to periods that begin before its end", "[subscription][held_discount]") {
  const HeldDiscounts list{{intro, day("2027-01-15")}, {welcome, std::nullopt}};
  CHECK(discounts_from(list, day("2027-01-14")) == std::vector{intro, welcome});
  CHECK(discounts_from(list, day("2027-01-15")) == std::vector{welcome});
  CHECK(shown(without_ended(list, day("2027-01-14"))) == "0 until 2027-01-15; 2");
  CHECK(shown(without_ended(list, day("2027-01-15"))) == "2");
}

TEST_CASE("named for the first time, one that lasts begins", "[subscription][held_discount]") {
  const auto catalog = test::catalog_with("{}", "additions-intro");
  const auto begun = [&](const HeldDiscounts& held, const HeldDiscounts& named) {
    return shown(begun_at(*catalog, held, named, day("2026-11-30")));
  };
  CHECK(begun({}, {{intro, {}}, {welcome, {}}}) == "0 until 2027-02-28; 2");
  // One that is held keeps its own end, or that it has none.
  CHECK(begun({{intro, day("2026-12-24")}}, {{intro, {}}}) == "0 until 2026-12-24");
  CHECK(begun({{intro, {}}, {off, {}}}, {{off, {}}}) == "1");
  // An end that is named counts in any case.
  CHECK(begun({{intro, day("2026-12-24")}}, {{intro, day("2027-06-01")}}) == "0 until 2027-06-01");
  CHECK(begun({}, {{welcome, day("2027-06-01")}}) == "2 until 2027-06-01");
}

TEST_CASE("a running period keeps its discounts to its end, a renewal drops what has ended", "[subscription][held_discount]") {
  // Half off until the 10th: of the period that began on the 1st as a whole.
  const test::Answer answer = test::ask(R"({"subscription":{"seats":2,"discounts":[{"id":"intro","until":"2026-11-10"},"off"]},"change":{"seats":3}})",
                                        "{}", "preview", "additions-intro");
  CHECK(answer["/after/discounts"] == R"([{"id":"intro","until":"2026-11-10"},"off"])");
  CHECK(answer["/after/paid"] == "15.00");  // 20.00 − 10.00 − 5.00, and 10.00 more
  CHECK(answer.lines("/next_payment/lines") == "full 30.00; discount -5.00");
  const test::Answer ended = test::ask(R"({"subscription":{"discounts":[{"id":"intro","until":"2026-11-01"}]},"change":{"cancel":true}})",
                                       "{}", "preview", "additions-intro");
  CHECK(ended["/after/paid"] == "30.00");
  CHECK(ended["/after/discounts"] == "[]");
}

TEST_CASE("a change begins a discount on its own day, and a quote on its", "[subscription][held_discount]") {
  const test::Answer changed = test::ask(R"({"change":{"discounts":["intro"]}})", "{}", "preview", "additions-intro");
  CHECK(changed["/after/discounts"] == R"([{"id":"intro","until":"2027-02-16"}])");
  CHECK(changed["/next_payment/due"] == "15.00");
  const test::Answer same = test::ask(R"({"subscription":{"discounts":[{"id":"intro","until":"2027-01-15"}]},"change":{"discounts":["intro"]}})",
                                      "{}", "preview", "additions-intro");
  CHECK(same.codes() == "nothing_changes");
  const test::Answer other = test::ask(R"({"subscription":{"discounts":["intro"]},"change":{"discounts":[{"id":"intro","until":"2027-01-15"}]}})",
                                       "{}", "preview", "additions-intro");
  CHECK(other["/after/discounts"] == R"([{"id":"intro","until":"2027-01-15"}])");
  const auto quoted = [](std::string_view discount) {
    return test::ask(R"({"terms":{"plan":"basic","cycle":"monthly","seats":2},"discounts":[)" + std::string(discount) + "]}", "{}", "quote",
                     "additions-intro");
  };
  CHECK(quoted(R"("intro")")["/first_payment/total"] == "10.00");
  CHECK(quoted(R"("intro")")["/next_payment/due"] == "10.00");
  CHECK(quoted(R"({"id":"intro","until":"2026-12-01"})")["/next_payment/due"] == "20.00");
  CHECK(quoted(R"({"id":"intro","until":"2026-11-16"})")["/first_payment/total"] == "20.00");
}

}  // namespace
}  // namespace planshift
