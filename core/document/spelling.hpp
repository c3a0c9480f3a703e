// How documents spell the choices of the core: one table for each, in the order of the enumerators.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/catalog/catalog_check.hpp"
#include "core/eligibility/reason.hpp"
#include "core/followup/notice.hpp"
#include "core/question/options.hpp"
#include "core/subscription/line.hpp"

namespace planshift {

template <class Choice>
struct Spelling;

// The text of an enumerator.
template <class Choice>
[[nodiscard]] constexpr std::string_view spell(Choice choice) {
  return Spelling<Choice>::texts[static_cast<std::size_t>(choice)];
}

template <>
struct Spelling<TierMode> {
  static constexpr std::array<std::string_view, 2> texts{"graduated", "volume"};
};
template <>
struct Spelling<DiscountOn> {
  static constexpr std::array<std::string_view, 3> texts{"first_payment", "recurring", "everything"};
};
template <>
struct Spelling<CountedFrom> {
  static constexpr std::array<std::string_view, 2> texts{"request", "effective"};
};
template <>
struct Spelling<ProrationUnit> {
  static constexpr std::array<std::string_view, 4> texts{"day", "second", "day30", "minute"};
};
template <>
struct Spelling<Rounding> {
  static constexpr std::array<std::string_view, 4> texts{"half_up", "half_even", "down", "up"};
};
template <>
struct Spelling<ChangeDay> {
  static constexpr std::array<std::string_view, 2> texts{"remaining", "used"};
};
template <>
struct Spelling<Mixed> {
  static constexpr std::array<std::string_view, 2> texts{"split", "together"};
};
template <>
struct Spelling<LastPeriod> {
  static constexpr std::array<std::string_view, 2> texts{"full", "prorated"};
};
template <>
struct Spelling<When> {
  static constexpr std::array<std::string_view, 5> texts{"now", "period_end", "choice", "never", "term_end"};
};
template <>
struct Spelling<WindowOf> {
  static constexpr std::array<std::string_view, 2> texts{"subscription", "period"};
};
template <>
struct Spelling<FeeLimit> {
  static constexpr std::array<std::string_view, 1> texts{"rest"};
};
template <>
struct Spelling<Occurrence> {
  static constexpr std::array<std::string_view, 3> texts{"now", "period_end", "term_end"};
};
template <>
struct Spelling<Timing> {
  static constexpr std::array<std::string_view, 2> texts{"now", "period_end"};
};
template <>
struct Spelling<CycleTreatment> {
  static constexpr std::array<std::string_view, 3> texts{"keep", "restart", "align"};
};
template <>
struct Spelling<Unused> {
  static constexpr std::array<std::string_view, 5> texts{"credit", "refund", "forfeit", "refund_all", "time"};
};
template <>
struct Spelling<Charge> {
  static constexpr std::array<std::string_view, 3> texts{"prorated", "full", "none"};
};
template <>
struct Spelling<Collect> {
  static constexpr std::array<std::string_view, 2> texts{"now", "next_payment"};
};
template <>
struct Spelling<LineStyle> {
  static constexpr std::array<std::string_view, 2> texts{"split", "net"};
};
template <>
struct Spelling<LineKind> {
  static constexpr std::array<std::string_view, 11> texts{"unused", "charge", "net",  "full", "pending", "discount",
                                                          "cap",    "tax",    "used", "fee",  "once"};
};
template <>
struct Spelling<Transaction> {
  static constexpr std::array<std::string_view, 2> texts{"charge", "refund"};
};
template <>
struct Spelling<Verdict> {
  static constexpr std::array<std::string_view, 3> texts{"current", "available", "unavailable"};
};
template <>
struct Spelling<ReasonCode> {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(ReasonCode::count_)> texts{
      "not_allowed",
      "role",
      "timing",
      "retired",
      "plan_not_sold_on_cycle",
      "seats_below_minimum",
      "seats_above_maximum",
      "seats_in_use",
      "addon_not_sold_on_cycle",
      "addon_not_for_plan",
      "cancellation_pending",
      "scheduled_in_the_way",
      "discounts_with_net",
      "ended",
      "nothing_changes",
      "nothing_to_resume"};
};
template <>
struct Spelling<NoticeCode> {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(NoticeCode::count_)> texts{
      "deferred_together", "replaces_scheduled", "balance_left"};
};
template <>
struct Spelling<WarningCode> {
  static constexpr std::array<std::string_view, 5> texts{"plan.without_price", "movement.without_rule",
                                                         "plan.rank_against_price", "source.never_cited", "pays_twice"};
};

}  // namespace planshift
