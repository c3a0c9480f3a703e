// The last look: every figure that can leave its range, and books that do not balance.
#include "core/preview/figures_check.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::usd;

const Catalog& catalog() {
  static const auto sample = test::catalog_with();
  return *sample;
}

// An upgrade's preview, sound until `spoil` has been at it.
template <class Spoil>
std::optional<FaultCode> check(Spoil spoil) {
  const Asked asked{day("2026-11-16"), std::nullopt, test::change_to(catalog(), R"({"plan":"team"})")};
  Preview answer = preview(catalog(), test::subscription_to(catalog(), R"({"pending":[{"label":"Owed","amount":"1.00"}]})"), asked);
  REQUIRE(!answer.fault);
  spoil(answer);
  return check_figures(catalog(), answer);
}

const Instant late = Instant::at(Date::of_days(2'932'897));  // the day after the last
const Instant early = Instant::at(Date::of_days(-1));

TEST_CASE("an answer of sound figures passes", "[preview][figures_check]") {
  CHECK(!check([](Preview&) {}));
  CHECK(!check([](Preview& p) { p.after->cancels_on = p.after->period.end; }));
  CHECK(!check([](Preview& p) { p.after.reset(); }));
  CHECK(!check([](Preview& p) { p.next_payment.reset(); }));
}

TEST_CASE("any date out of range is found", "[preview][figures_check]") {
  CHECK(check([](Preview& p) { p.movements[0].on = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.after->period.start = early; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.after->period.end = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.after->cancels_on = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.after->committed_until = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.after->scheduled_on = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.next_payment->date = late; }) == FaultCode::date_range);
  CHECK(check([](Preview& p) { p.consequences.push_back({nullptr, late.date(), nullptr}); }) == FaultCode::date_range);
  CHECK(!check([](Preview& p) { p.consequences.push_back({nullptr, std::nullopt, nullptr}); }));
}

TEST_CASE("any amount out of range is found", "[preview][figures_check]") {
  const Money exceeded = Money::exceeded_range();
  CHECK(check([&](Preview& p) { p.forfeited = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.balance_after = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.lines[0].amount = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.lines[0].proration->base = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.today.total = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.after->paid = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.after->balance = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.after->pending[0].amount = exceeded; }) == FaultCode::amount_range);
  CHECK(check([&](Preview& p) { p.next_payment->totals.total = exceeded; }) == FaultCode::amount_range);
}

TEST_CASE("books that do not balance are found", "[preview][figures_check]") {
  CHECK(check([](Preview& p) { p.today.total += usd("0.01"); }) == FaultCode::internal_books);
  CHECK(check([](Preview& p) { p.next_payment->totals.total += usd("0.01"); }) == FaultCode::internal_books);
  CHECK(check([](Preview& p) { p.after->paid = usd("-0.01"); }) == FaultCode::internal_books);
  CHECK(check([](Preview& p) { p.after->balance += usd("0.01"); }) == FaultCode::internal_books);
  CHECK(check([](Preview& p) { p.after->cancels_on = p.after->period.start; }) == FaultCode::internal_books);
}

TEST_CASE("amounts that a change would drive out of range are an error, never a number", "[preview][figures_check]") {
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"30000000000000000.00"}}}],"addons":null})";
  CHECK(test::ask(R"({"change":{"seats":2}})", dear).faults() == "absent");
  CHECK(test::ask(R"({"change":{"seats":4}})", dear).faults() == "amount.range@");
  CHECK(test::ask(R"({"subscription":{"balance":"92233720368547758.07","plan":"team"},"change":{"plan":"basic"}})").faults() ==
        "amount.range@");
}

TEST_CASE("a trial pays nothing, but its terms must have a price that can be told", "[preview][figures_check]") {
  // The next payment is for another plan: only what holds until then is out of range.
  const std::string_view dear = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":"30000000000000000.00"}}},{"id":"team","rank":2,"prices":{"monthly":{"per_seat":"15.00"}}}],"addons":null})";
  const std::string_view trial = R"({"subscription":{"trial":true,"scheduled":{"plan":"team"}},"change":{"seats":4}})";
  CHECK(test::ask(trial, dear).faults() == "amount.range@");
}

TEST_CASE("a period past the last date is an error", "[preview][figures_check]") {
  CHECK(test::ask(R"({"at":"9999-11-16","subscription":{"period":{"start":"9999-11-01","end":"9999-12-01"}},"change":{"cycle":"yearly"}})")
            .faults() == "date.range@");
  CHECK(test::ask(R"({"at":"9999-11-16","subscription":{"period":{"start":"9999-11-01","end":"9999-12-01"}},"change":{"seats":4}})")
            .faults() == "absent");
}

}  // namespace
}  // namespace planshift
