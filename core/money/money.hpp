// Money: a signed 64-bit count of minor units (cents, yen, fils) of the catalog's one currency.
//
// An operation that leaves the range returns an amount that is `exceeded`, and so is everything computed from it: like
// a NaN it never becomes a number again. Code that prints or keeps an amount asks first. No operation wraps or
// saturates.
#pragma once

#include <compare>
#include <cstdint>

namespace planshift {

class Money {
 public:
  constexpr Money() = default;
  [[nodiscard]] static constexpr Money of_minor(std::int64_t minor) { return Money(minor, false); }
  [[nodiscard]] static constexpr Money exceeded_range() { return Money(0, true); }

  [[nodiscard]] constexpr std::int64_t minor() const { return minor_; }
  [[nodiscard]] constexpr bool exceeded() const { return exceeded_; }
  [[nodiscard]] constexpr bool is_zero() const { return minor_ == 0 && !exceeded_; }
  [[nodiscard]] constexpr bool is_negative() const { return minor_ < 0; }
  [[nodiscard]] constexpr bool is_positive() const { return minor_ > 0; }

  friend constexpr Money operator+(Money a, Money b) {
    std::int64_t sum = 0;
    const bool over = __builtin_add_overflow(a.minor_, b.minor_, &sum);
    return Money(sum, over || a.exceeded_ || b.exceeded_);
  }
  friend constexpr Money operator-(Money a, Money b) {
    std::int64_t difference = 0;
    const bool over = __builtin_sub_overflow(a.minor_, b.minor_, &difference);
    return Money(difference, over || a.exceeded_ || b.exceeded_);
  }
  friend constexpr Money operator-(Money a) { return Money() - a; }
  // A price times a number of seats (or packages). Money times money does not exist.
  friend constexpr Money operator*(Money a, std::int64_t count) {
    std::int64_t product = 0;
    const bool over = __builtin_mul_overflow(a.minor_, count, &product);
    return Money(product, over || a.exceeded_);
  }
  constexpr Money& operator+=(Money b) { return *this = *this + b; }
  constexpr Money& operator-=(Money b) { return *this = *this - b; }

  // An exceeded amount has no order: its comparisons mean nothing, and what is computed from it stays exceeded.
  friend constexpr std::strong_ordering operator<=>(Money a, Money b) { return a.minor_ <=> b.minor_; }
  friend constexpr bool operator==(Money a, Money b) = default;

 private:
  constexpr Money(std::int64_t minor, bool exceeded) : minor_(exceeded ? 0 : minor), exceeded_(exceeded) {}

  std::int64_t minor_ = 0;
  bool exceeded_ = false;
};

// The smaller and the larger of two; exceeded if either is.
[[nodiscard]] constexpr Money least(Money a, Money b) {
  if (a.exceeded()) return a;
  if (b.exceeded()) return b;
  return a < b ? a : b;
}
[[nodiscard]] constexpr Money greatest(Money a, Money b) {
  if (a.exceeded()) return a;
  if (b.exceeded()) return b;
  return b < a ? a : b;
}
[[nodiscard]] constexpr Money magnitude(Money a) { return a.is_negative() ? -a : a; }

}  // namespace planshift
