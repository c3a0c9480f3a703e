// One property: a thing that holds for every case, tried on 10,000 generated ones; on 1,000,000 with PLANSHIFT_LONG=true,
// on another number with PLANSHIFT_CASES.
// The seed is fixed, so that a check is the same everywhere; RC_PARAMS overrides both (a failure prints how).
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <rapidcheck.h>
#include <string>
#include <string_view>

namespace planshift::test {

inline int cases_of_a_property() {
  const char* number = std::getenv("PLANSHIFT_CASES");
  if (number != nullptr) return std::stoi(number);
  const char* is_long = std::getenv("PLANSHIFT_LONG");
  return is_long != nullptr && std::string_view(is_long) == "true" ? 1'000'000 : 10'000;
}

template <class Testable>
void holds(const std::string& what, const Testable& testable) {
  const std::string params = "seed=20261122 max_success=" + std::to_string(cases_of_a_property()) + " max_discard_ratio=20";
  setenv("RC_PARAMS", params.c_str(), 0);  // read once, by the first property of a process
  CHECK(rc::check(what, testable));
}

// Of the whole range in every case: RapidCheck alone would begin with the lowest values, and give up where a property
// needs others.
inline std::int64_t pick(std::int64_t least, std::int64_t most) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(least, most + 1));
}
inline bool chance(int percent) { return pick(1, 100) <= percent; }
template <class Value>
Value one_of(std::initializer_list<Value> values) {
  return values.begin()[pick(0, static_cast<std::int64_t>(values.size()) - 1)];
}

}  // namespace planshift::test
