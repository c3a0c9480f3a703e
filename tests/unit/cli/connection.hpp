// An input whose bytes a test sends one after the other.
#pragma once

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string_view>

namespace planshift::test {

// Two ends of a connection: what is sent on one is read on the other.
class Connection {
 public:
  Connection() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends_.data()) == 0); }
  ~Connection() {
    close(ends_[0]);
    if (!is_shut_) close(ends_[1]);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] int reader() const { return ends_[0]; }
  void send(std::string_view bytes) { CHECK(write(ends_[1], bytes.data(), bytes.size()) > 0); }
  void shut() {
    close(ends_[1]);
    is_shut_ = true;
  }
  // The sender leaves before it has read what was sent to it: the reader's connection is reset.
  void reset() {
    CHECK(write(ends_[0], "?", 1) == 1);
    shut();
  }

 private:
  std::array<int, 2> ends_{};
  bool is_shut_ = false;
};

}  // namespace planshift::test
