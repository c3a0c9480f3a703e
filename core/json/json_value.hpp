// A JSON document as a flat tree, read once from text. Reading finds everything that makes a text no document at all:
// size, byte-order mark, ill-formed UTF-8, syntax, trailing bytes, depth, duplicate members.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/fault/fault.hpp"

namespace planshift {

enum class JsonKind : std::uint8_t { absent, null, boolean, integer, other_number, text, list, object };

// One node of the tree. The nodes are in the order of the text, so that a node's first child is the next node.
// Distances to other nodes count nodes.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  std::uint32_t to_parent = 0;        // backwards; 0: the root
  std::uint32_t to_next_sibling = 0;  // 0: the last one
  std::uint32_t children = 0;
  std::string_view key;      // of a member
  std::string_view text;     // of a text
  std::int64_t integer = 0;  // of an integer; also 0 or 1 of a boolean
};

// One value of a document, or none (an absent member).
class JsonValue {
 public:
  JsonValue() = default;
  explicit JsonValue(const JsonNode& node) : node_(&node) {}

  [[nodiscard]] explicit operator bool() const { return node_ != nullptr; }
  [[nodiscard]] JsonKind kind() const { return node_ != nullptr ? node_->kind : JsonKind::absent; }
  [[nodiscard]] std::string_view key() const { return node_->key; }
  [[nodiscard]] std::string_view text() const { return node_->text; }
  [[nodiscard]] std::int64_t integer() const { return node_->integer; }
  [[nodiscard]] std::size_t children() const { return node_->children; }
  [[nodiscard]] JsonValue first_child() const {
    if (node_ == nullptr || node_->children == 0) return {};
    return JsonValue(node_[1]);
  }
  [[nodiscard]] JsonValue next_sibling() const {
    return node_->to_next_sibling != 0 ? JsonValue(node_[node_->to_next_sibling]) : JsonValue();
  }
  // The member of that name, or none.
  [[nodiscard]] JsonValue member(std::string_view name) const;
  // JSON Pointer (RFC 6901) from the document's root: "/plans/2/id".
  [[nodiscard]] std::string pointer() const;

 private:
  const JsonNode* node_ = nullptr;
};

class JsonDocument {
 public:
  static constexpr std::size_t most_bytes = 1'048'576;
  static constexpr int most_depth = 32;

  // Reading stops at the first fault.
  [[nodiscard]] bool parse(std::string_view json, Faults& faults, std::size_t most = most_bytes);
  [[nodiscard]] JsonValue root() const { return JsonValue(nodes_.front()); }
  // Moves out the memory that keys and texts point into; they live as long as it does. The document is empty then.
  [[nodiscard]] std::vector<char> take_texts() { return std::move(texts_); }

 private:
  friend class JsonTreeBuilder;

  std::vector<JsonNode> nodes_;
  std::vector<char> texts_;  // all keys and texts, one after the other
};

// Walks the members of an object or the entries of a list: for (JsonValue each : children_of(value)).
class JsonChildren {
 public:
  class Iterator {
   public:
    explicit Iterator(JsonValue at) : at_(at) {}
    JsonValue operator*() const { return at_; }
    Iterator& operator++() {
      at_ = at_.next_sibling();
      return *this;
    }
    bool operator!=(const Iterator&) const { return static_cast<bool>(at_); }

   private:
    JsonValue at_;
  };

  explicit JsonChildren(JsonValue of) : first_(of.first_child()) {}
  [[nodiscard]] Iterator begin() const { return Iterator(first_); }
  [[nodiscard]] Iterator end() const { return Iterator(JsonValue()); }

 private:
  JsonValue first_;
};

[[nodiscard]] inline JsonChildren children_of(JsonValue value) { return JsonChildren(value); }

}  // namespace planshift
