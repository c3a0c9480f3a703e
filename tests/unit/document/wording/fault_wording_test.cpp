#include "core/document/wording/fault_wording.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "core/document/wording/template_text.hpp"

namespace planshift {
namespace {

TEST_CASE("every code has a text of its own, and a sentence", "[document][fault_wording]") {
  std::set<std::string> texts;
  for (std::size_t i = 0; i < static_cast<std::size_t>(FaultCode::count_); ++i) {
    const auto code = static_cast<FaultCode>(i);
    const std::string text(code_text(code));
    CAPTURE(text);
    CHECK(!text.empty());
    CHECK(texts.insert(text).second);
    CHECK(sentence_of({code, "", {}}).back() == '.');
  }
}

TEST_CASE("only internal faults are the program's own", "[document][fault_wording]") {
  CHECK(is_internal(FaultCode::internal_books));
  CHECK(is_internal(FaultCode::internal_memory));
  CHECK(is_internal(FaultCode::internal_unexpected));
  CHECK(!is_internal(FaultCode::date_range));
  CHECK(!is_internal(FaultCode::json_syntax));
}

TEST_CASE("a sentence is filled with numbers and texts by name", "[document][template_text]") {
  const Facts facts{{"seats", 501}, {"plan", "Basic"}};
  CHECK(fill_in("{plan} allows {seats}.", facts) == "Basic allows 501.");
  CHECK(fill_in("No place.", facts) == "No place.");
  CHECK(fill_in("{unknown}!", facts) == "!");
  CHECK(fill_in("", facts).empty());
  CHECK(fill_in("{seats}{seats}", facts) == "501501");
  CHECK(fill_in("{x}", {{"x", "{seats}"}, {"seats", 1}}) == "{seats}");
}

TEST_CASE("facts beyond the bounds are dropped, not an endless answer", "[fault]") {
  Faults faults;
  for (int i = 0; i < 200; ++i) faults.add(FaultCode::value_type, "/x");
  CHECK(faults.list().size() == Faults::most_faults);
  Faults long_paths;
  for (int i = 0; i < 50; ++i) long_paths.add(FaultCode::value_type, std::string(10'000, 'x'));
  CHECK(long_paths.list().size() == 7);
}

}  // namespace
}  // namespace planshift
