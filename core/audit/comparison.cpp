#include "core/audit/comparison.hpp"

#include <optional>
#include <utility>

#include "core/audit/pumps.hpp"

namespace planshift {
namespace {

class Finder {
 public:
  Finder(const Catalog& catalog, const Histories& histories, std::vector<Pump>& pumps)
      : catalog_(catalog), histories_(histories), pumps_(pumps) {}

  void judge(std::size_t index) {
    const History& history = histories_.list()[index];
    if (history.requests == 0) return;
    judge_money_back(index, history);
    if (history.is_direct()) return;
    judge_gain(index, history);
    if (is_loop(history)) judge_credits(index, history);
  }

 private:
  // What was held is worth this much more than it cost, by the list and with the tax that is added.
  Money gain(const History& history) const {
    const Totals& first = start_of(history).totals;
    if (!first.subtotal.is_positive()) return -history.cost;
    return part_of(history.worth, first.total.minor(), first.subtotal.minor()) - history.cost;
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

  void judge_gain(std::size_t index, const History& history) {
    if (gain(history) <= slack(history.requests)) return;
    // A new subscription to what is held from the first day on is a direct way too.
    Holding anew = history.holding;
    anew.start = anew.held.front().terms;
    std::optional<std::size_t> direct;
    if (!beats_all(history, history.holding, direct) || !beats_all(history, anew, direct) || !direct) return;
    add(is_loop(history) ? PumpKind::more_back_than_paid : PumpKind::held_for_less,
        gained(history, histories_.list()[*direct]), index, direct);
  }

  // By how much a history does better than another that holds the same, perhaps not as long.
  Money gained(const History& history, const History& than) const {
    return history.until == than.until ? than.cost - history.cost : gain(history) - gain(than);
  }

  // Whether it does better than every direct one; `best` becomes the best of these, among them one that lasts as long.
  bool beats_all(const History& history, const Holding& holding, std::optional<std::size_t>& best) const {
    const Histories::Group* group = histories_.group(holding);
    if (group == nullptr) return true;
    for (const std::size_t each : *group) {
      const History& direct = histories_.list()[each];
      if (!direct.is_direct()) continue;
      if (gained(history, direct) <= slack(history.requests + direct.requests)) return false;
      if (!best || is_better(history, direct, histories_.list()[*best])) best = each;
    }
    return true;
  }

  bool is_better(const History& history, const History& direct, const History& than) const {
    const bool lasts = direct.until == history.until;
    if (lasts != (than.until == history.until)) return lasts;
    return gained(history, direct) < gained(history, than);
  }

  static bool is_loop(const History& history) { return history.holding.changes() == 0 && history.renewals == 0; }

  // Back where it began, at no cost.
  void judge_credits(std::size_t index, const History& history) {
    if (!history.standing || history.cost > start_of(history).cost) return;
    if (history.standing->credits_left.value_or(0) > 0) add(PumpKind::free_credits, Money(), index, std::nullopt);
  }

  void add(PumpKind kind, Money amount, std::size_t index, std::optional<std::size_t> direct) {
    const History& history = histories_.list()[index];
    Pump pump;
    pump.kind = kind;
    pump.amount = amount;
    pump.requests = history.requests;
    pump.cause = history.cause;
    if (is_superfluous(pump, pumps_)) return;
    pump.course = histories_.course(index);
    if (direct) pump.direct = histories_.course(*direct);
    if (kind == PumpKind::free_credits) pump.credits = *history.standing->credits_left;
    add_pump(pumps_, std::move(pump));
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
