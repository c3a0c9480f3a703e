// Bytes of a file or of the standard input, as they arrive.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace planshift {

class Input {
 public:
  explicit Input(const std::string& path);
  explicit Input(int descriptor) : descriptor_(descriptor) {}  // stays open
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // Whether the next read has to wait: more may come, and nothing is there yet.
  [[nodiscard]] bool must_wait() const;

  // What is there, at most as much as the piece holds; empty at the end and after a failure. Valid until the next call.
  std::string_view read(std::string& piece);

  // Why it can't be read; empty as long as it can.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  void fail();

  int descriptor_;
  bool owned_ = false;
  std::string failure_;
};

// All of it, or nothing after a failure. Of more than `most` bytes one more is read and the rest is left: that is enough
// to see that it is too much, and a file without end is not read to its end.
[[nodiscard]] std::optional<std::string> read_document(Input& input, std::size_t most);

}  // namespace planshift
