// Money and moments as one vendor's documents hold them.
#include "core/document/write/document_writer.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

template <class Write>
std::string written(Write write, DocumentWriter::Format format) {
  TextBuffer out;
  DocumentWriter writer(out, format);
  write(writer);
  return std::string(out.text());
}

TEST_CASE("money with the currency's decimals", "[document][document_writer]") {
  const auto money = [](int decimals) {
    return written([](DocumentWriter& out) { out.money(Money::of_minor(-1'234)); }, {decimals, ProrationUnit::day});
  };
  CHECK(money(0) == "\"-1234\"");
  CHECK(money(2) == "\"-12.34\"");
  CHECK(money(3) == "\"-1.234\"");
}

TEST_CASE("moments are dates, or instants where the vendor counts in seconds", "[document][document_writer]") {
  const auto moment = [](ProrationUnit unit) {
    return written([](DocumentWriter& out) { out.moment(*Instant::parse("2026-11-22T12:00:00Z")); }, {2, unit});
  };
  CHECK(moment(ProrationUnit::day) == "\"2026-11-22\"");
  CHECK(moment(ProrationUnit::day30) == "\"2026-11-22\"");
  CHECK(moment(ProrationUnit::second) == "\"2026-11-22T12:00:00Z\"");
  CHECK(written([](DocumentWriter& out) { out.date(*Date::parse("2026-11-22")); }, {2, ProrationUnit::second}) == "\"2026-11-22\"");
}

TEST_CASE("an object that would be too large is no text", "[document][document_writer]") {
  const auto object_of = [](std::size_t members) {
    return object_text({}, [&](DocumentWriter& out) {
      const std::string value(10'000, 'x');
      for (std::size_t i = 0; i < members; ++i) out.member("m", value);
    });
  };
  CHECK(object_of(1).size() == 10'008);
  CHECK(object_of(most_answer_bytes / 10'000).empty());
}

}  // namespace
}  // namespace planshift
