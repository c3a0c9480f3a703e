#include "core/money/decimal_text.hpp"

#include <catch2/catch_test_macros.hpp>

namespace planshift {
namespace {

// What is wrong with the text; of a text at fault nothing is read.
DecimalFault fault_of(std::string_view text, int decimals) {
  const Decimal decimal = parse_decimal(text, decimals);
  if (decimal.fault != DecimalFault::none) CHECK(decimal.units == 0);
  return decimal.fault;
}

TEST_CASE("an amount is read by its decimals", "[money][decimal_text]") {
  struct Row {
    std::string_view text;
    int decimals;
    std::int64_t units;
  };
  const Row rows[] = {
      {"0", 0, 0},          {"0", 2, 0},          {"7", 0, 7},        {"12", 2, 1'200},    {"12.5", 2, 1'250},
      {"12.50", 2, 1'250},  {"0.05", 2, 5},       {"-0.05", 2, -5},   {"-0", 2, 0},        {"1.234", 3, 1'234},
      {"10", 4, 100'000},   {"0.0001", 4, 1},     {"100", 0, 100},    {"9.9", 6, 9'900'000},
      {"92233720368547758.07", 2, INT64_MAX},     {"-92233720368547758.08", 2, INT64_MIN},
      {"9223372036854775807", 0, INT64_MAX},      {"-9223372036854775808", 0, INT64_MIN},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Decimal decimal = parse_decimal(row.text, row.decimals);
    CHECK(decimal.fault == DecimalFault::none);
    CHECK(decimal.units == row.units);
  }
}

TEST_CASE("an amount ends where its text ends", "[money][decimal_text]") {
  CHECK(parse_decimal(std::string_view("1234").substr(0, 2), 0).units == 12);
  CHECK(parse_decimal(std::string_view("1.234").substr(0, 3), 2).units == 120);
}

TEST_CASE("only one way of writing an amount is taken", "[money][decimal_text]") {
  for (const char* text : {"", "-", ".5", "5.", "01", "00", "-01.00", "+1", "1,00", "1e3", " 1", "1 ", "1.2.3", "--1",
                           "1.", "-.5", "0x1", "1.0a", "a", "/", ":", "1/2", "1.:"}) {
    CAPTURE(text);
    CHECK(fault_of(text, 2) == DecimalFault::form);
  }
}

TEST_CASE("more decimals than the currency has are refused, even zeros", "[money][decimal_text]") {
  CHECK(fault_of("1.0", 0) == DecimalFault::decimals);
  CHECK(fault_of("1.000", 2) == DecimalFault::decimals);
  CHECK(fault_of("1.00", 2) == DecimalFault::none);
}

TEST_CASE("one unit past 64 bits is refused, at either end and by padding", "[money][decimal_text]") {
  for (const char* text : {"92233720368547758.08", "-92233720368547758.09", "92233720368547759", "922337203685477580700",
                           "99999999999999999999999999"}) {
    CAPTURE(text);
    CHECK(fault_of(text, 2) == DecimalFault::range);
  }
  CHECK(fault_of("9223372036854775808", 0) == DecimalFault::range);
}

TEST_CASE("amounts are printed with all their decimals, and never as minus nothing", "[money][decimal_text]") {
  CHECK(decimal_text(0, 0) == "0");
  CHECK(decimal_text(0, 2) == "0.00");
  CHECK(decimal_text(5, 2) == "0.05");
  CHECK(decimal_text(-5, 2) == "-0.05");
  CHECK(decimal_text(1'250, 2) == "12.50");
  CHECK(decimal_text(1'000, 3) == "1.000");
  CHECK(decimal_text(42, 0) == "42");
  CHECK(decimal_text(-100, 0) == "-100");
  CHECK(decimal_text(INT64_MAX, 2) == "92233720368547758.07");
  CHECK(decimal_text(INT64_MIN, 2) == "-92233720368547758.08");
  CHECK(decimal_text(INT64_MIN, 0) == "-9223372036854775808");
}

TEST_CASE("what is printed is read back", "[money][decimal_text]") {
  for (int decimals = 0; decimals <= 4; ++decimals) {
    for (const std::int64_t units : {INT64_MIN, std::int64_t{-100'000}, std::int64_t{-1}, std::int64_t{0},
                                     std::int64_t{9}, std::int64_t{10}, std::int64_t{12'345}, INT64_MAX}) {
      CHECK(parse_decimal(decimal_text(units, decimals), decimals).units == units);
    }
  }
}

}  // namespace
}  // namespace planshift
