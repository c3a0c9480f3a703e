#include "core/settlement/keep_discounts.hpp"

#include <algorithm>

#include "core/money/rounding.hpp"
#include "core/settlement/item_lines.hpp"
#include "core/settlement/totals.hpp"

namespace planshift {
namespace {

bool has(const std::vector<DiscountIndex>& list, DiscountIndex discount) {
  return std::find(list.begin(), list.end(), discount) != list.end();
}

Money taken_by(DiscountIndex discount, const std::vector<DiscountTaken>& taken) {
  for (const DiscountTaken& each : taken) {
    if (each.discount == discount) return each.amount;
  }
  return {};
}

Money sum_of_kind(const Lines& lines, LineKind kind) {
  Money sum;
  for (const Line& line : lines) {
    if (line.kind == kind) sum += line.amount;
  }
  return sum;
}

// What the percentages of one list take off one side, limited as that list limits them.
class Side {
 public:
  Side(const Catalog& catalog, const std::vector<DiscountIndex>& list, Money sum)
      : catalog_(catalog),
        list_(list),
        sum_(sum),
        taken_(discounts_on(catalog, list, DiscountScope::change_lines, sum, {1, 1})) {}

  [[nodiscard]] Money taken_by(DiscountIndex discount) const { return planshift::taken_by(discount, taken_); }

  // Whether the discount is on the list and is not shortened.
  [[nodiscard]] bool takes_all(DiscountIndex discount) const {
    const auto wanted = sum_ * catalog_[discount].percent->of_sum();
    return has(list_, discount) && taken_by(discount) == round(wanted, catalog_.policy.proration.rounding);
  }

 private:
  const Catalog& catalog_;
  const std::vector<DiscountIndex>& list_;
  Money sum_;
  std::vector<DiscountTaken> taken_;
};

// The percentages of the old list apply to what is given back, those of the new one to what is charged, each list
// limited by itself: who got 100 % off and now gets 20 % off is given nothing back and charged 80 %. One that is on both
// and is shortened on neither takes its share of both together, rounded once.
class Percentages {
 public:
  Percentages(const Catalog& catalog, const KeepDiscounts& lists, const Lines& lines)
      : catalog_(catalog),
        one_list_(lists.before == lists.after),
        all_(catalog, lists.before, sum_of(lines, Transaction::charge)),
        unused_(catalog, lists.before, sum_of_kind(lines, LineKind::unused)),
        charge_(catalog, lists.after, sum_of_kind(lines, LineKind::charge)),
        sum_(sum_of(lines, Transaction::charge)) {}

  [[nodiscard]] Money taken_by(DiscountIndex discount) const {
    if (one_list_) return all_.taken_by(discount);
    const bool together = unused_.takes_all(discount) && charge_.takes_all(discount);
    if (!together) return unused_.taken_by(discount) + charge_.taken_by(discount);
    return round(sum_ * catalog_[discount].percent->of_sum(), catalog_.policy.proration.rounding);
  }

 private:
  const Catalog& catalog_;
  bool one_list_;
  Side all_;
  Side unused_;
  Side charge_;
  Money sum_;
};

// What the amounts of both lists take off whole terms.
class Amounts {
 public:
  Amounts(const Catalog& catalog, const KeepDiscounts& lists)
      : before_(discounts_on(catalog, lists.before, DiscountScope::full_period, lists.whole_before, {1, 1})),
        after_(discounts_on(catalog, lists.after, DiscountScope::full_period, lists.whole_after, {1, 1})) {}

  [[nodiscard]] Money more_of(DiscountIndex discount) const {
    return taken_by(discount, after_) - taken_by(discount, before_);
  }

 private:
  std::vector<DiscountTaken> before_;
  std::vector<DiscountTaken> after_;
};

std::vector<DiscountIndex> on_everything(const Catalog& catalog, const KeepDiscounts& lists) {
  std::vector<DiscountIndex> out;
  const auto add = [&](const std::vector<DiscountIndex>& list) {
    for (const DiscountIndex each : list) {
      if (catalog[each].on == DiscountOn::everything && !has(out, each)) out.push_back(each);
    }
  };
  add(lists.before);
  add(lists.after);
  return out;
}

}  // namespace

Money KeepDiscounts::amounts_more(const Catalog& catalog) const {
  Money more;
  const std::vector<DiscountIndex> list = on_everything(catalog, *this);
  if (list.empty()) return more;
  const Amounts amounts(catalog, *this);
  for (const DiscountIndex each : list) {
    if (!catalog[each].percent) more += amounts.more_of(each);
  }
  return more;
}

void KeepDiscounts::add_lines(const Catalog& catalog, const Share& share, Lines& lines) const {
  const std::vector<DiscountIndex> list = on_everything(catalog, *this);
  if (list.empty()) return;
  const Percentages percentages(catalog, *this, lines);
  const Amounts amounts(catalog, *this);
  const Rounding rounding = catalog.policy.proration.rounding;
  for (const DiscountIndex each : list) {
    Line line;
    line.kind = LineKind::discount;
    line.discount = each;
    line.amount =
        catalog[each].percent ? -percentages.taken_by(each) : -round(amounts.more_of(each) * share.ratio(), rounding);
    add_line(lines, line);
  }
}

}  // namespace planshift
