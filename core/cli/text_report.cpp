#include "core/cli/text_report.hpp"

#include <utility>

#include "core/json/json_value.hpp"
#include "core/text/utf8.hpp"

namespace planshift {
namespace {

constexpr std::size_t label_width = 64;
constexpr std::size_t amount_width = 16;

std::string_view text(JsonValue object, std::string_view name) {
  const JsonValue value = object.member(name);
  return value.kind() == JsonKind::text ? value.text() : std::string_view();
}

bool is_true(JsonValue value) { return value.kind() == JsonKind::boolean && value.integer() != 0; }

bool is_zero(std::string_view amount) { return amount.find_first_of("123456789") == std::string_view::npos; }

std::string joined(JsonValue list) {
  std::string out;
  for (JsonValue each : children_of(list)) {
    if (!out.empty()) out += ", ";
    out += each.text();
  }
  return out;
}

class Report {
 public:
  std::string of(JsonValue answer) {
    if (const JsonValue error = answer.member("error")) {
      faults(error);
      warnings(answer);
    } else if (text(answer, "format") == "planshift-check/1") {
      line("The catalog \"" + std::string(text(answer, "catalog")) + "\" is sound.");
      warnings(answer);
    } else {
      currency_ = text(answer, "currency");
      this->answer(answer);
    }
    return std::move(out_);
  }

 private:
  void line(std::string_view words) {
    out_ += words;
    out_ += '\n';
  }

  void heading(std::string_view words) {
    if (!out_.empty()) out_ += '\n';
    line(words);
  }

  // A label on the left, an amount on the right.
  void amount_row(std::string_view label, std::string_view amount) {
    out_ += "  ";
    out_ += label;
    const std::size_t used = characters(label) + amount.size();
    const std::size_t width = label_width + amount_width;
    out_.append(used < width ? width - used : 1, ' ');
    line(amount);
  }

  void amount_row_unless_zero(std::string_view label, std::string_view amount) {
    if (!amount.empty() && !is_zero(amount)) amount_row(label, amount);
  }

  void item(std::string_view words) { line("  - " + std::string(words)); }

  void faults(JsonValue error) {
    line("The " + std::string(text(error, "document")) + " is at fault:");
    for (JsonValue fault : children_of(error.member("all"))) {
      const std::string_view path = text(fault, "path");
      item(std::string(path.empty() ? "(the document)" : path) + ": " + std::string(text(fault, "message")) + " [" +
           std::string(text(fault, "code")) + "]");
    }
  }

  void warnings(JsonValue answer) {
    for (JsonValue each : children_of(answer.member("warnings"))) {
      item("Warning at " + std::string(text(each, "path")) + ": " + std::string(text(each, "message")));
    }
  }

  void reasons(JsonValue owner) {
    for (JsonValue each : children_of(owner.member("reasons"))) item(text(each, "message"));
  }

  void answer(JsonValue answer) {
    if (const JsonValue allowed = answer.member("allowed"); allowed && !is_true(allowed)) {
      line("This can't be done:");
      reasons(answer);
      return;
    }
    if (const JsonValue first = answer.member("first_payment")) payment("First payment on", first, "total");
    if (const JsonValue today = answer.member("pay_today")) pay_today(today, text(answer, "at"));
    if (answer.member("pay_today") || answer.member("first_payment")) next_payment(answer.member("next_payment"));
    amount_row_unless_zero("Paid time that is lost", text(answer, "forfeited"));
    balance(answer.member("balance"));
    credits(answer.member("credits"));
    movements(answer.member("movements"));
    alternatives(answer.member("alternatives"));
    options(answer.member("options"));
    payments(answer);
    days(answer.member("days"));
    pumps(answer);
    consequences(answer.member("consequences"));
    for (JsonValue each : children_of(answer.member("notices"))) item("Note: " + std::string(text(each, "message")));
  }

  void lines_of(JsonValue payment) {
    for (JsonValue each : children_of(payment.member("lines"))) {
      std::string label(text(each, "label"));
      if (text(each, "transaction") == "refund") label += " (refund)";
      amount_row(label, text(each, "amount"));
    }
  }

  void payment(std::string_view title, JsonValue payment, std::string_view due) {
    heading(std::string(title) + " " + std::string(text(payment, "date")) + ", " + std::string(currency_));
    lines_of(payment);
    amount_row_unless_zero("From the balance", text(payment, "from_balance"));
    amount_row_unless_zero("To the balance", text(payment, "to_balance"));
    amount_row("To pay", text(payment, due));
  }

