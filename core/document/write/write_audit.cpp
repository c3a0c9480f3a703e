#include <array>
#include <string>

#include "core/document/spelling.hpp"
#include "core/document/wording/answer_wording.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/document/write/write_answer.hpp"
#include "core/document/write/write_parts.hpp"

namespace planshift {

template <>
struct Spelling<PumpKind> {
  static constexpr std::array<std::string_view, 3> texts{"more_back_than_paid", "held_for_less", "free_credits"};
};

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 3> pump_sentences = {
    "Beginning with {start}, {steps} changes give back {amount} {currency} more than was paid.",
    "Beginning with {start}, {steps} changes hold {terms} until {until} for {cost} {currency}: the cheapest direct way "
    "costs {direct} {currency}.",
    "Beginning with {start}, {steps} changes that lead back to it cost nothing and grant {credits} {name} once more.",
};

// What no history begins with.
constexpr std::array<std::string_view, 4> not_searched = {"discounts", "trial", "balance", "pending"};

class AuditDocument {
 public:
  AuditDocument(DocumentWriter& out, const Catalog& catalog) : out_(out), catalog_(catalog) {}

  void pump(const Pump& pump) {
    out_.open_object();
    out_.member("kind", spell(pump.kind));
    out_.member("amount", pump.amount);
    if (pump.kind == PumpKind::free_credits) out_.member("credits", pump.credits);
    out_.member("message", fill_in(pump_sentences[static_cast<std::size_t>(pump.kind)], facts_of(pump)));
    course(pump.course);
    if (pump.direct) {
      out_.key("direct");
      out_.open_object();
      course(*pump.direct);
      out_.close_object();
    } else {
      out_.member_null("direct");
    }
    out_.close_object();
  }

  void bounds(const AuditBounds& bounds) {
    out_.key("bounds");
    out_.open_object();
    out_.member("plans", count(bounds.plans));
    out_.member("cycles", count(bounds.cycles));
    out_.member("addons", count(bounds.addons));
    out_.key("seats");
    out_.open_list();
    for (const Seats seats : bounds.seats) out_.integer(seats);
    out_.close_list();
    out_.member("days", count(bounds.days));
    out_.member("depth", std::int64_t{AuditLimits::requests});
    out_.member("previews", count(bounds.previews));
    out_.member_boolean("exhausted_bounds", bounds.exhausted);
    out_.key("not_searched");
    out_.open_list();
    for (const std::string_view each : not_searched) out_.text(each);
    out_.close_list();
    out_.member("message", sentence_of(bounds));
    out_.close_object();
  }

 private:
  static std::int64_t count(std::size_t value) { return static_cast<std::int64_t>(value); }

  std::string words(Money value) const {
    return printed([&](DocumentWriter& to) { to.money(value); });
  }
  std::string words(Instant value) const {
    return printed([&](DocumentWriter& to) { to.moment(value); });
  }

  // As the document prints it, without the quotes.
  template <class Print>
  std::string printed(Print print) const {
    TextBuffer text;
    DocumentWriter to(text, format_of(catalog_));
    print(to);
    return std::string(text.text().substr(1, text.text().size() - 2));
  }

  // "Advanced, 2 licenses, 30-day billing cycle"
  std::string words(const Terms& terms) const {
    Line line;
    line.cycle = terms.cycle;
    line.plan = terms.plan;
    line.seats = terms.seats;
    std::string text = label_of(catalog_, line);
    for (const AddonSeats& each : terms.addons) text.append(" + ").append(catalog_[each.addon].name);
    return text;
  }

  Facts facts_of(const Pump& pump) const {
    const Course& course = pump.course;
    const auto& credits = catalog_[course.start.terms.plan].credits;
    return {{"steps", course.steps.size()},
            {"start", words(course.start.terms)},
            {"terms", words(course.held)},
            {"until", words(course.until)},
            {"amount", words(pump.amount)},
            {"cost", words(course.cost)},
            {"currency", catalog_.currency.code},
            {"direct", words(pump.direct ? pump.direct->cost : Money())},
            {"credits", pump.credits},
            {"name", credits ? credits->name : std::string_view()}};
  }

  void course(const Course& course) {
    out_.key("start");
    out_.open_object();
    write_terms_members(out_, catalog_, course.start.terms);
    write_period_member(out_, course.start.period);
    if (!catalog_[course.start.terms.cycle].length.is_in_days()) {
      out_.member("anchor_day", std::int64_t{course.start.anchor_day});
    }
    out_.member("paid", course.start.paid);
    if (course.start.credits_left) out_.member("credits_left", *course.start.credits_left);
    out_.close_object();
    out_.member("first_payment", course.first_payment);
    out_.key("steps");
    out_.open_list();
    for (const AuditStep& each : course.steps) step(each);
    out_.close_list();
    out_.key("renewals");
    out_.open_list();
    for (const AuditRenewal& each : course.renewals) renewal(each);
    out_.close_list();
    out_.member("cost", course.cost);
    out_.member("until", course.until);
  }

