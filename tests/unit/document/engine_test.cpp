#include "planshift/engine.hpp"

#include <catch2/catch_test_macros.hpp>

#include "core/json/text_buffer.hpp"
#include "planshift/catalog_answers.hpp"
#include "tests/support/failing_memory.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

const std::string upgrade = R"({"at":"2026-11-16","subscription":)" + test::subscription_text() + R"(,"change":{"plan":"team"}})";

std::unique_ptr<Engine> engine() {
  Opened opened = Engine::open(test::catalog_text());
  REQUIRE(opened.engine);
  return std::move(opened.engine);
}

TEST_CASE("a catalog at fault opens no engine, and says why", "[document][engine]") {
  const Opened opened = Engine::open("{}");
  CHECK(!opened.engine);
  const test::Answer answer(opened.error);
  CHECK(answer["/error/document"] == "catalog");
  CHECK(answer["/error/code"] == "catalog.member.missing");
  CHECK(answer["/error/path"] == "");
  CHECK(answer["/error/all/0/code"] == "catalog.member.missing");
}

TEST_CASE("an engine survives every error: the next answer is that of a fresh one", "[document][engine]") {
  const auto used = engine();
  const std::string fresh(engine()->answer("preview", upgrade).text);
  for (const char* bad : {"", "{", "[]", "null", "{}", "\xFF", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", R"({"at":1})", R"({"id":"x","at":"2026-11-16"})"}) {
    CAPTURE(bad);
    CHECK(used->answer("preview", bad).is_error);
    CHECK(used->answer("nothing", bad).is_error);
    CHECK(used->answer("preview", upgrade).text == fresh);
  }
}

TEST_CASE("the request's id comes back first, in answers and in errors", "[document][engine]") {
  const auto with = [](std::string_view id, std::string_view change) {
    return test::ask(R"({"id":)" + std::string(id) + R"(,"change":)" + std::string(change) + "}").text();
  };
  CHECK(with("7", R"({"seats":4})").substr(0, 9) == R"({"id":7,")");
  CHECK(with("-7", R"({"seats":3})").substr(0, 10) == R"({"id":-7,")");
  CHECK(with(R"("a\"b")", R"({"seats":4})").substr(0, 15) == R"({"id":"a\"b","f)");
  CHECK(with("\"\"", R"({"seats":4})").substr(0, 9) == R"({"id":"",)");
  CHECK(with(R"("x")", R"({"plan":"gold"})").substr(0, 19) == R"({"id":"x","error":{)");
  CHECK(test::Answer(with("7.5", R"({"seats":4})")).faults() == "value.type@/id");
  CHECK(test::Answer(with("true", R"({"seats":4})")).faults() == "value.type@/id");
}

TEST_CASE("a line of a batch names its own question, or means a preview", "[document][engine]") {
  const auto lines = engine();
  CHECK(lines->answer_line(upgrade).text == engine()->answer("preview", upgrade).text);
  const std::string quote = R"({"question":"quote","at":"2026-11-16","terms":{"plan":"team","cycle":"monthly","seats":3}})";
  CHECK(test::Answer(lines->answer_line(quote).text)["/format"] == "planshift-quote/1");
  CHECK(lines->answer_line(quote).text == engine()->answer("quote", quote).text);
  CHECK(test::Answer(lines->answer_line(R"({"question":"guess"})").text).faults() == "question.unknown@/question");
  CHECK(test::Answer(lines->answer_line(R"({"question":7})").text).faults() == "value.type@/question");
  CHECK(test::Answer(lines->answer_line("nonsense").text).faults() == "json.syntax@");
}

TEST_CASE("of a question that is none, the beginning is quoted", "[document][engine]") {
  const auto quoted = [](std::string_view question) {
    return test::Answer(engine()->answer(question, "{}").text)["/error/facts/found"];
  };
  CHECK(quoted("advice") == "advice");
  CHECK(quoted(std::string(80, 'x')) == std::string(80, 'x'));
  CHECK(quoted(std::string(1'000'000, 'x')) == std::string(79, 'x') + "\u2026");
  // No answer has bytes that are no UTF-8.
  CHECK(quoted("advice\xff!") == "advice\u2026");
  CHECK(quoted(std::string(80, 'x') + "\xff") == std::string(79, 'x') + "\u2026");
  const std::string line = R"({"question":")" + std::string(1'000, 'x') + "\"}";
  CHECK(test::Answer(engine()->answer_line(line).text)["/error/facts/found"] == std::string(79, 'x') + "\u2026");
}

TEST_CASE("every question answers in its own format", "[document][engine]") {
  CHECK(test::ask(R"({"change":{"seats":4}})")["/format"] == "planshift-preview/1");
  CHECK(test::ask("{}", "{}", "eligibility")["/format"] == "planshift-eligibility/1");
  CHECK(test::ask(R"({"until":"2026-12-01"})", "{}", "forecast")["/format"] == "planshift-forecast/1");
  CHECK(test::ask(R"({"from":"2026-11-16","to":"2026-11-16","change":{"seats":4}})", "{}", "sweep")["/format"] == "planshift-sweep/1");
  CHECK(test::Answer(check_catalog(test::catalog_text()).text)["/format"] == "planshift-check/1");
}

TEST_CASE("check warns, and tells faults with the error document", "[document][engine]") {
  const test::Answer warned(check_catalog(test::catalog_text(R"({"policy":{"rules":{"cancel":null}}})")).text);
  CHECK(warned["/warnings/0/code"] == "catalog.movement.without_rule");
  CHECK(warned["/warnings/0/path"] == "/policy/rules");
  CHECK(warned["/catalog"] == "sample");
  CHECK(test::Answer(check_catalog("nonsense").text).faults() == "json.syntax@");
  CHECK(test::Answer(check_catalog("nonsense").text)["/warnings"] == "[]");
}

TEST_CASE("beside faults, check warns of what they leave certain", "[document][engine]") {
  const auto checked = [](std::string_view merge_patch) { return test::Answer(check_catalog(test::catalog_text(merge_patch)).text); };
  const test::Answer tax_at_fault = checked(R"({"policy":{"rules":{"cancel":null}},"tax":{"percent":"no"}})");
  CHECK(tax_at_fault.faults() == "value.percent@/tax/percent");
  CHECK(tax_at_fault["/warnings/0/code"] == "catalog.movement.without_rule");
  // A rule that could not be read may be the one that is missed. What the plans show about each other is still certain.
  const test::Answer rule_at_fault = checked(R"({"policy":{"rules":{"cancel":{"when":"soon"},"upgrade":null}}})");
  CHECK(rule_at_fault["/warnings/0/code"] == "catalog.plan.rank_against_price");
  CHECK(rule_at_fault["/warnings/1"] == "absent");
}

TEST_CASE("an answer says whether it is an error, whatever texts it holds", "[document][engine]") {
  const auto asked = engine();
  const auto is_error = [&](std::string_view id, std::string_view seats) {
    return asked->answer("preview", R"({"at":"2026-11-16","subscription":)" + test::subscription_text() + R"(,"id":)" + std::string(id) +
                                        R"(,"change":{"seats":)" + std::string(seats) + "}}").is_error;
  };
  CHECK(!is_error(R"("\"error\":{\"code\":")", "4"));
  CHECK(!is_error("1", "3"));  // a refusal is an answer
  CHECK(is_error("1", "0"));
  CHECK(!check_catalog(test::catalog_text()).is_error);
  CHECK(check_catalog("{}").is_error);
  CHECK(audit_catalog("{}").is_error);
}

TEST_CASE("what a change leaves pending is what it was, and a request's label is its own words", "[document][engine]") {
  const test::Answer answer = test::ask(
      R"({"subscription":{"pending":[{"label":"Owed since May","amount":"1.00"}]},"change":{"plan":"team"}})",
      R"({"policy":{"rules":{"upgrade":{"collect":"next_payment"}}}})");
  CHECK(answer["/next_payment/lines/1/label"] == "Owed since May");
  CHECK(answer["/next_payment/lines/1/origin"] == "absent");
  CHECK(answer["/next_payment/lines/2/origin/kind"] == "unused");
  CHECK(answer["/next_payment/lines/2/proration"] == "null");
}

TEST_CASE("an internal fault is reported as one, and never as a number; the next answer is right", "[document][engine]") {
  const auto used = engine();
  const std::string before(used->answer("preview", upgrade).text);
  const auto told = [&](test::Failure failure) {
    const test::NextAllocationFails fails(failure);
    const auto [text, is_error] = used->answer("preview", upgrade);
    CHECK(fails.happened());
    CHECK(is_error);
    return std::string(text);
  };
  CHECK(told(test::Failure::memory).substr(0, 34) == R"({"error":{"code":"internal.memory")");
  CHECK(used->answer("preview", upgrade).text == before);
  CHECK(told(test::Failure::unknown).substr(0, 38) == R"({"error":{"code":"internal.unexpected")");
  CHECK(used->answer("preview", upgrade).text == before);
}

TEST_CASE("a catalog that cannot be read for want of memory is not at fault", "[document][engine]") {
  const std::string catalog = test::catalog_text();
  Opened opened;
  CatalogAnswer checked;
  {
    const test::NextAllocationFails fails(test::Failure::memory);
    opened = Engine::open(catalog);
  }
  {
    const test::NextAllocationFails fails(test::Failure::memory);
    checked = check_catalog(catalog);
  }
  CHECK(!opened.engine);
  CHECK(test::Answer(opened.error)["/error/code"] == "internal.memory");
  CHECK(test::Answer(checked.text)["/error/code"] == "internal.memory");
  CHECK(checked.is_error);
}

// Basic in days and sixty add-ons with names as long as they may be: some 25 KB for each payment.
std::string long_winded_catalog() {
  std::string addons;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "a" + std::to_string(i);
    addons += (i == 0 ? "" : ",") + (R"({"id":")" + id + R"(","name":")" + id + std::string(190, 'x') + R"(","prices":{"daily":{"flat":"1.00"}}})");
  }
  return test::catalog_text(R"({"cycles":[{"id":"daily","length":"P1D"},{"id":"monthly","length":"P1M"},{"id":"yearly","length":"P1Y"}],
      "plans":[{"id":"basic","rank":1,"prices":{"daily":{"flat":"1.00"}}}],"addons":[)" + addons + "]}");
}

std::string long_winded_request(std::string_view until, std::string_view id, std::string_view events = "[]") {
  std::string addons;
  for (int i = 0; i < 60; ++i) addons += (i == 0 ? "" : ",") + (R"({"id":"a)" + std::to_string(i) + "\"}");
  return R"({"id":")" + std::string(id) + R"(","subscription":)" +
         test::subscription_text(R"({"cycle":"daily","seats":1,"period":{"start":"2026-11-01","end":"2026-11-02"},"addons":[)" + addons + "]}") +
         R"(,"until":")" + std::string(until) + R"(","events":)" + std::string(events) + "}";
}

