#include "core/fault/ensure.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <string>

namespace planshift {
namespace {

struct Ending {
  bool by_signal = false;
  std::string said;
};

// What becomes of a process of its own that does `work`, and what it says on the standard error.
template <class Work>
Ending ending_of(Work work) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    for (const int each : {SIGILL, SIGTRAP, SIGABRT}) std::signal(each, SIG_DFL);
    dup2(ends[1], STDERR_FILENO);
    work();
    _exit(0);
  }
  close(ends[1]);
  Ending out;
  char piece[256];
  for (ssize_t bytes = 0; (bytes = read(ends[0], piece, sizeof piece)) > 0;) out.said.append(piece, static_cast<std::size_t>(bytes));
  close(ends[0]);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  out.by_signal = WIFSIGNALED(status);
  return out;
}

TEST_CASE("a programming error ends the process, and says where it is", "[fault][ensure]") {
  const int line = __LINE__ + 1;
  const Ending wrong = ending_of([] { ensure(line < 0); });
  CHECK(wrong.by_signal);
  CHECK(wrong.said.ends_with("tests/unit/fault/ensure_test.cpp:" + std::to_string(line) + "\n"));
}

TEST_CASE("what holds ends nothing", "[fault][ensure]") {
  const Ending right = ending_of([] { ensure(true); });
  CHECK(!right.by_signal);
  CHECK(right.said.empty());
}

}  // namespace
}  // namespace planshift
