#include "core/catalog/id_table.hpp"

#include <algorithm>

namespace planshift {

IdTable::IdTable(const std::vector<std::string_view>& ids) {
  sorted_.reserve(ids.size());
  for (const std::string_view id : ids) sorted_.emplace_back(id, static_cast<std::uint32_t>(sorted_.size()));
  // A heap sort is a quarter of the code of std::sort, and these lists are short.
  std::make_heap(sorted_.begin(), sorted_.end());
  std::sort_heap(sorted_.begin(), sorted_.end());
}

std::optional<std::uint32_t> IdTable::find(std::string_view id) const {
  const auto place = std::lower_bound(sorted_.begin(), sorted_.end(), std::pair(id, std::uint32_t{0}));
  if (place == sorted_.end() || place->first != id) return std::nullopt;
  return place->second;
}

std::vector<std::uint32_t> IdTable::repeated() const {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 1; i < sorted_.size(); ++i) {
    if (sorted_[i].first == sorted_[i - 1].first) out.push_back(sorted_[i].second);
  }
  return out;
}

}  // namespace planshift