TEST_CASE("an answer past the largest is an error that says so, and the next one is right", "[document][engine]") {
  const auto used = std::move(Engine::open(long_winded_catalog()).engine);
  REQUIRE(used);
  const std::string before(used->answer("forecast", long_winded_request("2026-12-01", "short")).text);
  CHECK(test::Answer(before)["/error"] == "absent");
  const test::Answer told(used->answer("forecast", long_winded_request("2053-01-01", "long")).text);
  CHECK(told["/id"] == "long");
  CHECK(told["/error/code"] == "request.answer_too_large");
  CHECK(told["/error/path"] == "");
  CHECK(told["/error/all/0/facts/limit"] == std::to_string(most_answer_bytes));
  CHECK(told["/error/message"] ==
        "The answer would be larger than 67108864 bytes: ask for a shorter stretch or fewer events at once, or split the catalog.");
  CHECK(used->answer("forecast", long_winded_request("2026-12-01", "short")).text == before);
}

}  // namespace
TEST_CASE("by the minute times are instants", "[document][engine]") {
  const std::string_view minutes = R"({"policy":{"proration":{"unit":"minute","change_day":null}}})";
  // 15 days of 30 and, on the second, one minute less.
  const test::Answer answer = test::ask(R"({"at":"2026-11-16T00:00:01Z","change":{"plan":"team"}})", minutes);
  CHECK(answer["/pay_today/lines/0/proration"] == R"({"remaining":21599,"of":43200,"unit":"minute","base":"30.00"})");
  CHECK(answer["/pay_today/lines/0/label"] == "Unused time on Basic, 3 seats: 21599 of 43200 minutes");
  CHECK(answer["/next_payment/date"] == "2026-12-01T00:00:00Z");
  CHECK(test::ask(R"({"at":"soon","change":{"plan":"team"}})", minutes).faults() == "value.instant@/at");
  CHECK(test::catalog_faults(R"({"policy":{"proration":{"unit":"minute"}}})") == "policy.second_change_day@/policy/proration/change_day");
}

}  // namespace planshift
