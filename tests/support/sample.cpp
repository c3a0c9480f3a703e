#include "tests/support/sample.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "core/document/read/read_catalog.hpp"
#include "core/document/read/read_subscription.hpp"
#include "core/money/decimal_text.hpp"

namespace planshift::test {
namespace {

using Json = nlohmann::ordered_json;

Json merged(Json base, std::string_view patch) {
  base.merge_patch(Json::parse(patch));
  return base;
}

// What each question knows, so that one subscription serves them all.
void keep_members(Json& request, std::string_view question) {
  if (question == "forecast" || question == "sweep" || question == "quote") {
    if (question != "quote") request.erase("at");
    if (question == "quote") request.erase("subscription");
  }
}

// Reads a part of a request, without faults.
template <class Read>
auto read_without_faults(const Catalog& catalog, std::string_view json, Read read) {
  JsonDocument document;
  Faults faults;
  INFO(json);
  REQUIRE(document.parse(json, faults));
  Reader reader(faults, catalog.currency.decimals);
  auto value = read(reader, document.root());
  REQUIRE(faults.empty());
  return value;
}

}  // namespace

std::string file_text(std::string_view path) {
  std::ifstream file(std::string(PLANSHIFT_SOURCE_DIR "/") + std::string(path), std::ios::binary);
  INFO(path);
  REQUIRE(file);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string catalog_text(std::string_view merge_patch, std::string_view name) {
  const std::string path = "tests/conformance/catalogs/" + std::string(name) + ".json";
  return merged(Json::parse(file_text(path)), merge_patch).dump();
}

std::unique_ptr<Catalog> catalog_with(std::string_view merge_patch, std::string_view name) {
  Faults faults;
  auto catalog = read_catalog(catalog_text(merge_patch, name), faults);
  INFO(merge_patch);
  REQUIRE(faults.empty());
  return catalog;
}

std::string catalog_faults(std::string_view merge_patch, std::string_view name) {
  return Answer(check_catalog(catalog_text(merge_patch, name)).text).faults();
}

std::string subscription_text(std::string_view merge_patch) {
  const Json base = Json::parse(
      R"({"plan": "basic", "cycle": "monthly", "seats": 3, "period": {"start": "2026-11-01", "end": "2026-12-01"}})");
  return merged(base, merge_patch).dump();
}

Subscription subscription_to(const Catalog& catalog, std::string_view merge_patch) {
  return read_without_faults(catalog, subscription_text(merge_patch), [&](Reader& reader, JsonValue root) {
    return read_subscription(reader, root, catalog);
  });
}

Change change_to(const Catalog& catalog, std::string_view change_json) {
  return read_without_faults(
      catalog, change_json, [&](Reader& reader, JsonValue root) { return read_change(reader, root, catalog); });
}

Answer ask(std::string_view request, std::string_view catalog_patch, std::string_view question,
           std::string_view catalog) {
  const Opened opened = Engine::open(catalog_text(catalog_patch, catalog));
  INFO(opened.error);
  REQUIRE(opened.engine);
  Json base;
  base["at"] = "2026-11-16";
  base["subscription"] = Json::parse(subscription_text());
  keep_members(base, question);
  return Answer(opened.engine->answer(question, merged(base, request).dump()).text);
}

Answer answer_to(std::string_view question, std::string_view request_json, std::string_view catalog_patch) {
  const Opened opened = Engine::open(catalog_text(catalog_patch));
  INFO(opened.error);
  REQUIRE(opened.engine);
  return Answer(opened.engine->answer(question, request_json).text);
}

Instant day(std::string_view date) {
  if (const auto found = Date::parse(date)) return Instant::at(*found);
  const auto instant = Instant::parse(date);
  INFO(date);
  REQUIRE(instant);
  return *instant;
}

std::string printed(Instant at) { return at.date().text(); }

std::string printed(const Period& period) { return printed(period.start) + "/" + printed(period.end); }

Money usd(std::string_view amount) {
  const Decimal decimal = parse_decimal(amount, 2);
  INFO(amount);
  REQUIRE(decimal.fault == DecimalFault::none);
  return Money::of_minor(decimal.units);
}

std::string printed(Money usd) {
  if (usd.exceeded()) return "exceeded";
  return decimal_text(usd.minor(), 2);
}

}  // namespace planshift::test
