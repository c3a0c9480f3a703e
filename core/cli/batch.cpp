#include "core/cli/batch.hpp"

#include <array>
#include <string>
#include <string_view>

namespace planshift {
namespace {

// One byte past the limit is enough for the engine to see that a line is too long; the rest of it is passed over.
void append_bounded(std::string& line, std::string_view piece) {
  const std::size_t room = JsonDocument::most_bytes + 1 - line.size();
  line.append(piece.substr(0, room));
}

void answer_one(Engine& engine, std::string_view line, std::ostream& answers) {
  answers << engine.answer_line(line) << '\n';
}

}  // namespace

void answer_lines(Engine& engine, std::istream& requests, std::ostream& answers) {
  std::array<char, 65'536> block;
  std::string line;
  bool begun = false;
  while (requests.read(block.data(), block.size()) || requests.gcount() > 0) {
    std::string_view rest(block.data(), static_cast<std::size_t>(requests.gcount()));
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      append_bounded(line, rest.substr(0, end));
      begun = true;
      if (end == std::string_view::npos) break;
      answer_one(engine, line, answers);
      line.clear();
      begun = false;
      rest.remove_prefix(end + 1);
    }
  }
  if (begun) answer_one(engine, line, answers);
}

}  // namespace planshift
