// Values in a document: each kind of value, each way in which it can be wrong. Most stand in a catalog here, since a
// catalog holds every kind.
#include "core/document/read/reader.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::ask;
using test::catalog_faults;

TEST_CASE("a value of another kind: the fault says what was expected and what was found", "[document][reader]") {
  CHECK(catalog_faults(R"({"name":5})") == "value.type@/name");
  CHECK(catalog_faults(R"({"plans":{},"addons":null})") == "value.type@/plans");
  CHECK(catalog_faults(R"({"policy":{"rules":[]}})") == "value.type@/policy/rules");
  const auto message = [](std::string_view value) {
    return test::Answer(check_catalog(test::catalog_text(R"({"seat_name":)" + std::string(value) + "}")).text)["/error/message"];
  };
  CHECK(message("5") == "Expected an object, found a whole number.");
  CHECK(message("5.5") == "Expected an object, found a number.");
  CHECK(message("\"x\"") == "Expected an object, found a string.");
  CHECK(message("true") == "Expected an object, found true or false.");
  CHECK(message("[]") == "Expected an object, found a list.");
}

TEST_CASE("a number where a decimal is written as text: the fault shows how to write it", "[document][reader]") {
  const auto message = [](std::string_view with) {
    return test::Answer(check_catalog(test::catalog_text(with)).text)["/error/message"];
  };
  const std::string plan = R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"per_seat":4}}}])";
  CHECK(message(plan + "}") == R"(Expected a string like "4.00", found a whole number.)");
  CHECK(message(plan + R"(,"currency":"JPY"})") == R"(Expected a string like "4", found a whole number.)");
  CHECK(message(R"({"tax":{"name":"VAT","percent":8.875}})") == R"(Expected a string like "8.875", found a number.)");
  CHECK(message(R"({"plans":[{"id":"basic","rank":1,"prices":{"monthly":{"flat":null}}}]})") ==
        R"(Expected a string like "4.00", found null: leave the member out, or give it a value.)");
}

TEST_CASE("null means nothing but where the contract says so", "[document][reader]") {
  CHECK(ask(R"({"subscription":{"plan":"basic"},"role":7,"change":{"seats":4}})").faults() == "value.type@/role");
  const auto with = [](std::string_view member) {
    return test::answer_to("preview", R"({"at":"2026-11-16","subscription":{"plan":"basic","cycle":"monthly","seats":3,
        "period":{"start":"2026-11-01","end":"2026-12-01"},)" + std::string(member) + R"(},"change":{"seats":4}})").faults();
  };
  CHECK(with(R"("scheduled":null,"cancels_on":null,"credits_left":null)") == "absent");
  for (const char* member : {"seats_in_use", "addons", "anchor_day", "paid", "balance", "trial", "discounts", "pending"}) {
    CHECK(with("\"" + std::string(member) + "\":null") == "value.null@/subscription/" + std::string(member));
  }
}

TEST_CASE("whole numbers are written without a point and in their range", "[document][reader]") {
  const auto seats = [](std::string_view value) { return ask(R"({"change":{"seats":)" + std::string(value) + "}}").faults(); };
  CHECK(seats("1000000") == "absent");
  CHECK(seats("1") == "absent");
  CHECK(seats("1000001") == "value.integer_range@/change/seats");
  CHECK(seats("0") == "value.integer_range@/change/seats");
  CHECK(seats("-1") == "value.integer_range@/change/seats");
  CHECK(seats("3.0") == "value.not_integer@/change/seats");
  CHECK(seats("1e3") == "value.not_integer@/change/seats");
  CHECK(seats("9223372036854775808") == "value.not_integer@/change/seats");
  CHECK(seats("\"3\"") == "value.type@/change/seats");
}

TEST_CASE("texts are of a length, and without control characters", "[document][reader]") {
  const auto name = [](const std::string& text) { return catalog_faults(R"({"name":")" + text + "\"}"); };
  CHECK(name(std::string(200, 'x')) == "absent");
  CHECK(name(std::string(201, 'x')) == "value.text_length@/name");
  CHECK(name("") == "value.text_length@/name");
  CHECK(name("a\\nb") == "value.control_character@/name");
  CHECK(name("a\\u007f") == "value.control_character@/name");
  const auto reason = [](const std::string& text) { return ask(R"({"change":{"cancel":true,"reason":")" + text + "\"}}").faults(); };
  CHECK(reason("") == "absent");
  CHECK(reason(std::string(2000, 'x')) == "absent");
  CHECK(reason(std::string(2001, 'x')) == "value.text_length@/change/reason");
}

