#include "tests/hostile/fuzz/books.hpp"

#include <cstdint>

#include "tests/hostile/fuzz/demand.hpp"

namespace {

__extension__ using Wide = __int128;

class Books {
 public:
  Books(const Vendor& vendor, std::string_view text) : vendor_(vendor), text_(text) {}

  // The members of a payment that bring money in or pay it out.
  void check_payment(const Json& payment) const {
    Wide subtotal = 0, discount = 0, tax = 0;
    for (const Json& line : payment["lines"].items) {
      const std::string& kind = line["kind"].text;
      const Wide amount = money(line["amount"]);
      require(amount != 0 || kind == "full", "no line of nothing");
      if (line.has("inclusive")) continue;
      (kind == "discount" ? discount : kind == "tax" ? tax : subtotal) += amount;
      check_proration(line);
    }
    require(subtotal == money(payment["subtotal"]), "the subtotal is the sum of its lines");
    require(discount == money(payment["discount"]), "the discount is the sum of its lines");
    require(tax == money(payment["tax"]), "the tax is the sum of its lines");
    require(subtotal + discount + tax == money(payment["total"]), "the total is the sum of the lines");
    check_flows(payment);
  }

  void check_balance(const Json& answer) const {
    const Json& today = answer["pay_today"];
    const Wide before = money(answer["balance"]["before"]);
    const Wide after = money(answer["balance"]["after"]);
    require(after == before - money(today["from_balance"]) + money(today["to_balance"]), "the balance carries over");
    require(after >= 0, "the balance is never overdrawn");
    if (answer["after"].kind == Json::Kind::object) {
      require(money(answer["after"]["balance"]) == after, "the balance stands in what follows");
      require(money(answer["after"]["paid"]) >= 0, "paid is never negative");
    }
  }

  // Nothing comes back beyond what the whole running cycle was worth as paid.
  void check_given_back(const Json& answer, const Json& subscription) const {
    Wide own = 0;
    for (const Json& line : answer["pay_today"]["lines"].items) {
      const std::string& kind = line["kind"].text;
      if (kind != "tax" && kind != "pending") own += money(line["amount"]);
    }
    require(-own <= money(subscription["paid"]), "no more comes back than was paid");
  }

  void require(bool holds, std::string_view what) const { demand(holds, what, text_); }

 private:
  [[nodiscard]] Wide money(const Json& value) const {
    const std::string& text = value.text;
    require(value.kind == Json::Kind::text && !text.empty(), "an amount is a text");
    const bool negative = text.front() == '-';
    const std::string_view digits = std::string_view(text).substr(negative ? 1 : 0);
    const auto places = static_cast<std::size_t>(vendor_.decimals);
    const std::size_t point = places == 0 ? digits.size() : digits.size() - places - 1;
    require(point >= 1 && (places == 0 || digits[point] == '.'), "an amount has all its decimals");
    require(digits.front() != '0' || point == 1, "an amount has no leading zeros");
    Wide units = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (i == point) continue;
      require(digits[i] >= '0' && digits[i] <= '9', "an amount has only digits");
      units = units * 10 + (digits[i] - '0');
    }
    require(!negative || units != 0, "there is no negative zero");
    require(units <= Wide{INT64_MAX} + (negative ? 1 : 0), "an amount keeps the range");
    return negative ? -units : units;
  }

  [[nodiscard]] Wide rounded(Wide product, Wide divisor) const {
    const Wide quotient = product / divisor;
    const Wide twice = product % divisor * 2;
    const std::string& mode = vendor_.rounding;
    const bool up = mode == "up"          ? twice != 0
                    : mode == "half_up"   ? twice >= divisor
                    : mode == "half_even" ? twice > divisor || (twice == divisor && quotient % 2 == 1)
                                          : false;
    return quotient + (up ? 1 : 0);
  }

  void check_proration(const Json& line) const {
    const Json& proration = line["proration"];
    if (proration.kind != Json::Kind::object) return;
    const Wide remaining = std::stoll(proration["remaining"].text);
    const Wide of = std::stoll(proration["of"].text);
    require(remaining >= 0 && remaining <= of && of > 0, "a share lies between none and all");
    const Wide base = money(proration["base"]);
    const Wide amount = money(line["amount"]);
    require((amount < 0 ? -amount : amount) == rounded((base < 0 ? -base : base) * remaining, of),
            "a line follows from its proration");
  }

  void check_flows(const Json& payment) const {
    if (!payment.has("from_balance")) return;  // a quote's first payment
    const Wide paid = money(payment[payment.has("due") ? "due" : "charged"]);
    const Wide refunded = payment.has("refunded") ? money(payment["refunded"]) : 0;
    const Wide from = money(payment["from_balance"]);
    const Wide to = money(payment["to_balance"]);
    require(paid >= 0 && refunded >= 0 && from >= 0 && to >= 0, "no flow is negative");
    require(paid + from - to - refunded == money(payment["total"]), "the flows make the total");
    require(paid == 0 || to == 0, "what is paid does not go to the balance");
  }

  const Vendor& vendor_;
  std::string_view text_;
};

}  // namespace

void check_books(const Vendor& vendor, const Json& answer, std::string_view text) {
  const Books books(vendor, text);
  const bool refused = answer["allowed"].kind == Json::Kind::falsehood;
  for (const std::string_view name : {"pay_today", "first_payment", "next_payment"}) {
    books.require(!refused || !answer.has(name), "an answer that refuses shows no payment");
    if (answer[name].kind == Json::Kind::object) books.check_payment(answer[name]);
  }
  books.require(refused == !answer["reasons"].items.empty() || !answer.has("allowed"), "a refusal has a reason");
  for (const Json& payment : answer["payments"].items) books.check_payment(payment);
  if (answer["pay_today"].kind == Json::Kind::object) books.check_balance(answer);
}

void check_given_back(const Vendor& vendor, const Json& answer, const Json& subscription, std::string_view text) {
  Books(vendor, text).check_given_back(answer, subscription);
}
