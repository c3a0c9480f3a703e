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

  // Whether the next read would wait: more may come, but nothing has arrived yet.
  [[nodiscard]] bool must_wait() const;

  // What has arrived, at most one piece; empty at the end and after a failure. Valid until the next call.
  std::string_view read(std::string& piece);

  // Why the input can't be read; empty if it can.
  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  void fail();

  int descriptor_;
  bool owned_ = false;
  std::string failure_;
};

// The whole input, or nothing after a failure. Reads at most one byte more than `most`: enough to see that the input is
// too large, and an endless file does not fill memory.
[[nodiscard]] std::optional<std::string> read_document(Input& input, std::size_t most);

}  // namespace planshift
