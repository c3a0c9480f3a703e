// A fault: the document is wrong. It holds facts; the sentence is made last, in document/wording.
//
// Three kinds of "no" are kept apart in Planshift:
//   the program is wrong   ensure()            never reachable from input
//   the document is wrong  Fault               all of them are collected, each with its place
//   the answer is no       Reason (eligibility) a preview that refuses
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace planshift {

// One entry for each thing that can be wrong with a document. The text of a code ("plan.duplicate_id")
// and its sentence stand in one table, document/wording/fault_wording.cpp, in this order.
// clang-format off: one line for each group of related codes
enum class FaultCode : std::uint8_t {
  // the text itself
  json_too_large,
  json_byte_order_mark,
  json_encoding,
  json_syntax,
  json_too_deep,
  json_duplicate_member,
  // members and values, in any document
  member_unknown,
  member_missing,
  value_type,
  value_null,
  value_not_integer,
  value_integer_range,
  value_text_length,
  value_control_character,
  value_id,
  value_choice,
  value_money,
  value_money_decimals,
  value_money_negative,
  value_money_range,
  value_date,
  value_instant,
  value_instant_not_allowed,
  value_length,
  value_percent,
  value_list_empty,
  value_list_long,
  // catalogs
  format_unknown,
  currency_unknown,
  source_duplicate_id,
  cycle_duplicate_id,
  plan_duplicate_id,
  addon_duplicate_id,
  discount_duplicate_id,
  id_unknown,
  cycle_equal_lengths,
  cycle_starts_on_length,
  cycle_starts_on_day,
  cycle_starts_on_kind,
  cycle_starts_on_weekday,
  cycle_commitment_short,
  price_empty,
  price_tiers_and_package,
  price_step_empty,
  price_steps_order,
  price_steps_last,
  price_until_order,
  price_until_last,
  seats_range,
  discount_kind,
  discount_lasts_once,
  discount_amount_with_full,

  policy_restart_prorated,
  policy_restart_none,
  policy_restart_net,
  policy_change_day_used,
  policy_align_charge,
  policy_align_net,
  policy_align_movement,
  policy_cycle_keep,

  policy_net_unused,
  policy_refund_next_payment,
  policy_new_period_next_payment,
  policy_carry_credits_twice,
  policy_free_round_trip,
  policy_notice,
  policy_fee,
  policy_once,
  policy_refund_all,
  policy_used_at,
  policy_used_at_unused,
  policy_time_restart,
  policy_time_day30,
  policy_time_starts_on,
  policy_time_cancel,
  fee_kind,
  fee_percent_alone,
  policy_second_change_day,
  policy_day30_cycle,
  // requests
  question_unknown,
  question_mismatch,
  plan_unknown,
  cycle_unknown,
  addon_unknown,
  discount_unknown,
  addon_twice,
  discount_twice,
  period_order,
  period_too_long,
  anchor_day_off,
  seats_in_use_above_seats,
  cancels_on_before_end,
  started_on_after_end,
  prices_of_after_end,
  scheduled_on_before_end,
  scheduled_on_alone,
  terms_not_priced,
  addon_not_priced,
  at_before_period,
  at_after_period,
  change_exclusive,
  change_not_true,
  first_period_end_order,
  first_period_too_long,
  ends_on_order,
  events_unsorted,
  event_before_period,
  event_after_until,
  forecast_too_long,
  sweep_order,
  sweep_outside_period,
  sweep_too_long,
  // figures past the range that every amount and date must keep, and answers past the size that they may have
  amount_range,
  date_range,
  answer_too_large,
  // never reachable: the books of an answer don't balance, or memory ran out
  internal_books,
  internal_memory,
  internal_unexpected,
  count_  // not a code: how many there are
};
// clang-format on

// One number or text that a sentence uses: {"seats", 501}.
struct Fact {
  const char* name;  // a literal
  std::string text;
  std::int64_t number = 0;
  bool is_number = false;
};

// The facts of one sentence: {{"seats", 501}, {"plan", plan.name}}.
class Facts {
 public:
  // Told without owning anything, so that telling costs the caller next to nothing.
  struct Told {
    const char* name;
    std::string_view text;
    std::int64_t number = 0;
    bool is_number = false;

    constexpr Told(const char* name_, std::string_view text_) : name(name_), text(text_) {}
    Told(const char* name_, const std::string& text_) : name(name_), text(text_) {}
    constexpr Told(const char* name_, const char* text_) : name(name_), text(text_) {}
    constexpr Told(const char* name_, std::int64_t number_) : name(name_), number(number_), is_number(true) {}
    constexpr Told(const char* name_, std::int32_t number_) : Told(name_, std::int64_t{number_}) {}
    constexpr Told(const char* name_, std::size_t number_) : Told(name_, static_cast<std::int64_t>(number_)) {}
  };

  Facts() = default;
  Facts(std::initializer_list<Told> told);

  [[nodiscard]] std::vector<Fact>::const_iterator begin() const { return list_.begin(); }
  [[nodiscard]] std::vector<Fact>::const_iterator end() const { return list_.end(); }

 private:
  std::vector<Fact> list_;
};

struct Fault {
  FaultCode code;
  std::string path;  // JSON Pointer (RFC 6901) into the document at fault
  Facts facts;
};

// All faults of one document, in the order found. Past the limits further ones are only counted:
// a hostile document must not make an answer that is larger than itself.
class Faults {
 public:
  static constexpr std::size_t most_faults = 100;
  static constexpr std::size_t most_path_bytes = 65'536;  // of all together

  void add(FaultCode code, std::string path, Facts facts = {});
  // Whether a further fault would only be counted: its place need not be told.
  [[nodiscard]] bool full() const { return list_.size() >= most_faults || path_bytes_ > most_path_bytes; }
  [[nodiscard]] bool empty() const { return list_.empty(); }
  [[nodiscard]] const std::vector<Fault>& list() const { return list_; }
  [[nodiscard]] std::size_t found() const { return found_; }  // also those past the limits

 private:
  std::vector<Fault> list_;
  std::size_t path_bytes_ = 0;
  std::size_t found_ = 0;
};

}  // namespace planshift
