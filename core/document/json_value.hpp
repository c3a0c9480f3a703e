// A JSON document as a flat tree, read once from text. Everything that makes a text no document of ours is found here:
// size, byte-order mark, ill-formed UTF-8, syntax, trailing bytes, depth, members that stand twice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/fault/fault.hpp"

namespace planshift {

enum class JsonKind : std::uint8_t { absent, null, boolean, integer, other_number, text, list, object };

class JsonDocument;

// One value of a document; or none: a member that is absent.
class JsonValue {
 public:
  JsonValue() = default;
  JsonValue(const JsonDocument& document, std::uint32_t node) : document_(&document), node_(node) {}

  [[nodiscard]] explicit operator bool() const { return document_ != nullptr; }
  [[nodiscard]] JsonKind kind() const;
  [[nodiscard]] std::string_view key() const;   // of a member
  [[nodiscard]] std::string_view text() const;  // of a text
  [[nodiscard]] std::int64_t integer() const;   // of an integer; also 0 or 1 of a boolean
  [[nodiscard]] JsonValue first_child() const;
  [[nodiscard]] JsonValue next_sibling() const;
  [[nodiscard]] std::size_t children() const;
  // JSON Pointer (RFC 6901) from the document's root: "/plans/2/id".
  [[nodiscard]] std::string pointer() const;

 private:
  const JsonDocument* document_ = nullptr;
  std::uint32_t node_ = 0;
};

class JsonDocument {
 public:
  static constexpr std::size_t most_bytes = 1'048'576;
  static constexpr int most_depth = 32;

  // Nothing is read past the first fault.
  [[nodiscard]] bool parse(std::string_view json, Faults& faults, std::size_t most = most_bytes);
  [[nodiscard]] JsonValue root() const { return {*this, 0}; }

 private:
  friend class JsonValue;
  friend class JsonTreeBuilder;

  static constexpr std::uint32_t none = UINT32_MAX;
  struct Text {
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
  };
  struct Node {
    JsonKind kind = JsonKind::null;
    std::uint32_t parent = none;
    std::uint32_t first_child = none;
    std::uint32_t next_sibling = none;
    std::uint32_t children = 0;
    Text key;
    Text text;
    std::int64_t integer = 0;
  };

  [[nodiscard]] std::string_view view(Text text) const {
    return std::string_view(texts_).substr(text.begin, text.length);
  }

  std::vector<Node> nodes_;
  std::string texts_;  // all keys and texts, one after the other
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
