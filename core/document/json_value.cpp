#include "core/document/json_value.hpp"

#include <algorithm>

namespace planshift {

JsonKind JsonValue::kind() const { return *this ? document_->nodes_[node_].kind : JsonKind::absent; }
std::string_view JsonValue::key() const { return document_->view(document_->nodes_[node_].key); }
std::string_view JsonValue::text() const { return document_->view(document_->nodes_[node_].text); }
std::int64_t JsonValue::integer() const { return document_->nodes_[node_].integer; }
std::size_t JsonValue::children() const { return document_->nodes_[node_].children; }

JsonValue JsonValue::first_child() const {
  if (!*this || document_->nodes_[node_].first_child == JsonDocument::none) return {};
  return {*document_, document_->nodes_[node_].first_child};
}

JsonValue JsonValue::next_sibling() const {
  const std::uint32_t next = document_->nodes_[node_].next_sibling;
  return next == JsonDocument::none ? JsonValue() : JsonValue(*document_, next);
}

std::string JsonValue::pointer() const {
  const auto& nodes = document_->nodes_;
  std::vector<std::string> steps;
  for (std::uint32_t at = node_; nodes[at].parent != JsonDocument::none; at = nodes[at].parent) {
    const std::uint32_t parent = nodes[at].parent;
    std::string step = "/";
    if (nodes[parent].kind == JsonKind::object) {
      for (const char c : document_->view(nodes[at].key)) {
        if (c == '~' || c == '/') {
          step += c == '~' ? "~0" : "~1";
        } else {
          step += c;
        }
      }
    } else {
      std::size_t index = 0;
      for (std::uint32_t each = nodes[parent].first_child; each != at; each = nodes[each].next_sibling) ++index;
      step += std::to_string(index);
    }
    steps.push_back(std::move(step));
  }
  std::string out;
  for (auto step = steps.rbegin(); step != steps.rend(); ++step) out += *step;
  return out;
}

}  // namespace planshift
