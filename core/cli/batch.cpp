#include "core/cli/batch.hpp"

#include <string>
#include <string_view>

#include "core/json/json_value.hpp"

namespace planshift {
namespace {

// One byte past the limit is enough for the engine to see that a line is too long; the rest of it is passed over.
void append_bounded(std::string& line, std::string_view piece) {
  const std::size_t room = JsonDocument::most_bytes + 1 - line.size();
  line.append(piece.substr(0, room));
}

void answer_one(Engine& engine, std::string_view line, std::ostream& answers) {
  answers << engine.answer_line(line).text << '\n';
}

// The next piece of the input. Empty at its end, and where the answers can't be passed on.
std::string_view next_piece(Input& requests, std::ostream& answers, std::string& piece) {
  if (requests.must_wait()) answers.flush();
  return answers ? requests.read(piece) : std::string_view();
}

}  // namespace

void answer_lines(Engine& engine, Input& requests, std::ostream& answers) {
  std::string piece(65'536, '\0');
  std::string line;
  bool begun = false;
  for (auto rest = next_piece(requests, answers, piece); !rest.empty(); rest = next_piece(requests, answers, piece)) {
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
  // A line that a failure cut off is no request.
  if (begun && requests.failure().empty()) answer_one(engine, line, answers);
}

}  // namespace planshift
