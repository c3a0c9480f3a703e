#include "core/document/wording/fault_wording.hpp"

#include <array>

#include "core/document/wording/template_text.hpp"

namespace planshift {
namespace {

struct Wording {
  FaultCode code;
  std::string_view text;
  std::string_view sentence;
};

using enum FaultCode;

constexpr std::string_view twice = "This list has the id \"{id}\" twice: give each entry its own.";

// One row for each code, in the order of the enumerators.
// clang-format off: one line for each code
constexpr std::array wordings = {
    Wording{json_too_large, "json.too_large", "The document is larger than {limit} bytes."},
    Wording{json_byte_order_mark, "json.byte_order_mark",
            "The document begins with a byte-order mark: save it as UTF-8 without one."},
    Wording{json_encoding, "json.encoding", "The document is not well-formed UTF-8 from byte {byte} on."},
    Wording{json_syntax, "json.syntax", "This is not JSON: look at line {line}, column {column}."},
    Wording{json_too_deep, "json.too_deep", "The document is nested deeper than {limit} levels."},
    Wording{json_duplicate_member, "json.duplicate_member",
            "This object has the member \"{member}\" twice: keep one of them."},

    Wording{member_unknown, "member.unknown",
            "The member \"{member}\" is not known here: correct its spelling, or begin its name with \"x-\"."},
    Wording{member_missing, "member.missing", "The member \"{member}\" is missing."},
    Wording{value_type, "value.type", "Expected {expected}, found {found}."},
    Wording{value_null, "value.null", "Expected {expected}, found null: leave the member out, or give it a value."},
    Wording{value_not_integer, "value.not_integer", "Expected a whole number, written without a point or an exponent."},
    Wording{value_integer_range, "value.integer_range", "Expected a number from {least} to {most}, found {found}."},
    Wording{value_text_length, "value.text_length",
            "The text has {found} characters, but must have from {least} to {most}."},
    Wording{value_control_character, "value.control_character", "The text holds a control character: remove it."},
    Wording{value_id, "value.id",
            "\"{found}\" is not an id: up to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit."},
    Wording{value_choice, "value.choice", "\"{found}\" is none of the choices: {allowed}."},
    Wording{value_money, "value.money", "\"{found}\" is not an amount: write it like \"1234.50\"."},
    Wording{value_money_decimals, "value.money_decimals",
            "\"{found}\" has more decimals than the currency, which has {decimals}."},
    Wording{value_money_negative, "value.money_negative",
            "\"{found}\" is negative, but the amount must be zero or more."},
    Wording{value_money_range, "value.money_range", "\"{found}\" is too large an amount."},
    Wording{value_date, "value.date",
            "\"{found}\" is not a date from 1970-01-01 to 9999-12-31: write it like \"2026-11-22\"."},
    Wording{value_instant, "value.instant",
            "\"{found}\" is neither a date like \"2026-11-22\" nor an instant like \"2026-11-22T12:00:00Z\"."},
    Wording{value_instant_not_allowed, "value.instant_not_allowed",
            "\"{found}\" has a time of day, but this vendor counts in days: write the date alone."},
    Wording{
        value_length, "value.length",
        "\"{found}\" is not a length: write \"P30D\", \"P2W\", \"P1M\" or \"P1Y\", with one number from 1 to 9999."},
    Wording{value_percent, "value.percent",
            "\"{found}\" is not a percentage: write it like \"8.875\", from \"0\" to \"100\" with at most 6 decimals."},
    Wording{value_list_empty, "value.list_empty", "The list is empty, but must have at least one entry."},
    Wording{value_list_long, "value.list_long", "The list has {found} entries, but may have at most {most}."},

    Wording{format_unknown, "format.unknown", "The format is \"{found}\", but must be \"planshift-catalog/1\"."},
    Wording{currency_unknown, "currency.unknown", "\"{found}\" is not a currency of ISO 4217: write it like \"USD\"."},
    Wording{source_duplicate_id, "source.duplicate_id", twice},
    Wording{cycle_duplicate_id, "cycle.duplicate_id", twice},
    Wording{plan_duplicate_id, "plan.duplicate_id", twice},
    Wording{addon_duplicate_id, "addon.duplicate_id", twice},
    Wording{discount_duplicate_id, "discount.duplicate_id", twice},
    Wording{id_unknown, "id.unknown", "There is no {kind} with the id \"{id}\" in this catalog."},
    Wording{cycle_equal_lengths, "cycle.equal_lengths",
            "The cycles \"{other}\" and \"{cycle}\" are of equal length, so that neither is longer: keep one, or give "
            "them commitments of different lengths."},
    Wording{cycle_starts_on_length, "cycle.starts_on_length",
            "Days of the month need a cycle in months or years: \"{cycle}\" is in days or weeks. One in weeks may "
            "begin on a "
            "\"weekday\"."},
    Wording{cycle_starts_on_day, "cycle.starts_on_day", "Month {month} never has a day {day}."},
    Wording{cycle_starts_on_kind, "cycle.starts_on_kind",
            "A cycle begins on a weekday or on a day of the month, not on both."},
    Wording{cycle_starts_on_weekday, "cycle.starts_on_weekday",
            "A weekday needs a cycle in weeks: \"{cycle}\" is not. Write its length like \"P1W\"."},
    Wording{cycle_commitment_short, "cycle.commitment_short",
            "The commitment of \"{cycle}\" is shorter than the cycle itself: make it as long, or leave it out."},
    Wording{price_empty, "price.empty", "The price is empty: give \"flat\", \"per_seat\", \"tiers\" or \"package\"."},
    Wording{price_tiers_and_package, "price.tiers_and_package",
            "A price may have \"tiers\" or a \"package\", not both."},
    Wording{price_step_empty, "price.step_empty", "The step has no price: give \"per_seat\" or \"flat\"."},
    Wording{price_steps_order, "price.steps_order", "Each step's \"up_to\" must be more than that of the step before."},
    Wording{price_steps_last, "price.steps_last", "The last step must have \"up_to\": null, and no other step may."},
    Wording{price_until_order, "price.until_order",
            "Each price's \"until\" must be later than that of the price before."},
    Wording{price_until_last, "price.until_last",
            "The last price of a list must have no \"until\", and every other price needs one."},
    Wording{seats_range, "seats.range", "No number of seats is at least {min} and at most {max}."},
    Wording{discount_kind, "discount.kind", "A discount has either \"percent\" or \"amount\"."},
    Wording{discount_lasts_once, "discount.lasts_once",
            "A discount on the first payment is taken off once: leave \"lasts\" out."},
    Wording{
        discount_amount_with_full, "discount.amount_with_full",
        "\"{discount}\" takes an amount off changes in its share, but some rule charges a whole price within a period: "
        "make it a percentage."},
    Wording{policy_restart_prorated, "policy.restart_prorated",
            "{movement} starts a new period on \"{cycle}\" but charges only part of one: use \"charge\": \"full\", or "
            "\"cycle\": \"keep\"."},
    Wording{policy_restart_none, "policy.restart_none",
            "{movement} starts a new period on \"{cycle}\" without charging it: use \"charge\": \"full\"."},
    Wording{policy_restart_net, "policy.restart_net",
            "{movement} starts a new period on \"{cycle}\", so that there is no difference to net: use \"lines\": "
            "\"split\"."},
    Wording{
        policy_change_day_used, "policy.change_day_used",
        "{movement} on \"{cycle}\" gives unused time back and starts a new period on the day of the change, so that "
        "this day is not used: use \"change_day\": \"remaining\"."},
    Wording{
        policy_align_charge, "policy.align_charge",
        "{movement} aligns the period on \"{cycle}\", which charges what remains of it: use \"charge\": \"prorated\"."},
    Wording{policy_align_net, "policy.align_net",
            "{movement} aligns the period on \"{cycle}\", so that there is no difference to net: use \"lines\": "
            "\"split\"."},
    Wording{policy_align_movement, "policy.align_movement",
            "Only a change of cycle can align the period, and {movement} is none: use \"keep\" or \"restart\"."},
    Wording{policy_cycle_keep, "policy.cycle_keep",
            "{movement} can't keep the running period of \"{cycle}\": use \"cycle\": \"restart\" or \"align\", or "
            "\"when\": \"period_end\"."},
    Wording{
        policy_net_unused, "policy.net_unused",
        "{movement} on \"{cycle}\" nets the old and the new price in one line, which needs \"unused\": \"credit\"."},
    Wording{policy_refund_next_payment, "policy.refund_next_payment",
            "{movement} on \"{cycle}\" pays unused time back, which can't be collected with the next payment: use "
            "\"collect\": \"now\"."},
    Wording{policy_new_period_next_payment, "policy.new_period_next_payment",
            "{movement} on \"{cycle}\" begins a new period, which is paid at once: use \"collect\": \"now\"."},
    Wording{policy_carry_credits_twice, "policy.carry_credits_twice",
            "{movement} on \"{cycle}\" gives back unused time and carries its credits over, the same value twice: use "
            "\"unused\": \"forfeit\", or \"carry_credits\": false."},
    Wording{policy_free_round_trip, "policy.free_round_trip",
            "{movement} is free on \"{cycle}\" while the movement back is paid for: going there and back would earn "
            "money."},
    Wording{policy_notice, "policy.notice", "A notice belongs to a cancellation that may wait for the period's end."},
    Wording{policy_fee, "policy.fee", "A fee belongs to a cancellation: {movement} has none."},
    Wording{policy_once, "policy.once", "{movement} adds nothing that could cost a one-off fee: leave \"once\" out."},
    Wording{policy_refund_all, "policy.refund_all",
            "Only a cancellation can pay back the whole period: {movement} may use \"refund\"."},
    Wording{policy_used_at, "policy.used_at",
            "\"used_at\" belongs to a cancellation: {movement} counts used time by its share."},
    Wording{policy_used_at_unused, "policy.used_at_unused",
            "\"used_at\" reduces what comes back, so it needs \"unused\": \"credit\" or \"refund\"."},
    Wording{
        policy_time_restart, "policy.time_restart",
        "{movement} on \"{cycle}\" lets unused time buy time, which begins a new period: use \"cycle\": \"restart\"."},
    Wording{
        policy_time_day30, "policy.time_day30",
        "{movement} lets unused time buy time, which is counted in days: use the unit \"day\" instead of \"day30\"."},
    Wording{policy_time_starts_on, "policy.time_starts_on",
            "{movement} lets unused time buy time, and a period that lasts longer would end on no fixed date: leave "
            "\"starts_on\" out."},
    Wording{
        policy_time_cancel, "policy.time_cancel",
        "After a cancellation there are no terms for which unused time could buy time: use \"credit\", \"refund\" or "
        "\"forfeit\"."},
    Wording{fee_kind, "fee.kind", "A fee has either \"percent\" or \"amount\"."},
    Wording{fee_percent_alone, "fee.percent_alone",
            "A percentage shrinks with the commitment by itself: \"less\" and \"at_most\" go with \"amount\"."},
    Wording{policy_second_change_day, "policy.second_change_day",
            "Time counted by the second or the minute has no day of the change: leave \"change_day\" out."},
    Wording{policy_day30_cycle, "policy.day30_cycle",
            "Months of 30 days need cycles in months or years: \"{cycle}\" is in days or weeks."},

    Wording{question_unknown, "question.unknown", "\"{found}\" is not a question: {allowed}."},
    Wording{question_mismatch, "question.mismatch", "The request is for \"{found}\", but \"{asked}\" was asked."},
    Wording{plan_unknown, "plan.unknown", "There is no plan \"{id}\" in this catalog."},
    Wording{cycle_unknown, "cycle.unknown", "There is no cycle \"{id}\" in this catalog."},
    Wording{addon_unknown, "addon.unknown", "There is no add-on \"{id}\" in this catalog."},
    Wording{discount_unknown, "discount.unknown", "There is no discount \"{id}\" in this catalog."},
    Wording{addon_twice, "addon.twice", "The add-on \"{addon}\" is named twice."},
    Wording{discount_twice, "discount.twice", "The discount \"{discount}\" is named twice."},
    Wording{period_order, "period.order", "The period must end after it starts."},
    Wording{period_too_long, "period.too_long", "The period is longer than one {cycle}, which only a trial may be."},
    Wording{anchor_day_off, "anchor_day.off",
            "Periods anchored on day {anchor_day} don't end on the day on which this period ends."},
    Wording{seats_in_use_above_seats, "seats_in_use.above_seats",
            "{in_use} seats are in use, but there are only {seats}."},
    Wording{cancels_on_before_end, "cancels_on.before_end",
            "The cancellation can't take effect before the period ends."},
    Wording{started_on_after_end, "started_on.after_end", "The subscription can't begin when its period has ended."},
    Wording{prices_of_after_end, "prices_of.after_end", "\"prices_of\" must be before the end of the period."},
    Wording{scheduled_on_before_end, "scheduled_on.before_end",
            "What is scheduled happens when a period ends, not before."},
    Wording{scheduled_on_alone, "scheduled_on.alone",
            "\"scheduled_on\" needs \"scheduled\": give both, or leave the date out."},
    Wording{terms_not_priced, "terms.not_priced", "{plan} has no price for {cycle}."},
    Wording{addon_not_priced, "addon.not_priced", "{addon} has no price for {cycle}."},
    Wording{at_before_period, "at.before_period", "The period began on {start}: choose that day or a later one."},
    Wording{at_after_period, "at.after_period",
            "The period ends on {end}: choose an earlier day, or renew the subscription first."},
    Wording{change_exclusive, "change.exclusive",
            "\"{member}\" and \"{beside}\" exclude each other: ask for one at a time."},
    Wording{change_not_true, "change.not_true", "\"{member}\" must be true, or left out."},
    Wording{first_period_end_order, "first_period_end.order", "The first period must end after it starts."},
    Wording{first_period_too_long, "first_period_end.too_late", "The first period would be longer than one {cycle}."},
    Wording{ends_on_order, "ends_on.order", "The subscription must end after it begins."},
    Wording{events_unsorted, "events.unsorted", "Events must be in the order of their dates."},
    Wording{event_before_period, "events.before_period", "The event is before the period, which begins on {start}."},
    Wording{event_after_until, "events.after_until", "The event is after {until}, the last day of the forecast."},
    Wording{forecast_too_long, "until.too_late",
            "The forecast would have more than {most} payments: choose an earlier last day."},
    Wording{sweep_order, "sweep.order", "The last day is before the first."},
    Wording{sweep_outside_period, "sweep.outside_period",
            "The day is outside the period: from {start} on, and before {end}."},
    Wording{sweep_too_long, "sweep.too_long", "A sweep may have at most {most} days."},

    Wording{amount_range, "amount.range", "An amount leaves the range of 64 bits: use smaller prices or fewer seats."},
    Wording{date_range, "date.range", "A date falls outside 1970-01-01 to 9999-12-31."},
    Wording{answer_too_large, "answer_too_large",
            "The answer would be larger than {limit} bytes: ask for a shorter stretch or fewer events at once, or "
            "split the "
            "catalog."},
    Wording{internal_books, "internal.books",
            "The books of this answer do not balance: please report it. Nothing was answered."},
    Wording{internal_memory, "internal.memory", "Memory ran out: ask for less at once."},
    Wording{internal_unexpected, "internal.unexpected",
            "Something unexpected went wrong: please report it. Nothing was answered."},
};
// clang-format on

constexpr bool rows_stand_in_order() {
  for (std::size_t i = 0; i < wordings.size(); ++i) {
    if (static_cast<std::size_t>(wordings[i].code) != i) return false;
  }
  return wordings.size() == static_cast<std::size_t>(FaultCode::count_);
}
static_assert(rows_stand_in_order());

const Wording& wording(FaultCode code) { return wordings[static_cast<std::size_t>(code)]; }

}  // namespace

std::string_view code_text(FaultCode code) { return wording(code).text; }
std::string sentence_of(const Fault& fault) { return fill_in(wording(fault.code).sentence, fault.facts); }
bool is_internal(FaultCode code) { return code >= internal_books; }

}  // namespace planshift
