#include "core/question/audit_comparison.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace planshift {
namespace {

struct Comparison {
  bool beaten = false;                 // a direct way costs no more, and lasts as long
  std::optional<std::size_t> against;  // else the cheapest one that costs more
};

class Finder {
 public:
  Finder(const Catalog& catalog, const Histories& histories, std::vector<Pump>& pumps)
      : catalog_(catalog), histories_(histories), pumps_(pumps) {}

  void judge(std::size_t index) {
    const History& history = histories_.list()[index];
    if (history.requests == 0) return;
    judge_money_back(index, history);
    if (history.is_direct()) return;
    judge_cost(index, history);
    if (history.holding.changes() == 0 && history.renewals == 0) judge_loop(index, history);
  }

 private:
  // What all that was held costs by the list, with the tax that is added.
  Money list_worth(const History& history) const {
    const Totals& first = start_of(history).totals;
    return first.subtotal.is_positive() ? part_of(history.worth, first.total.minor(), first.subtotal.minor()) : Money();
  }

  // What rounding alone may explain between histories with so many requests.
  Money slack(std::int32_t requests) const {
    const bool adds_tax = catalog_.tax && !catalog_.tax->inclusive;
    return Money::of_minor(adds_tax ? 3 * requests : requests);
  }

  const History& start_of(const History& history) const {
    const Holding holding{history.holding.start, {{first_day_of(history), history.holding.start}}};
    return histories_.list()[histories_.group(holding)->front()];
  }

  static Instant first_day_of(const History& history) { return history.holding.held.front().from; }

  // The time before the first change was used, and has to stay paid for.
  void judge_money_back(std::size_t index, const History& history) {
    const History& start = start_of(history);
    const Period whole = start.standing->period;
    const Share unused = share_remaining(*history.first_asked, whole, catalog_[start.standing->terms.cycle].length,
                                         catalog_.policy.proration.unit, ChangeDay::remaining);
    const Money used = part_of(start.cost, unused.of - unused.remaining, unused.of);
    const Money gained = used - (history.cost - history.lost);
    if (gained > slack(history.requests)) add(PumpKind::more_back_than_paid, gained, index, std::nullopt);
  }

  void judge_cost(std::size_t index, const History& history) {
    if (history.cost + slack(history.requests) >= list_worth(history)) return;
    Comparison comparison;
    compare(history, history.holding, comparison);
    // A new subscription to what is held from the first day on is a direct way too.
    Holding anew = history.holding;
    anew.start = anew.held.front().terms;
    if (anew.start != history.holding.start) compare(history, anew, comparison);
    if (comparison.beaten || !comparison.against) return;
    const History& direct = histories_.list()[*comparison.against];
    const bool loop = history.holding.changes() == 0 && history.renewals == 0;
    add(loop ? PumpKind::more_back_than_paid : PumpKind::held_for_less, direct.cost - history.cost, index,
        comparison.against);
  }

  void compare(const History& history, const Holding& holding, Comparison& out) const {
    const Histories::Group* group = histories_.group(holding);
    if (group == nullptr) return;
    for (const std::size_t other : *group) {
      const History& direct = histories_.list()[other];
      if (!direct.is_direct()) continue;
      const bool dearer = direct.cost - history.cost > slack(history.requests + direct.requests);
      if (!dearer && direct.until >= history.until) out.beaten = true;
      if (!dearer || direct.until > history.until) continue;
      if (!out.against || direct.cost < histories_.list()[*out.against].cost) out.against = other;
    }
  }

  // Back where it began, on one day or over several, at no cost.
  void judge_loop(std::size_t index, const History& history) {
    const History& start = start_of(history);
    if (!history.standing || history.cost > start.cost || history.until < start.until) return;
    const std::int64_t longer = history.until.seconds() - start.until.seconds();
    const Period period = history.standing->period;
    const Money worth =
        part_of(list_price(catalog_, history.standing->terms), longer, period.end.seconds() - period.start.seconds());
    if (worth > slack(history.requests)) add(PumpKind::longer_for_nothing, worth, index, std::nullopt);
    if (history.standing->credits_left.value_or(0) > 0) {
      add(PumpKind::free_credits, Money(), index, std::nullopt);
    }
  }

  void add(PumpKind kind, Money amount, std::size_t index, std::optional<std::size_t> direct) {
    const History& history = histories_.list()[index];
    Pump pump;
    pump.kind = kind;
    pump.amount = amount;
    pump.cause = history.cause;
    if (is_superfluous(pump, history.requests)) return;
    pump.course = histories_.course(index);
    if (direct) pump.direct = histories_.course(*direct);
    if (kind == PumpKind::free_credits) pump.credits = *history.standing->credits_left;
    std::erase_if(pumps_, [&](const Pump& each) { return makes_superfluous(pump, history.requests, each); });
    pumps_.push_back(std::move(pump));
  }

  static std::int32_t steps(const Pump& pump) { return static_cast<std::int32_t>(pump.course.steps.size()); }

  bool is_superfluous(const Pump& pump, std::int32_t requests) const {
    return std::any_of(pumps_.begin(), pumps_.end(), [&](const Pump& each) {
      if (each.kind != pump.kind || (each.cause & pump.cause) != each.cause) return false;
      return steps(each) < requests ||
             (steps(each) == requests && (each.cause != pump.cause || each.amount >= pump.amount));
    });
  }

  static bool makes_superfluous(const Pump& pump, std::int32_t requests, const Pump& other) {
    return other.kind == pump.kind && (pump.cause & other.cause) == pump.cause && requests <= steps(other);
  }

  const Catalog& catalog_;
  const Histories& histories_;
  std::vector<Pump>& pumps_;
};

}  // namespace

void find_pumps(const Catalog& catalog, const Histories& histories, std::vector<Pump>& pumps) {
  Finder finder(catalog, histories, pumps);
  for (std::size_t i = 0; i < histories.list().size(); ++i) finder.judge(i);
}

}  // namespace planshift
