#include "core/cli/batch.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string request(int id) {
  return R"({"id":)" + std::to_string(id) + R"(,"at":"2026-11-16","subscription":)" + test::subscription_text() +
         R"(,"change":{"seats":)" + std::to_string(id + 4) + "}}";
}

std::vector<std::string> answers(const std::string& lines) {
  const Opened opened = Engine::open(test::catalog_text());
  std::istringstream in(lines);
  std::ostringstream out;
  answer_lines(*opened.engine, in, out);
  std::vector<std::string> found;
  std::istringstream text(out.str());
  for (std::string line; std::getline(text, line);) found.push_back(line);
  return found;
}

std::string single(const std::string& line) {
  const Opened opened = Engine::open(test::catalog_text());
  return std::string(opened.engine->answer_line(line));
}

TEST_CASE("one line in, one line out, in order", "[cli][batch]") {
  const auto out = answers(request(1) + "\n" + request(2) + "\n" + request(3) + "\n");
  REQUIRE(out.size() == 3);
  for (int i = 0; i < 3; ++i) CHECK(out[static_cast<std::size_t>(i)] == single(request(i + 1)));
}

TEST_CASE("no lines, no answers", "[cli][batch]") { CHECK(answers("").empty()); }

TEST_CASE("the last line needs no end", "[cli][batch]") {
  const auto out = answers(request(1) + "\n" + request(2));
  REQUIRE(out.size() == 2);
  CHECK(out[1] == single(request(2)));
}

TEST_CASE("lines may end as on Windows", "[cli][batch]") {
  const auto out = answers(request(1) + "\r\n" + request(2) + "\r\n");
  REQUIRE(out.size() == 2);
  CHECK(out[0] == single(request(1)));
  CHECK(out[1] == single(request(2)));
}

TEST_CASE("a bad line answers with an error in its place, an empty one too, and the rest go on", "[cli][batch]") {
  const auto out = answers("nonsense\n\n" + request(1) + "\n{}\n");
  REQUIRE(out.size() == 4);
  CHECK(is_error(out[0]));
  CHECK(is_error(out[1]));
  CHECK(out[2] == single(request(1)));
  CHECK(is_error(out[3]));
}

TEST_CASE("a line past the limit is an error, however long, and the next is answered", "[cli][batch]") {
  std::string padded = request(1);
  padded.append(JsonDocument::most_bytes - padded.size(), ' ');
  const auto out = answers(padded + "\n" + padded + " \n" + std::string(3 * JsonDocument::most_bytes, ' ') + "\n" + request(2) + "\n");
  REQUIRE(out.size() == 4);
  CHECK(out[0] == single(request(1)));
  CHECK(test::Answer(out[1]).faults() == "json.too_large@");
  CHECK(test::Answer(out[2]).faults() == "json.too_large@");
  CHECK(out[3] == single(request(2)));
}

}  // namespace
}  // namespace planshift
