// Choices as stories: a vendor with a mostly valid catalog, a prospect who takes some terms, and then one change after
// the other, each on what the last one left. Every answer's books are added up again, and every `after` must be a
// subscription that the engine takes.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/calendar/instant.hpp"
#include "planshift/engine.hpp"
#include "tests/hostile/fuzz/answer_check.hpp"
#include "tests/hostile/fuzz/books.hpp"
#include "tests/hostile/fuzz/demand.hpp"
#include "tests/hostile/fuzz/vendor.hpp"

namespace {

using planshift::Engine;
using planshift::Instant;

// Days that have been trouble somewhere: ends of months, leap days, the ends of the calendar.
constexpr std::array<std::string_view, 10> days = {"2026-03-01", "2026-01-31", "2024-02-29", "2027-02-28", "2026-12-31",
                                                   "2026-01-29", "1970-01-01", "9999-01-31", "9998-12-31", "2000-02-29"};

std::string as_document(const Json& value) {
  std::string out;
  switch (value.kind) {
    case Json::Kind::null: return "null";
    case Json::Kind::truth: return "true";
    case Json::Kind::falsehood: return "false";
    case Json::Kind::number: return value.text;
    case Json::Kind::text: return '"' + value.text + '"';  // nothing here needs escaping
    case Json::Kind::list:
      for (const Json& each : value.items) out += (out.empty() ? "" : ",") + as_document(each);
      return '[' + out + ']';
    case Json::Kind::object:
      for (std::size_t i = 0; i < value.names.size(); ++i) {
        out += (out.empty() ? "\"" : ",\"") + value.names[i] + "\":" + as_document(value.items[i]);
      }
      return '{' + out + '}';
  }
  return out;
}

class Story {
 public:
  Story(const Vendor& vendor, Engine& engine, Choices& choices) : vendor_(vendor), engine_(engine), choices_(choices) {}

  void tell() {
    if (!subscribe()) return;
    for (int chapter = 0; chapter < 6 && !choices_.empty(); ++chapter) {
      if (!change()) return;
    }
  }

 private:
  // Asks, and demands what must hold of any answer.
  Json ask(std::string_view question, const std::string& request) {
    const std::string_view answer = engine_.answer(question, request).text;
    Json out = checked_answer(answer);
    text_ = std::string(answer);
    if (!out.has("error")) check_books(vendor_, out, context(request));
    return out;
  }

  std::string context(const std::string& request) const {
    return vendor_.catalog + "\n" + request + "\n" + text_;
  }

  bool subscribe() {
    const std::string terms = choose_terms(vendor_, choices_);
    const std::string at(choices_.of(days));
    std::string request = R"({"at":")" + at + R"(","terms":{)" + terms + R"(},"discounts":)" +
                          choose_discounts(vendor_, choices_) + '}';
    const Json quote = ask("quote", request);
    if (!quote.has("first_payment")) return false;
    start_ = quote["period"]["start"].text;
    end_ = quote["period"]["end"].text;
    subscription_ = '{' + terms + R"(,"period":)" + as_document(quote["period"]) + R"(,"discounts":)" +
                    choose_discounts(vendor_, choices_);
    if (choices_.once_in(4)) subscription_ += R"(,"paid":)" + choose_amount(vendor_.decimals, choices_);
    if (choices_.once_in(4)) subscription_ += R"(,"balance":)" + choose_amount(vendor_.decimals, choices_);
    if (choices_.once_in(8)) subscription_ += R"(,"trial":true)";
    if (choices_.once_in(8)) subscription_ += R"(,"credits_left":7)";
    if (choices_.once_in(8)) subscription_ += R"(,"seats_in_use":1)";
    if (choices_.once_in(8)) {
      subscription_ += R"(,"pending":[{"label":"Set-up","amount":)" + choose_amount(vendor_.decimals, choices_) + "}]";
    }
    subscription_ += '}';
    return true;
  }

  // A day of the running period.
  std::string choose_day() {
    const auto read = [](const std::string& text) {
      const auto date = planshift::Date::parse(std::string_view(text).substr(0, 10));
      demand(date.has_value(), "a period's date is a date", text);
      return date->days();
    };
    const std::int32_t length = read(end_) - read(start_);
    if (length <= 0) return start_;
    const std::int32_t into = choices_.once_in(4) ? length - 1 : static_cast<std::int32_t>(choices_.wide(length));
    if (into == 0) return start_;
    std::string out = planshift::Date::of_days(read(start_) + into).text();
    if (vendor_.tells_seconds && choices_.once_in(2) && into + 1 < length) out += "T23:59:59Z";
    return out;
  }

  // Asks for a change, and goes on with what it leaves; false where the story ends.
  bool change() {
    const std::string at = choose_day();
    const std::string asked = choose_change(vendor_, choices_);
    const std::string role = choices_.once_in(2) ? R"("role":"owner",)" : "";
    const std::string who = '{' + role + R"("subscription":)" + subscription_;
    const std::string request = who + R"(,"at":")" + at + R"(","change":)" + asked + '}';
    ask_aside(who, at, asked);

    const Json answer = ask("preview", request);
    if (answer.has("error")) return false;
    if (!answer.has("after")) return true;  // refused: another change is asked for
    const Json& after = answer["after"];
    if (after.kind == Json::Kind::null) return false;
    const Json before = read_json(subscription_);
    if (before.has("paid") && !before.has("trial")) check_given_back(vendor_, answer, before, context(request));
    subscription_ = as_document(after);
    start_ = at;
    end_ = after["period"]["end"].text;
    const std::string again = R"({"subscription":)" + subscription_ + R"(,"at":")" + at + R"(","change":{}})";
    const Json nothing = ask("preview", again);
    demand(nothing["allowed"].kind == Json::Kind::falsehood, "what follows is a subscription that nothing changes",
           context(again));
    return true;
  }

  // The other questions about the same change.
  void ask_aside(const std::string& who, const std::string& at, const std::string& asked) {
    switch (choices_.below(8)) {
      case 1: static_cast<void>(ask("eligibility", who + R"(,"at":")" + at + "\"}")); return;
      case 2: {
        const std::string days_of = R"(,"from":")" + start_ + R"(","to":")" + at + "\"}";
        static_cast<void>(ask("sweep", who + R"(,"change":)" + asked + days_of));
        return;
      }
      case 3: {
        const std::string until = at.substr(0, 4) < "9990" ? std::to_string(std::stoi(at.substr(0, 4)) + 3) : "9999";
        const std::string event = R"({"at":")" + at + R"(","role":"owner","change":)" + asked + '}';
        static_cast<void>(ask("forecast", R"({"subscription":)" + subscription_ + R"(,"events":[)" + event +
                                              R"(],"until":")" + until + "-12-31\"}"));
        return;
      }
      default: return;
    }
  }

  const Vendor& vendor_;
  Engine& engine_;
  Choices& choices_;
  std::string subscription_;
  std::string start_;  // the first day on which the next change may be asked for
  std::string end_;
  std::string text_;  // of the last answer
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  const Vendor vendor = choose_vendor(choices);
  const auto opened = Engine::open(vendor.catalog);
  if (!opened.engine) {
    static_cast<void>(checked_answer(opened.error));
    return 0;
  }
  Story(vendor, *opened.engine, choices).tell();
  return 0;
}
