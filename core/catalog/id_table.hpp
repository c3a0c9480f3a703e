// The ids of one list, sorted: finds an id without walking the list, and finds duplicates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace planshift {

class IdTable {
 public:
  IdTable() = default;
  // The views must outlive the table.
  explicit IdTable(const std::vector<std::string_view>& ids);

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  template <class Index>
  [[nodiscard]] std::optional<Index> find_index(std::string_view id) const {
    const auto place = find(id);
    return place ? std::optional(static_cast<Index>(*place)) : std::nullopt;
  }
  // Places of ids that occur earlier in the list; those of one id in the list's order.
  [[nodiscard]] std::vector<std::uint32_t> repeated() const;

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted_;
};

}  // namespace planshift
