// Every case of tests/conformance, asked of the engine in this process. Texts for people, and members that a
// scenario doesn't name, are free; everything else is binding.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"
#include "tests/support/sample.hpp"

namespace planshift::test {
namespace {

using Json = nlohmann::ordered_json;

std::string catalog_of(const Json& scenario) {
  if (scenario.contains("catalog_text")) return scenario.at("catalog_text");
  const Json& catalog = scenario.at("catalog");
  if (!catalog.is_string() && !catalog.contains("base")) return catalog.dump();
  const std::string name = catalog.is_string() ? catalog : catalog.at("base");
  const std::string home = "tests/conformance/catalogs/";
  const bool ours = std::filesystem::exists(PLANSHIFT_SOURCE_DIR "/" + home + name);
  const std::string text = file_text((ours ? home : "web/catalogs/") + name);
  return catalog.is_string() ? text : Json::parse(text).patch(Json::parse(catalog.at("patch").dump())).dump();
}

std::string request_of(const Json& scenario) {
  if (scenario.contains("request_text")) return scenario.at("request_text");
  return scenario.at("request").dump();
}

std::string answer_of(const Json& scenario) {
  const std::string question = scenario.at("question");
  const std::string catalog = catalog_of(scenario);
  if (question == "check") return check_catalog(catalog).text;
  if (question == "audit") return audit_catalog(catalog).text;
  const Opened opened = Engine::open(catalog);
  if (!opened.engine) return opened.error;
  return std::string(opened.engine->answer(question, request_of(scenario)).text);
}

bool is_words(std::string_view member) { return member == "label" || member == "message"; }

// Reasons and notices count as a set of codes, and the lines of the two transactions each in their own order.
Json arranged(const std::string& member, const Json& list) {
  if (!list.is_array()) return list;
  Json out = Json::array();
  if (member == "reasons" || member == "notices") {
    for (const Json& each : list) out.push_back(each.at("code"));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }
  if (member != "lines") return list;
  for (const char* transaction : {"charge", "refund"}) {
    for (const Json& each : list) {
      if (each.at("transaction") == transaction) out.push_back(each);
    }
  }
  return out;
}

// Where `answer` says something else than `expected`, as JSON Pointers.
void differences(const Json& expected, const Json& answer, const std::string& path, std::string& out) {
  if (expected.is_object() && answer.is_object()) {
    for (const auto& [key, value] : expected.items()) {
      if (is_words(key)) continue;
      if (answer.contains(key)) {
        differences(arranged(key, value), arranged(key, answer.at(key)), path + "/" + key, out);
      } else if (!value.is_null() && !value.empty()) {
        out += path + "/" + key + ": absent\n";
      }
    }
  } else if (expected.is_array() && answer.is_array() && expected.size() == answer.size()) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
      differences(expected[i], answer[i], path + "/" + std::to_string(i), out);
    }
  } else if (expected != answer) {
    out += path + ": " + expected.dump() + " became " + answer.dump() + "\n";
  }
}

// Of warnings only some are named.
Json with_warnings_apart(Json expected) {
  expected.erase("warnings");
  return expected;
}

TEST_CASE("every scenario is answered as it says", "[document][scenarios]") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PLANSHIFT_SOURCE_DIR "/tests/conformance/cases")) {
    if (entry.path().extension() != ".json") continue;
    const std::string path = std::filesystem::relative(entry.path(), PLANSHIFT_SOURCE_DIR);
    const Json scenario = Json::parse(file_text(path));
    if (!scenario.contains("question")) continue;
    ++count;
    INFO(path);
    const Json answer = Json::parse(answer_of(scenario));
    std::string found;
    differences(with_warnings_apart(scenario.at("expected")), answer, "", found);
    CHECK(found == "");
    for (const Json& warning : scenario.at("expected").value("warnings", Json::array())) {
      const auto& all = answer.at("warnings");
      CHECK(std::any_of(all.begin(), all.end(), [&](const Json& each) {
        return each.at("code") == warning.at("code") && each.at("path") == warning.at("path");
      }));
    }
  }
  CHECK(count >= 200);
}

}  // namespace
}  // namespace planshift::test
