// JSON text → tree. The only place that knows the JSON library, and of that only its event parser.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/json/json_value.hpp"
#include "core/text/name_table.hpp"
#include "core/text/utf8.hpp"

namespace planshift {

// Receives the parser's events in the order of the text.
class JsonTreeBuilder {
 public:
  JsonTreeBuilder(JsonDocument& document, std::string_view json, Faults& faults)
      : nodes_(document.nodes_), texts_(document.texts_), json_(json), faults_(faults) {
    texts_.reserve(json.size());  // no text is longer than it was written: what is kept never moves
  }

  bool null() { return add(JsonKind::null); }
  bool boolean(bool value) { return add(JsonKind::boolean, value ? 1 : 0); }
  bool number_integer(std::int64_t value) { return add(JsonKind::integer, value); }
  bool number_unsigned(std::uint64_t value) {
    if (value > INT64_MAX) return add(JsonKind::other_number);
    return add(JsonKind::integer, static_cast<std::int64_t>(value));
  }
  bool number_float(double, const std::string&) { return add(JsonKind::other_number); }
  bool string(std::string& value) {
    add(JsonKind::text);
    nodes_.back().text = keep(value);
    return true;
  }
  bool binary(std::vector<std::uint8_t>&) { return false; }  // not in JSON text
  bool key(std::string& value) {
    key_ = keep(value);
    return true;
  }
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_object() {
    const std::uint32_t object = open_.back().node;
    close();
    return no_member_twice(object);
  }
  bool end_array() {
    close();
    return true;
  }

  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    const std::size_t at = std::min(position == 0 ? 0 : position - 1, json_.size());
    std::int64_t line = 1, column = 1;
    for (std::size_t i = 0; i < at; ++i) {
      column = json_[i] == '\n' ? 1 : column + 1;
      if (json_[i] == '\n') ++line;
    }
    faults_.add(FaultCode::json_syntax, "", {{"line", line}, {"column", column}});
    return false;
  }

 private:
  struct OpenNode {
    std::uint32_t node;
    std::uint32_t last_child;  // once it has one
  };

  std::string_view keep(const std::string& value) {
    const std::size_t begin = texts_.size();
    texts_.insert(texts_.end(), value.begin(), value.end());
    return {texts_.data() + begin, value.size()};
  }

  bool add(JsonKind kind, std::int64_t integer = 0) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    JsonNode node;
    node.kind = kind;
    node.integer = integer;
    if (!open_.empty()) {
      OpenNode& parent = open_.back();
      node.to_parent = index - parent.node;
      node.key = key_;
      if (++nodes_[parent.node].children > 1) nodes_[parent.last_child].to_next_sibling = index - parent.last_child;
      parent.last_child = index;
    }
    nodes_.push_back(node);
    return true;
  }

  bool open(JsonKind kind) {
    if (open_.size() >= static_cast<std::size_t>(JsonDocument::most_depth)) {
      faults_.add(FaultCode::json_too_deep, "", {{"limit", JsonDocument::most_depth}});
      return false;
    }
    add(kind);
    open_.push_back({static_cast<std::uint32_t>(nodes_.size() - 1), 0});
    return true;
  }

  void close() { open_.pop_back(); }

  bool no_member_twice(std::uint32_t object) {
    const JsonValue value(nodes_[object]);
    if (value.children() < 2) return true;
    keys_.clear();
    for (JsonValue member : children_of(value)) keys_.push_back(member.key());
    const auto twice = keys_.size() <= few ? first_repeated_of_few() : first_repeated();
    if (!twice) return true;
    faults_.add(FaultCode::json_duplicate_member, value.pointer(), {{"member", *twice}});
    return false;
  }

  // Comparing each with each is quickest for the few that most objects have; sorting bounds the time for many.
  static constexpr std::size_t few = 16;
  std::optional<std::string_view> first_repeated_of_few() const {
    for (auto key = keys_.begin(); key != keys_.end(); ++key) {
      if (std::find(keys_.begin(), key, *key) != key) return *key;
    }
    return std::nullopt;
  }
  std::optional<std::string_view> first_repeated() const {
    const auto repeated = NameTable(keys_).repeated();
    if (repeated.empty()) return std::nullopt;
    return keys_[*std::min_element(repeated.begin(), repeated.end())];
  }

  std::vector<JsonNode>& nodes_;
  std::vector<char>& texts_;
  std::string_view json_;
  Faults& faults_;
  std::string_view key_;
  std::vector<OpenNode> open_;
  std::vector<std::string_view> keys_;
};

bool JsonDocument::parse(std::string_view json, Faults& faults, std::size_t most) {
  nodes_.clear();
  texts_.clear();
  if (json.size() > most) {
    faults.add(FaultCode::json_too_large, "", {{"limit", most}});
    return false;
  }
  if (json.substr(0, 3) == "\xEF\xBB\xBF") {
    faults.add(FaultCode::json_byte_order_mark, "");
    return false;
  }
  if (const auto ill = first_ill_formed(json)) {
    faults.add(FaultCode::json_encoding, "", {{"byte", *ill}});
    return false;
  }
  JsonTreeBuilder builder(*this, json, faults);
  // The parser takes a NUL for the end of the text; a text that holds one is none of JSON's.
  if (const std::size_t nul = json.find('\0'); nul != std::string_view::npos) {
    return builder.parse_error(nul + 1, {}, 0);
  }
  return nlohmann::json::sax_parse(json.begin(), json.end(), &builder);
}

}  // namespace planshift
