#include "core/document/wording/answer_wording.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/document/spelling.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;

std::string label(std::string_view request, std::string_view patch = "{}", std::string_view place = "/pay_today/lines/0") {
  return ask(request, patch)[std::string(place) + "/label"];
}

TEST_CASE("a line says what it is for", "[document][answer_wording]") {
  const std::string_view up = R"({"change":{"plan":"team"}})";
  CHECK(label(up) == "Unused time on Basic, 3 seats: 15 of 30 days");
  CHECK(label(up, "{}", "/pay_today/lines/1") == "Team, 3 seats: 15 of 30 days");
  CHECK(label(up, "{}", "/next_payment/lines/0") == "Team, 3 seats, monthly");
  CHECK(label(up, R"({"policy":{"rules":{"upgrade":{"lines":"net"}}}})") == "Difference to Team, 3 seats: 15 of 30 days");
  CHECK(label(R"({"subscription":{"seats":1},"change":{"plan":"team"}})", R"({"seat_name":{"one":"license","other":"licenses"}})") ==
        "Unused time on Basic, 1 license: 15 of 30 days");
  CHECK(label(R"({"subscription":{"plan":"team"},"change":{"addons":[{"id":"pi","seats":2}]}})") == "Personal injury, 2 seats: 15 of 30 days");
  CHECK(label(R"({"subscription":{"plan":"team","addons":[{"id":"pi"}]},"change":{"addons":[]}})") ==
        "Unused time on Personal injury, 1 seat: 15 of 30 days");
  CHECK(label(R"({"subscription":{"plan":"team","addons":[{"id":"pi"}]},"change":{"addons":[]}})",
              R"({"policy":{"rules":{"remove_addon":{"lines":"net"}}}})") == "Difference to Personal injury: 15 of 30 days");
  CHECK(label(up, R"({"policy":{"proration":{"unit":"second","change_day":null}}})") ==
        "Unused time on Basic, 3 seats: 1296000 of 2592000 seconds");
}

TEST_CASE("discounts, caps and taxes say their share", "[document][answer_wording]") {
  const std::string_view all = R"({"subscription":{"discounts":["charity","five-off"]},"change":{"cycle":"yearly"}})";
  const std::string_view taxed = R"({"tax":{"name":"VAT","percent":"8.875"}})";
  CHECK(label(all, taxed, "/pay_today/lines/2") == "charity (12.5% off)");
  CHECK(label(all, taxed, "/pay_today/lines/3") == "five-off");
  CHECK(label(all, taxed, "/pay_today/lines/4") == "VAT 8.875%");
  CHECK(label(all, R"({"tax":{"name":"VAT","percent":"25","inclusive":true}})", "/pay_today/lines/4") == "VAT 25%, included");
  CHECK(label(R"({"subscription":{"plan":"team","paid":"0"},"change":{"plan":"basic"}})", "{}", "/pay_today/lines/2") ==
        "Limited to what was paid for the unused time");
}

TEST_CASE("a label is never longer than a request's may be", "[document][answer_wording]") {
  const std::string name(200, 'N');
  const std::string text = label(R"({"change":{"seats":4}})", R"({"plans":[{"id":"basic","name":")" + name +
                                 R"(","rank":1,"prices":{"monthly":{"flat":"1.00","per_seat":"1.00"}}}],"addons":null})");
  CHECK(text.size() == 199 + 3);
  CHECK(text.substr(0, 15) == "Unused time on ");
}

TEST_CASE("every reason, notice and warning has a sentence of its own", "[document][answer_wording]") {
  std::vector<std::string> sentences;
  for (std::size_t i = 0; i < static_cast<std::size_t>(ReasonCode::count_); ++i) {
    sentences.push_back(sentence_of(Reason{static_cast<ReasonCode>(i), std::nullopt, {}}));
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(NoticeCode::count_); ++i) {
    sentences.push_back(sentence_of(Notice{static_cast<NoticeCode>(i), {}}));
  }
  for (std::size_t i = 0; i < Spelling<WarningCode>::texts.size(); ++i) {
    sentences.push_back(sentence_of(Warning{static_cast<WarningCode>(i), "", {}}));
  }
  for (const std::string& sentence : sentences) {
    CHECK(sentence.size() > 10);
    CHECK(sentence.back() == '.');
  }
  std::sort(sentences.begin(), sentences.end());
  CHECK(std::unique(sentences.begin(), sentences.end()) == sentences.end());
}

TEST_CASE("sentences are filled with their facts", "[document][answer_wording]") {
  CHECK(ask(R"({"subscription":{"seats_in_use":3},"change":{"seats":2}})")["/reasons/0/message"] ==
        "3 seats are in use: free some before going down to 2.");
  CHECK(ask(R"({"subscription":{"balance":"5.00"},"change":{"cancel":true}})")["/notices/0/message"] ==
        "5.00 USD are left on the balance when the subscription ends.");
}

}  // namespace
}  // namespace planshift
