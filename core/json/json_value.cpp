#include "core/json/json_value.hpp"

#include <algorithm>

namespace planshift {

JsonValue JsonValue::member(std::string_view name) const {
  for (JsonValue each : children_of(*this)) {
    if (each.key() == name) return each;
  }
  return {};
}

std::string JsonValue::pointer() const {
  std::vector<std::string> steps;
  for (const JsonNode* at = node_; at->to_parent != 0; at -= at->to_parent) {
    const JsonNode* parent = at - at->to_parent;
    std::string step = "/";
    if (parent->kind == JsonKind::object) {
      for (const char c : at->key) {
        if (c == '~' || c == '/') {
          step += c == '~' ? "~0" : "~1";
        } else {
          step += c;
        }
      }
    } else {
      std::size_t index = 0;
      for (const JsonNode* each = parent + 1; each != at; each += each->to_next_sibling) ++index;
      step += std::to_string(index);
    }
    steps.push_back(std::move(step));
  }
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) out += *step;
  return out;
}

}  // namespace planshift
