// Raw bytes as documents. The first byte says what they are: a catalog to check and open, or a request to one of a few
// real catalogs. Whatever they are, the answer is a document, and the next request is answered as if nothing had been.
#include <array>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "planshift/catalog_answers.hpp"
#include "planshift/engine.hpp"
#include "tests/hostile/fuzz/answer_check.hpp"
#include "tests/hostile/fuzz/demand.hpp"

namespace {

using planshift::Engine;

constexpr std::array<std::string_view, 5> catalogs = {"sample", "sample-second", "sample-inclusive", "sample-fixed",
                                                      "clio-manage"};
constexpr std::array<std::string_view, 6> questions = {"preview", "quote", "eligibility", "forecast", "sweep", ""};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  demand(file.good(), "the file can be read: " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// An engine, and what it says as long as nothing has gone wrong.
struct Vendor {
  std::unique_ptr<Engine> engine;
  std::string sound_answer;
};

constexpr std::string_view sound_request = R"({"at":"2026-03-01","terms":{"plan":"essentials","cycle":"30-day","seats":2}})";

std::vector<Vendor> open_vendors() {
  std::vector<Vendor> out;
  for (const std::string_view name : catalogs) {
    auto opened = Engine::open(read_file(PLANSHIFT_TESTS_DIR "/conformance/catalogs/" + std::string(name) + ".json"));
    demand(opened.engine != nullptr, "a catalog of the scenarios opens", opened.error);
    std::string answer(opened.engine->answer("quote", sound_request).text);
    out.push_back({std::move(opened.engine), std::move(answer)});
  }
  return out;
}

void answer_request(Vendor& vendor, std::string_view question, std::string_view request) {
  const auto [answer, is_error] =
      question.empty() ? vendor.engine->answer_line(request) : vendor.engine->answer(question, request);
  const Json read = checked_answer(answer);
  demand(read.has("error") == is_error, "an answer says whether it is an error", answer);
  // Not after every one: a request that left something behind would leave it for a while.
  static std::uint8_t asked = 0;
  if (++asked % 8 != 0) return;
  demand(vendor.engine->answer("quote", sound_request).text == vendor.sound_answer, "the next answer is right", request);
}

void check_catalog(std::string_view catalog) {
  const std::string checked = planshift::check_catalog(catalog).text;
  const bool at_fault = checked_answer(checked).has("error");
  const auto opened = Engine::open(catalog);
  demand((opened.engine == nullptr) == at_fault, "a catalog opens when its check finds no fault", checked);
  if (at_fault) demand(checked.starts_with(std::string_view(opened.error).substr(0, opened.error.size() - 1)), "opening and checking tell the same faults", checked);
  if (opened.engine) static_cast<void>(checked_answer(opened.engine->answer("quote", sound_request).text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static std::vector<Vendor> vendors = open_vendors();
  if (size == 0) return -1;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t kind = data[0] % (1 + questions.size() * catalogs.size());
  if (kind == 0) {
    check_catalog(bytes);
  } else {
    answer_request(vendors[(kind - 1) % catalogs.size()], questions[(kind - 1) / catalogs.size()], bytes);
  }
  return 0;
}
