#include "tests/hostile/fuzz/json.hpp"

#include <algorithm>
#include <utility>

#include "tests/hostile/fuzz/demand.hpp"

namespace {

class JsonText {
 public:
  explicit JsonText(std::string_view text) : text_(text) {}

  Json whole() {
    Json value = read();
    require(at_ == text_.size());
    return value;
  }

 private:
  void require(bool holds) const { demand(holds, "an answer is JSON", text_); }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void take(std::string_view token) {
    require(text_.substr(at_, token.size()) == token);
    at_ += token.size();
  }

  Json word(std::string_view token, Json::Kind kind) {
    take(token);
    Json value;
    value.kind = kind;
    return value;
  }

  Json read() {
    switch (peek()) {
      case '{': return object();
      case '[': return list();
      case '"': return string();
      case 'n': return word("null", Json::Kind::null);
      case 't': return word("true", Json::Kind::truth);
      case 'f': return word("false", Json::Kind::falsehood);
      default: return number();
    }
  }

  Json object() {
    Json value;
    value.kind = Json::Kind::object;
    take("{");
    while (peek() != '}') {
      if (!value.names.empty()) take(",");
      std::string name = string().text;
      require(!value.has(name));
      take(":");
      value.names.push_back(std::move(name));
      value.items.push_back(read());
    }
    take("}");
    return value;
  }

  Json list() {
    Json value;
    value.kind = Json::Kind::list;
    take("[");
    while (peek() != ']') {
      if (!value.items.empty()) take(",");
      value.items.push_back(read());
    }
    take("]");
    return value;
  }

  // The engine writes whole numbers only.
  Json number() {
    Json value;
    value.kind = Json::Kind::number;
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    require(peek() >= '0' && peek() <= '9');
    const bool zero = peek() == '0';
    while (peek() >= '0' && peek() <= '9') ++at_;
    value.text = std::string(text_.substr(begin, at_ - begin));
    require(!zero || value.text == "0");
    return value;
  }

  Json string() {
    Json value;
    value.kind = Json::Kind::text;
    take("\"");
    while (peek() != '"') {
      require(at_ < text_.size() && static_cast<unsigned char>(peek()) >= 0x20);
      if (peek() == '\\') {
        ++at_;
        require(peek() == '"' || peek() == '\\' || peek() == 'u');
        if (peek() == 'u') {
          require(text_.substr(at_, 3) == "u00");  // only control characters are written so
          at_ += 3;
        }
      }
      value.text += peek();
      ++at_;
    }
    take("\"");
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

const Json nothing;

}  // namespace

const Json& Json::operator[](std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return items[i];
  }
  return nothing;
}

bool Json::has(std::string_view name) const {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Json read_json(std::string_view text) { return JsonText(text).whole(); }