  void step(const AuditStep& step) {
    out_.open_object();
    out_.member("at", step.asked.at);
    if (step.asked.role) out_.member("role", *step.asked.role);
    change(step.asked.change);
    out_.member("charged", step.totals.charged);
    out_.member("refunded", step.totals.refunded);
    out_.member("to_balance", step.totals.to_balance);
    out_.member("from_balance", step.totals.from_balance);
    out_.member("message", sentence_of(step));
    out_.close_object();
  }

  void renewal(const AuditRenewal& renewal) {
    out_.open_object();
    out_.member("at", renewal.at);
    write_due_members(out_, renewal.totals);
    out_.close_object();
  }

  void change(const Change& change) {
    out_.key("change");
    out_.open_object();
    if (change.kind == ChangeKind::cancel) out_.member_boolean("cancel", true);
    if (change.kind == ChangeKind::resume) out_.member_boolean("resume", true);
    const PartialTerms& terms = change.terms;
    if (terms.plan) out_.member("plan", catalog_[*terms.plan].id);
    if (terms.seats) out_.member("seats", std::int64_t{*terms.seats});
    if (terms.cycle) out_.member("cycle", catalog_[*terms.cycle].id);
    if (terms.addons) addons(*terms.addons);
    if (change.timing) out_.member("timing", spell(*change.timing));
    out_.close_object();
  }

  void addons(const std::vector<AddonSeats>& list) {
    out_.key("addons");
    out_.open_list();
    for (const AddonSeats& each : list) {
      out_.open_object();
      out_.member("id", catalog_[each.addon].id);
      out_.member("seats", std::int64_t{each.seats});
      out_.close_object();
    }
    out_.close_list();
  }

  // "2026-01-31: Advanced, 3 licenses; 30.00 charged"
  std::string sentence_of(const AuditStep& step) const {
    std::string text = words(step.asked.at) + ": ";
    const Change& change = step.asked.change;
    if (change.kind == ChangeKind::cancel) text += "cancel";
    if (change.kind == ChangeKind::resume) text += "take it back";
    std::string_view comma;
    const auto part = [&](std::string_view words) {
      text += comma;
      text += words;
      comma = ", ";
    };
    const PartialTerms& terms = change.terms;
    if (terms.plan) part(catalog_[*terms.plan].name);
    if (terms.seats) {
      const SeatName& name = catalog_.seat_name;
      part(std::to_string(*terms.seats).append(" ").append(*terms.seats == 1 ? name.one : name.other));
    }
    if (terms.cycle) part(catalog_[*terms.cycle].name);
    if (terms.addons && terms.addons->empty()) part("no add-on");
    if (terms.addons && !terms.addons->empty())
      part(std::string("+ ").append(catalog_[terms.addons->front().addon].name));
    if (step.when == Timing::period_end) text += ", from the period's end";
    amount(text, step.totals.charged, "charged");
    amount(text, step.totals.refunded, "refunded");
    amount(text, step.totals.to_balance, "to the balance");
    amount(text, step.totals.from_balance, "from the balance");
    return text;
  }

  void amount(std::string& text, Money value, std::string_view what) const {
    if (value.is_zero()) return;
    text += "; " + words(value) + " ";
    text += what;
  }

  static std::string sentence_of(const AuditBounds& bounds) {
    std::string text = fill_in(
        "Searched sets of a few terms each (plans: {plans}, cycles: {cycles}, numbers of seats: {seats}, add-ons: "
        "{addons}): at most {depth} changes, on at most {days} of {moments} days of each period, over one renewal. "
        "Not searched: subscriptions that begin with discounts, a trial, a balance or pending lines.",
        {{"plans", bounds.plans},
         {"cycles", bounds.cycles},
         {"seats", bounds.seats.size()},
         {"addons", bounds.addons},
         {"depth", AuditLimits::requests},
         {"days", AuditLimits::days},
         {"moments", bounds.days}});
    if (!bounds.exhausted) text += " The search stopped at its limit: there may be more to find.";
    return text;
  }

  DocumentWriter& out_;
  const Catalog& catalog_;
};

}  // namespace

void write_audit_members(DocumentWriter& out, const Catalog& catalog, const Audit& audit) {
  write_head_members(out, catalog, "planshift-audit/1");
  AuditDocument document(out, catalog);
  out.key("pumps");
  out.open_list();
  for (const Pump& pump : audit.pumps) document.pump(pump);
  out.close_list();
  document.bounds(audit.bounds);
}

}  // namespace planshift
