#include "core/cli/suggestion.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

std::string command(std::string_view word) {
  return unknown_word("command", word, {"preview", "quote", "forecast", "audit"});
}

TEST_CASE("a word one or two letters away suggests what was meant", "[cli][suggestion]") {
  CHECK(command("prevew") == "There is no command prevew. Did you mean preview?");
  CHECK(command("forecasts") == "There is no command forecasts. Did you mean forecast?");
  CHECK(command("aduit") == "There is no command aduit. Did you mean audit?");
  CHECK(command("kwote") == "There is no command kwote. Did you mean quote?");
}

TEST_CASE("where none is near, all are named", "[cli][suggestion]") {
  CHECK(command("foo") == "There is no command foo. There are: preview, quote, forecast, audit.");
  CHECK(command("") == "There is no command . There are: preview, quote, forecast, audit.");
  CHECK(command("forec") == "There is no command forec. There are: preview, quote, forecast, audit.");
}

TEST_CASE("a short word is near to nothing that shares none of its letters", "[cli][suggestion]") {
  CHECK(unknown_word("command", "go", {"ab", "cd"}) == "There is no command go. There are: ab, cd.");
}

}  // namespace
}  // namespace planshift
