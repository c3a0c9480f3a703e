#include "core/settlement/totals.hpp"

#include <catch2/catch_test_macros.hpp>

#include "core/money/rounding.hpp"
#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::printed;
using test::usd;

Line line(LineKind kind, std::string_view amount, Transaction transaction = Transaction::charge) {
  Line out;
  out.kind = kind;
  out.transaction = transaction;
  out.amount = usd(amount);
  return out;
}

TEST_CASE("sums by kind, then the charge from the balance first", "[settlement][totals]") {
  const Lines lines{line(LineKind::full, "100.00"), line(LineKind::discount, "-10.00"), line(LineKind::tax, "9.00"),
                    line(LineKind::unused, "-30.00", Transaction::refund), line(LineKind::tax, "-3.00", Transaction::refund)};
  const Totals totals = total_up(lines, usd("5.00"));
  CHECK(printed(totals.subtotal) == "70.00");
  CHECK(printed(totals.discount) == "-10.00");
  CHECK(printed(totals.tax) == "6.00");
  CHECK(printed(totals.total) == "66.00");
  CHECK(printed(totals.from_balance) == "5.00");
  CHECK(printed(totals.charged) == "94.00");
  CHECK(printed(totals.to_balance) == "0.00");
  CHECK(printed(totals.refunded) == "33.00");
  CHECK(printed(totals.balance_after(usd("5.00"))) == "0.00");
  CHECK(!totals.exceeded());
}

TEST_CASE("a charge below nothing goes to the balance", "[settlement][totals]") {
  const Totals totals = total_up({line(LineKind::unused, "-12.00"), line(LineKind::charge, "2.00")}, usd("5.00"));
  CHECK(printed(totals.to_balance) == "10.00");
  CHECK(printed(totals.charged) == "0.00");
  CHECK(printed(totals.from_balance) == "0.00");
  CHECK(printed(totals.balance_after(usd("5.00"))) == "15.00");
}

TEST_CASE("the balance pays no more than what is due", "[settlement][totals]") {
  const Totals totals = total_up({line(LineKind::full, "3.00")}, usd("5.00"));
  CHECK(printed(totals.from_balance) == "3.00");
  CHECK(printed(totals.charged) == "0.00");
}

TEST_CASE("a tax that is contained adds nothing", "[settlement][totals]") {
  Line tax = line(LineKind::tax, "1.00");
  tax.inclusive = true;
  CHECK(counted(tax).is_zero());
  CHECK(printed(total_up({line(LineKind::full, "11.00"), tax}, Money()).tax) == "0.00");
  CHECK(printed(total_up({line(LineKind::full, "11.00"), tax}, Money()).total) == "11.00");
}

// Books that balance, each figure of which can be spoiled.
struct Books {
  Lines lines{line(LineKind::full, "100.00"), line(LineKind::charge, "49.50"), line(LineKind::discount, "-10.00"),
              line(LineKind::tax, "9.00"), line(LineKind::unused, "-30.00", Transaction::refund)};
  Money balance = usd("5.00");
  Totals totals;

  Books() {
    lines[1].proration = LineProration{{99, 200}, usd("100.00")};
    totals = total_up(lines, balance);
  }
  [[nodiscard]] bool balance_up() const { return books_balance(lines, totals, balance, Rounding::half_up); }
};

TEST_CASE("books that balance, and each way in which they may not", "[settlement][totals]") {
  CHECK(Books().balance_up());
  const auto spoiled = [](auto spoil) {
    Books books;
    spoil(books);
    return books.balance_up();
  };
  const Money cent = usd("0.01");
  CHECK(!spoiled([&](Books& b) { b.lines[0].amount += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.total += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.subtotal += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.discount += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.tax += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.charged += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.from_balance += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.to_balance += cent; }));
  CHECK(!spoiled([&](Books& b) { b.totals.refunded += cent; }));
  CHECK(!spoiled([&](Books& b) { b.lines.push_back(line(LineKind::cap, "0.00")); }));
  CHECK(spoiled([&](Books& b) { b.lines.push_back(line(LineKind::full, "0.00")); }));
  CHECK(!spoiled([&](Books& b) { b.lines[1].proration->share.remaining = 98; }));
  CHECK(!spoiled([&](Books& b) { b.lines[1].proration->base = usd("100.02"); }));
  CHECK(!spoiled([&](Books& b) { b.balance = usd("4.99"); }));
  // Both sides wrong by the same, so that the sums agree: signs still tell.
  CHECK(!spoiled([&](Books& b) {
    b.totals.charged = usd("-1.00");
    b.totals.to_balance = usd("-144.50");
  }));
  CHECK(!spoiled([&](Books& b) {
    b.totals.charged += usd("1.00");
    b.totals.to_balance += usd("1.00");
  }));
  CHECK(!spoiled([&](Books& b) {
    b.totals.charged = b.totals.charged + b.totals.from_balance - usd("-1.00");
    b.totals.from_balance = usd("-1.00");
  }));
  CHECK(!spoiled([&](Books& b) {
    b.totals.charged -= usd("31.00");
    b.totals.refunded = usd("-1.00");
  }));
  CHECK(!spoiled([&](Books& b) {
    b.totals.charged -= usd("1.00");
    b.totals.to_balance = usd("-1.00");
  }));
}

TEST_CASE("a balance below nothing is no balance", "[settlement][totals]") {
  Books books;
  books.lines.clear();
  books.totals = total_up(books.lines, Money());
  CHECK(books_balance(books.lines, books.totals, Money(), Rounding::half_up));
  CHECK(!books_balance(books.lines, books.totals, usd("-1.00"), Rounding::half_up));
}

TEST_CASE("any sum past its range is found", "[settlement][totals]") {
  for (Money Totals::* member : {&Totals::subtotal, &Totals::discount, &Totals::tax, &Totals::total, &Totals::charged,
                                 &Totals::from_balance, &Totals::to_balance, &Totals::refunded}) {
    Totals totals;
    CHECK(!totals.exceeded());
    totals.*member = Money::exceeded_range();
    CHECK(totals.exceeded());
  }
}

}  // namespace
}  // namespace planshift
