#include "core/cli/suggestion.hpp"

#include <algorithm>
#include <numeric>

namespace planshift {
namespace {

// How many letters must be put in, taken out or replaced (Levenshtein).
std::size_t distance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::size_t diagonal = i;
    row[0] = i + 1;
    for (std::size_t j = 0; j < to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i] == to[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string unknown_word(std::string_view kind, std::string_view word, const std::vector<std::string>& known) {
  const std::size_t near = std::min<std::size_t>(2, word.size() / 2);
  std::string_view nearest;
  std::size_t least = near + 1;
  std::string list;
  for (const std::string& each : known) {
    const std::size_t far = distance(word, each);
    if (far < least) {
      least = far;
      nearest = each;
    }
    list.append(list.empty() ? "" : ", ").append(each);
  }
  std::string text = "There is no ";
  text.append(kind).append(" ").append(word).append(". ");
  if (nearest.empty()) return text.append("There are: ").append(list).append(".");
  return text.append("Did you mean ").append(nearest).append("?");
}

}  // namespace planshift
