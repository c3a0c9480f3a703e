#include "core/document/wording/template_text.hpp"

#include "core/money/decimal_text.hpp"

namespace planshift {

std::string fill_in(std::string_view sentence, const Facts& facts) {
  std::string out;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    out += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t close = sentence.find('}', open);
    const std::string_view name = sentence.substr(open + 1, close - open - 1);
    for (const Fact& fact : facts) {
      if (name != fact.name) continue;
      if (fact.is_number) {
        out += decimal_text(fact.number, 0);
      } else {
        out += fact.text;
      }
    }
    sentence.remove_prefix(close + 1);
  }
  return out;
}

void write_facts(JsonWriter& out, const Facts& facts) {
  out.key("facts");
  out.open_object();
  for (const Fact& fact : facts) {
    if (fact.is_number) {
      out.member(fact.name, fact.number);
    } else {
      out.member(fact.name, fact.text);
    }
  }
  out.close_object();
}

}  // namespace planshift