  void pay_today(JsonValue today, std::string_view at) {
    heading("Today, " + std::string(at) + ", " + std::string(currency_));
    lines_of(today);
    amount_row_unless_zero("From the balance", text(today, "from_balance"));
    amount_row_unless_zero("To the balance", text(today, "to_balance"));
    amount_row_unless_zero("Refunded", text(today, "refunded"));
    const std::string_view charged = text(today, "charged");
    amount_row("To pay", is_zero(charged) ? "nothing" : charged);
  }

  void next_payment(JsonValue next) {
    if (next.kind() == JsonKind::object) {
      payment("Next payment on", next, "due");
    } else {
      heading("No next payment.");
    }
  }

  void balance(JsonValue balance) {
    if (is_zero(text(balance, "before")) && is_zero(text(balance, "after"))) return;
    amount_row("Balance afterwards", text(balance, "after"));
  }

  void credits(JsonValue credits) {
    if (credits.kind() != JsonKind::object) return;
    const std::string name(text(credits, "name"));
    item(std::to_string(credits.member("carried").integer()) + " " + name + " carried over, " +
         std::to_string(credits.member("granted").integer()) + " granted on " + std::string(text(credits, "on")));
  }

  void movements(JsonValue list) {
    for (JsonValue each : children_of(list)) {
      const std::string cite = joined(each.member("cite"));
      item(std::string(text(each, "kind")) + " on " + std::string(text(each, "on")) +
           (cite.empty() ? "" : " (source: " + cite + ")"));
    }
  }

  void alternatives(JsonValue list) {
    if (!list) return;
    heading("Cost for 365 days");
    for (JsonValue each : children_of(list)) {
      const std::string_view saving = text(each, "saving");
      std::string label(text(each, "cycle"));
      if (!is_zero(saving)) {
        const bool more = saving.front() == '-';
        label += more ? ", dearer by " : ", saves ";
        label += more ? saving.substr(1) : saving;
      }
      amount_row(label, text(each, "cost_per_365_days"));
    }
  }

  void options(JsonValue list) {
    for (JsonValue each : children_of(list)) {
      const std::string_view when = text(each, "when");
      line(std::string(text(each, "plan")) + ", " + std::string(text(each, "cycle")) + ": " +
           std::string(text(each, "verdict")) +
           (when.empty()    ? ""
            : when == "now" ? ", at once"
                            : ", from the period's end"));
      reasons(each);
    }
  }

  void payments(JsonValue answer) {
    const JsonValue list = answer.member("payments");
    if (!list) return;
    for (JsonValue each : children_of(list)) {
      const std::string_view due = text(each, "due");
      amount_row(text(each, "date"), due.empty() ? text(each, "charged") : due);
      amount_row_unless_zero("           refunded", text(each, "refunded"));
    }
    amount_row("In all, " + std::string(currency_), text(answer, "total"));
    for (JsonValue each : children_of(answer.member("refused"))) {
      line("Refused on " + std::string(text(each, "at")) + ":");
      reasons(each);
    }
    const std::string_view ends = text(answer, "ends");
    if (!ends.empty()) line("Ends on " + std::string(ends) + ".");
  }

  void days(JsonValue list) {
    for (JsonValue each : children_of(list)) {
      if (each.member("reasons")) {
        line(std::string(text(each, "at")) + ": not possible");
        continue;
      }
      std::string label(text(each, "at"));
      if (!is_zero(text(each, "refunded"))) label += ", refunded " + std::string(text(each, "refunded"));
      if (!is_zero(text(each, "forfeited"))) label += ", lost " + std::string(text(each, "forfeited"));
      amount_row(label, text(each, "charged"));
    }
  }

  void pumps(JsonValue answer) {
    const JsonValue list = answer.member("pumps");
    if (!list) return;
    if (list.children() == 0) line("No way was found to turn these rules into free money.");
    for (JsonValue each : children_of(list)) {
      heading(std::string(text(each, "message")));
      for (JsonValue step : children_of(each.member("steps"))) item(text(step, "message"));
    }
    line(text(answer.member("bounds"), "message"));
  }

  void consequences(JsonValue list) {
    if (!list || list.children() == 0) return;
    heading("What follows");
    for (JsonValue each : children_of(list)) {
      std::string words(text(each, "title"));
      const std::string_view date = text(each, "date");
      if (!date.empty()) {
        words += is_true(each.member("not_before")) ? ": not before " : ": ";
        words += date;
      }
      if (!text(each, "detail").empty()) words += ". " + std::string(text(each, "detail"));
      item(words);
    }
  }

  std::string out_;
  std::string_view currency_;
};

}  // namespace

std::string text_report(std::string_view answer_json) {
  JsonDocument document;
  Faults faults;
  if (!document.parse(answer_json, faults, answer_json.size())) return std::string(answer_json) + '\n';
  return Report().of(document.root());
}

}  // namespace planshift
