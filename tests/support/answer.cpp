#include "tests/support/answer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

namespace planshift::test {
namespace {

using Json = nlohmann::ordered_json;

std::string plain(const Json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

const Json* find(const std::shared_ptr<const void>& document, std::string_view pointer) {
  const auto& root = *static_cast<const Json*>(document.get());
  const Json::json_pointer place{std::string(pointer)};
  return root.contains(place) ? &root.at(place) : nullptr;
}

// `print` of each entry of a list, with "; " between.
template <class Print>
std::string joined(const Json* list, std::string_view between, Print print) {
  if (list == nullptr) return "absent";
  std::string out;
  for (const Json& each : *list) {
    if (!out.empty()) out += between;
    out += print(each);
  }
  return out;
}

}  // namespace

Answer::Answer(std::string_view json) : text_(json) {
  auto parsed = std::make_shared<Json>(Json::parse(json, nullptr, false));
  INFO(json);
  REQUIRE(!parsed->is_discarded());
  value_ = parsed;
}

std::string Answer::operator[](std::string_view pointer) const {
  const Json* value = find(value_, pointer);
  return value == nullptr ? "absent" : plain(*value);
}

std::string Answer::lines(std::string_view pointer) const {
  return joined(find(value_, pointer), "; ", [](const Json& line) {
    const std::string prefix = line.at("transaction") == "refund" ? "refund " : "";
    return prefix + plain(line.at("kind")) + " " + plain(line.at("amount"));
  });
}

std::string Answer::faults() const {
  return joined(find(value_, "/error/all"), "; ", [](const Json& fault) {
    const std::string code = plain(fault.at("code"));
    return code.substr(code.find('.') + 1) + "@" + plain(fault.at("path"));
  });
}

std::string Answer::codes(std::string_view pointer) const {
  return joined(find(value_, pointer), " ", [](const Json& each) { return plain(each.at("code")); });
}

std::string Answer::movements() const {
  return joined(find(value_, "/movements"), "; ", [](const Json& each) {
    return plain(each.at("kind")) + " " + plain(each.at("when")) + " " + plain(each.at("on"));
  });
}

std::string Answer::payments() const {
  return joined(find(value_, "/payments"), "; ", [](const Json& each) {
    return plain(each.at("date")) + " " + plain(each.contains("due") ? each.at("due") : each.at("charged"));
  });
}

}  // namespace planshift::test
