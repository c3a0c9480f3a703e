#include "core/cli/batch.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "core/json/json_value.hpp"
#include "tests/unit/cli/connection.hpp"
#include "tests/unit/cli/temporary_file.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

std::string request(int id) {
  return R"({"id":)" + std::to_string(id) + R"(,"at":"2026-11-16","subscription":)" + test::subscription_text() +
         R"(,"change":{"seats":)" + std::to_string(id + 4) + "}}";
}

std::vector<std::string> answers(const std::string& lines) {
  const Opened opened = Engine::open(test::catalog_text());
  const test::TemporaryFile file(lines);
  Input in(file.path());
  std::ostringstream out;
  answer_lines(*opened.engine, in, out);
  std::vector<std::string> found;
  std::istringstream text(out.str());
  for (std::string line; std::getline(text, line);) found.push_back(line);
  return found;
}

std::string single(const std::string& line) {
  const Opened opened = Engine::open(test::catalog_text());
  return std::string(opened.engine->answer_line(line).text);
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

// Answers as they are passed on: what waits in a buffer is not here yet.
class Flushes : public std::stringbuf {
 public:
  explicit Flushes(test::Connection& connection) : connection_(connection) {}
  [[nodiscard]] int count() const { return count_; }

 protected:
  int sync() override {
    ++count_;
    // The reader of the answer sends the next line, in two pieces, and leaves.
    if (count_ == 1) connection_.send(request(2).substr(0, 20));
    if (count_ == 2) connection_.send(request(2).substr(20) + "\n");
    if (count_ == 3) connection_.shut();
    return std::stringbuf::sync();
  }

 private:
  test::Connection& connection_;
  int count_ = 0;
};

TEST_CASE("answers are passed on before more input has to be waited for", "[cli][batch]") {
  const Opened opened = Engine::open(test::catalog_text());
  test::Connection connection;
  connection.send(request(1) + "\n");
  Flushes passed_on(connection);
  std::ostream out(&passed_on);
  Input in(connection.reader());
  answer_lines(*opened.engine, in, out);
  CHECK(passed_on.count() == 3);
  CHECK(passed_on.str() == single(request(1)) + "\n" + single(request(2)) + "\n");
}

TEST_CASE("a line that a failure cut off is not answered, those before it are", "[cli][batch]") {
  const Opened opened = Engine::open(test::catalog_text());
  test::Connection connection;
  connection.send(request(1) + "\n" + request(2));
  connection.reset();
  Input in(connection.reader());
  std::ostringstream out;
  answer_lines(*opened.engine, in, out);
  CHECK(out.str() == single(request(1)) + "\n");
  CHECK(in.failure() == "Connection reset by peer");
}

TEST_CASE("answers that can't be written end the work", "[cli][batch]") {
  const Opened opened = Engine::open(test::catalog_text());
  const test::TemporaryFile file(request(1) + "\n");
  Input in(file.path());
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  answer_lines(*opened.engine, in, out);
  std::string piece(1, '\0');
  CHECK(in.read(piece) == "{");
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
  CHECK(test::Answer(out[0]).faults() == "json.syntax@");
  CHECK(test::Answer(out[1]).faults() == "json.syntax@");
  CHECK(out[2] == single(request(1)));
  CHECK(test::Answer(out[3])["/error/document"] == "request");
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
