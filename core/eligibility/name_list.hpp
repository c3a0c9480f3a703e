// Names for a sentence: "A, B, C", and past ten of them "A, B, …, J and 990 more". An answer may repeat a
// reason many thousand times, so a reason can't repeat a thousand names.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace planshift {

class NameList {
 public:
  static constexpr std::size_t most_named = 10;

  void add(std::string_view name);
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::string text() const;

 private:
  std::string named_;
  std::size_t count_ = 0;
};

}  // namespace planshift
