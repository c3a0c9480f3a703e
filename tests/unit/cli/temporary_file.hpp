// A file with the given bytes, for as long as a test needs it.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace planshift::test {

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes) {
    close(mkstemp(path_.data()));
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::remove(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "planshift-XXXXXX").string();
};

}  // namespace planshift::test
