#include "core/cli/input.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/unit/cli/connection.hpp"
#include "tests/unit/cli/temporary_file.hpp"

namespace planshift {
namespace {

TEST_CASE("an input gives what is there, and says whether it must wait for more", "[cli][input]") {
  test::Connection connection;
  Input input(connection.reader());
  std::string piece(8, '\0');
  CHECK(input.must_wait());
  connection.send("abc");
  CHECK_FALSE(input.must_wait());
  CHECK(input.read(piece) == "abc");
  CHECK(input.must_wait());
  connection.shut();
  CHECK_FALSE(input.must_wait());
  CHECK(input.read(piece).empty());
  CHECK(input.failure().empty());
}

TEST_CASE("a failure in the middle comes after what was there, and says why", "[cli][input]") {
  test::Connection connection;
  Input input(connection.reader());
  std::string piece(8, '\0');
  connection.send("abc");
  connection.reset();
  CHECK(input.read(piece) == "abc");
  CHECK(input.failure().empty());
  CHECK(input.read(piece).empty());
  CHECK(input.failure() == "Connection reset by peer");
  CHECK(input.read(piece).empty());
  CHECK(input.failure() == "Connection reset by peer");
}

TEST_CASE("what can't be opened or read says why", "[cli][input]") {
  Input absent("/nowhere/at/all");
  CHECK(absent.failure() == "No such file or directory");
  CHECK_FALSE(read_document(absent, 10));
  Input folder("/");
  CHECK(folder.failure().empty());
  CHECK_FALSE(read_document(folder, 10));
  CHECK(folder.failure() == "Is a directory");
}

TEST_CASE("a document is read whole, or to one byte past the most", "[cli][input]") {
  const auto read = [](std::size_t size, std::size_t most) {
    const test::TemporaryFile file(std::string(size, 'x'));
    Input input(file.path());
    return read_document(input, most)->size();
  };
  CHECK(read(0, 10) == 0);
  CHECK(read(10, 10) == 10);
  CHECK(read(12, 10) == 11);
  CHECK(read(200'000, 300'000) == 200'000);
  CHECK(read(200'000, 100'000) == 100'001);
}

}  // namespace
}  // namespace planshift
