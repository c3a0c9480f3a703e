// What must not compile: operations that have no meaning. Each stands beside the one that has.
#include <catch2/catch_test_macros.hpp>
#include <concepts>
#include <type_traits>

#include "core/calendar/instant.hpp"
#include "core/catalog/catalog.hpp"
#include "core/money/rounding.hpp"

namespace planshift {
namespace {

template <class A, class B>
concept adds = requires(A a, B b) { a + b; };
template <class A, class B>
concept multiplies = requires(A a, B b) { a * b; };
template <class A, class B>
concept divides = requires(A a, B b) { a / b; };
template <class A, class B>
concept compares = requires(A a, B b) { a < b; };
template <class To, class From>
concept made_of = requires(From from) { To(from); };
template <class Index>
concept finds_plan = requires(const Catalog& catalog, Index index) {
  { catalog[index] } -> std::same_as<const Plan&>;
};
template <class Index>
concept finds_price = requires(const Plan& plan, Index index) { price_on(plan, index); };
template <class... Arguments>
concept rounds = requires(Arguments... arguments) { round(arguments...); };

// Money is added to money and multiplied by counts and fractions, nothing else.
static_assert(adds<Money, Money> && !adds<Money, std::int64_t> && !adds<Money, double>);
static_assert(multiplies<Money, std::int64_t> && multiplies<Money, Ratio> && !multiplies<Money, Money>);
static_assert(!divides<Money, std::int64_t> && !divides<Money, Money> && !divides<Money, Ratio>);
static_assert(compares<Money, Money> && !compares<Money, std::int64_t>);
// It says its unit when it is made, and never comes from a number by itself.
static_assert(!made_of<Money, std::int64_t> && !made_of<Money, double> && !std::is_convertible_v<std::int64_t, Money>);
// An exact amount becomes money in one way alone, with the mode named.
static_assert(rounds<Exact, Rounding> && !rounds<Exact> && !made_of<Money, Exact> && !adds<Exact, Exact>);

// Dates, their counts and instants are not each other.
static_assert(compares<Date, Date> && compares<Instant, Instant> && !compares<Date, Instant>);
static_assert(!made_of<Date, std::int32_t> && !made_of<Instant, std::int64_t> && !made_of<Instant, Date>);
static_assert(!adds<Date, int> && !adds<Instant, std::int64_t>);
static_assert(!std::is_convertible_v<Date, CivilDate> && !std::is_convertible_v<CivilDate, Date>);

// Nothing is looked up with the place of something else, nor with a bare number.
static_assert(finds_plan<PlanIndex> && !finds_plan<CycleIndex> && !finds_plan<AddonIndex> && !finds_plan<int>);
static_assert(finds_price<CycleIndex> && !finds_price<PlanIndex> && !finds_price<std::size_t>);
static_assert(!compares<PlanIndex, CycleIndex>);

// A catalog is not copied: its tables look into its own texts.
static_assert(!std::is_copy_constructible_v<Catalog> && !std::is_copy_assignable_v<Catalog>);

TEST_CASE("what has no meaning does not compile", "[static]") {
  SUCCEED("checked when this file was compiled");
}

}  // namespace
}  // namespace planshift
