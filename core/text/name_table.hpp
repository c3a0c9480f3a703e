// The names of one list, sorted: finds a name without walking the list, and finds duplicates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace planshift {

class NameTable {
 public:
  NameTable() = default;
  // The views must outlive the table.
  explicit NameTable(const std::vector<std::string_view>& names);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
  template <class Index>
  [[nodiscard]] std::optional<Index> find_index(std::string_view name) const {
    const auto place = find(name);
    return place ? std::optional(static_cast<Index>(*place)) : std::nullopt;
  }
  // Places of names that occur earlier in the list; those of one name in the list's order.
  [[nodiscard]] std::vector<std::uint32_t> repeated() const;

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted_;
};

}  // namespace planshift
