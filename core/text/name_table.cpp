#include "core/text/name_table.hpp"

#include <algorithm>

namespace planshift {

NameTable::NameTable(const std::vector<std::string_view>& names) {
  sorted_.reserve(names.size());
  for (const std::string_view name : names) sorted_.emplace_back(name, static_cast<std::uint32_t>(sorted_.size()));
  // A heap sort is a quarter of the code of std::sort, and these lists are short.
  std::make_heap(sorted_.begin(), sorted_.end());
  std::sort_heap(sorted_.begin(), sorted_.end());
}

std::optional<std::uint32_t> NameTable::find(std::string_view name) const {
  const auto place = std::lower_bound(sorted_.begin(), sorted_.end(), std::pair(name, std::uint32_t{0}));
  if (place == sorted_.end() || place->first != name) return std::nullopt;
  return place->second;
}

std::vector<std::uint32_t> NameTable::repeated() const {
  std::vector<std::uint32_t> out;
  for (std::size_t i = 1; i < sorted_.size(); ++i) {
    if (sorted_[i].first == sorted_[i - 1].first) out.push_back(sorted_[i].second);
  }
  return out;
}

}  // namespace planshift