TEST_CASE("ids, choices, percentages and lengths", "[document][reader]") {
  CHECK(catalog_faults(R"({"id":"Sample"})") == "value.id@/id");
  CHECK(catalog_faults(R"({"policy":{"mixed":"apart"}})") == "value.choice@/policy/mixed");
  CHECK(catalog_faults(R"({"policy":{"mixed":1}})") == "value.type@/policy/mixed");
  CHECK(catalog_faults(R"({"tax":{"percent":"101"}})") == "value.percent@/tax/percent");
  CHECK(catalog_faults(R"({"tax":{"percent":10}})") == "value.type@/tax/percent");
  CHECK(catalog_faults(R"({"cycles":[{"id":"monthly","length":"1 month"},{"id":"yearly","length":"P1Y"}]})") == "value.length@/cycles/0/length");
  CHECK(catalog_faults(R"({"policy":{"rules":{"cancel":{"notice":"P0W"}}}})") == "value.length@/policy/rules/cancel/notice");
  CHECK(catalog_faults(R"({"policy":{"rules":{"cancel":{"notice":0}}}})") == "value.type@/policy/rules/cancel/notice");
}

TEST_CASE("money is text, not negative, in the currency's decimals and in 64 bits", "[document][reader]") {
  const auto paid = [](std::string_view value) { return ask(R"({"subscription":{"paid":)" + std::string(value) + R"(},"change":{"seats":4}})").faults(); };
  CHECK(paid("\"30\"") == "absent");
  CHECK(paid("30") == "value.type@/subscription/paid");
  CHECK(paid("\"30,00\"") == "value.money@/subscription/paid");
  CHECK(paid("\"30.000\"") == "value.money_decimals@/subscription/paid");
  CHECK(paid("\"-0.01\"") == "value.money_negative@/subscription/paid");
  CHECK(paid("\"-0.00\"") == "value.money_negative@/subscription/paid");
  CHECK(paid("\"92233720368547758.08\"") == "value.money_range@/subscription/paid");
  CHECK(ask(R"({"subscription":{"pending":[{"label":"Credit","amount":"-3.00"}]},"change":{"seats":4}})").faults() == "absent");
}

TEST_CASE("dates, and instants where the vendor counts in seconds", "[document][reader]") {
  const auto at = [](std::string_view value, std::string_view catalog = "{}") {
    return ask(R"({"at":")" + std::string(value) + R"(","change":{"seats":4}})", catalog).faults();
  };
  const std::string_view seconds = R"({"policy":{"proration":{"unit":"second","change_day":null}}})";
  CHECK(at("2026-11-16") == "absent");
  CHECK(at("2026-11-31") == "value.date@/at");
  CHECK(at("2026-11-16T12:00:00Z") == "value.instant_not_allowed@/at");
  CHECK(at("2026-11-16T12:00:00Z", seconds) == "absent");
  CHECK(at("2026-11-16", seconds) == "absent");
  CHECK(at("2026-11-16T12:00Z", seconds) == "value.instant@/at");
}

TEST_CASE("unknown members are refused by name, extensions are not read", "[document][reader]") {
  CHECK(catalog_faults(R"({"polciy":{}})") == "member.unknown@/polciy");
  CHECK(catalog_faults(R"({"$schema":"https://x","x-note":{"a":null}})") == "absent");
  CHECK(catalog_faults(R"({"x":1})") == "member.unknown@/x");
  CHECK(catalog_faults(R"({"policy":{"rules":{"upgrade":{"x-why":"because","wen":"now"}}}})") == "member.unknown@/policy/rules/upgrade/wen");
  CHECK(ask(R"({"x-a":1,"subscription":{"x-b":1},"change":{"seats":4,"x-c":[]}})").faults() == "absent");
}

TEST_CASE("members that must be there", "[document][reader]") {
  CHECK(catalog_faults(R"({"format":null,"id":null,"currency":null,"cycles":null,"plans":null,"addons":null,"policy":null})") ==
        "member.missing@; member.missing@; member.missing@; member.missing@; member.missing@; member.missing@");
  CHECK(test::answer_to("preview", "{}").faults() == "member.missing@; member.missing@; member.missing@");
  CHECK(test::answer_to("preview", R"({"at":"2026-11-16","subscription":{},"change":{}})").faults() ==
        "member.missing@/subscription; member.missing@/subscription; member.missing@/subscription; member.missing@/subscription");
}

TEST_CASE("lists are not endless", "[document][reader]") {
  std::string discounts = "\"x\"";
  for (int i = 0; i < 1'000; ++i) discounts += ",\"x\"";
  CHECK(ask(R"({"change":{"discounts":[)" + discounts + "]}}").faults() == "value.list_long@/change/discounts");
  CHECK(catalog_faults(R"({"plans":[],"addons":null})") == "value.list_empty@/plans");
  CHECK(catalog_faults(R"({"cycles":[],"plans":[{"id":"basic","rank":1,"prices":{}}],"addons":null})") == "value.list_empty@/cycles");
}

TEST_CASE("what is shown of a long text is its beginning", "[document][reader]") {
  const test::Answer answer = ask(R"({"subscription":{"plan":")" + std::string(500, 'X') + R"("},"change":{"seats":4}})");
  CHECK(answer["/error/facts/found"].size() == 79 + 3);  // 79 characters and an ellipsis
}

}  // namespace
}  // namespace planshift
