#include "core/document/wording/answer_wording.hpp"

#include <array>

#include "core/document/read/reader.hpp"
#include "core/document/spelling.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/text/utf8.hpp"

namespace planshift {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, static_cast<std::size_t>(ReasonCode::count_)> reason_sentences = {
    "This vendor does not offer this change ({movement}).",
    "Only these roles may do this: {roles}.",
    "This change ({movement}) can't be made at that time ({timing}).",
    "{plan} is no longer offered.",
    "{plan} is not sold on {cycle}: choose another cycle.",
    "{plan} needs at least {minimum} seats; this would leave {seats}.",
    "{plan} allows at most {maximum} seats; this would make {seats}.",
    "{in_use} seats are in use: free some before going down to {seats}.",
    "Not sold on {cycle}: {addons}.",
    "Not sold with {plan}: {addons}.",
    "The subscription is set to end on {cancels_on}: resume it first.",
    "Something else is set to change at the period's end, and this would begin a new period before it: take that back, "
    "or name it in this change.",
    "Discounts can't change together with this: change them on their own.",
    "The subscription has ended.",
    "This changes nothing.",
    "There is nothing to take back.",
};

constexpr std::array<std::string_view, static_cast<std::size_t>(NoticeCode::count_)> notice_sentences = {
    "Part of this change waits for the period's end, so the parts that would begin a new period wait too.",
    "What was set to change at the period's end is replaced.",
    "{amount} {currency} are left on the balance when the subscription ends.",
};

constexpr std::array<std::string_view, 5> warning_sentences = {
    "{plan} has no price on any cycle, so it can't be chosen.",
    "{movement} can occur, but has no rule, and so is never allowed.",
    "{plan} ranks above {other} but costs less on {cycle}.",
    "The source \"{source}\" is never cited.",
    "{movement} forfeits on \"{cycle}\" what is paid for the rest of the period, and charges the same days again.",
};

template <class Code>
std::string_view of(const auto& sentences, Code code) {
  return sentences[static_cast<std::size_t>(code)];
}

void append_count(std::string& out, std::int64_t count, std::string_view one, std::string_view other) {
  out += std::to_string(count);
  out += ' ';
  out += count == 1 ? one : other;
}

// "Essentials, 3 licenses", or the add-on's.
void append_item(std::string& out, const Catalog& catalog, const Line& line) {
  out += line.addon ? catalog[*line.addon].name : catalog[*line.plan].name;
  if (line.seats == 0) return;
  out += ", ";
  append_count(out, line.seats, catalog.seat_name.one, catalog.seat_name.other);
}

// "day", "second" or "minute".
std::string name_of(ProrationUnit unit) {
  return std::string(unit == ProrationUnit::day30 ? spell(ProrationUnit::day) : spell(unit));
}

void append_share(std::string& out, const LineProration& proration, ProrationUnit unit) {
  const std::string one = name_of(unit);
  out += ": ";
  out += std::to_string(proration.share.remaining);
  out += " of ";
  append_count(out, proration.share.of, one, one + "s");
}

void append_discount(std::string& out, const Discount& discount) {
  out += discount.name;
  if (!discount.percent) return;
  out += " (";
  out += discount.percent->text();
  out += "% off)";
}

void append_tax(std::string& out, const Tax& tax) {
  out += tax.name;
  out += ' ';
  out += tax.percent.text();
  out += tax.inclusive ? "%, included" : "%";
}

}  // namespace

std::string sentence_of(const Reason& reason) { return fill_in(of(reason_sentences, reason.code), reason.facts); }
std::string sentence_of(const Notice& notice) { return fill_in(of(notice_sentences, notice.code), notice.facts); }
std::string sentence_of(const Warning& warning) { return fill_in(of(warning_sentences, warning.code), warning.facts); }

std::string label_of(const Catalog& catalog, const Line& line) {
  std::string out;
  switch (line.kind == LineKind::pending ? line.origin : line.kind) {
    case LineKind::pending: out = line.label; break;
    case LineKind::discount: append_discount(out, catalog[*line.discount]); break;
    case LineKind::cap: out = "Limited to what was paid for the unused time"; break;
    case LineKind::tax: append_tax(out, *catalog.tax); break;
    case LineKind::full:
      append_item(out, catalog, line);
      out += ", ";
      out += catalog[line.cycle].name;
      break;
    case LineKind::unused:
      out = "Unused time on ";
      append_item(out, catalog, line);
      break;
    case LineKind::net:
      out = "Difference to ";
      append_item(out, catalog, line);
      break;
    case LineKind::charge: append_item(out, catalog, line); break;
    case LineKind::used:
      out = "Used time of ";
      append_item(out, catalog, line);
      out += ": ";
      append_count(out, line.periods, "period", "periods");
      out += " of ";
      out += catalog[line.cycle].name;
      break;
    case LineKind::fee: out = "Fee for ending early"; break;
    case LineKind::once:
      out = "Once for ";
      append_item(out, catalog, line);
      break;
  }
  if (line.proration) append_share(out, *line.proration, catalog.policy.proration.unit);
  clip(out, longest_name);
  return out;
}

}  // namespace planshift
