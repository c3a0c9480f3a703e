// Changes one after the other: nothing is paid twice, nothing is earned by going there and back.
#include "core/money/rounding.hpp"
#include "core/question/forecast.hpp"
#include "core/question/options.hpp"
#include "core/question/sweep.hpp"
#include "tests/properties/world.hpp"

namespace planshift::test {
namespace {

__extension__ using Wide = __int128;

Preview must(Preview answer) {
  RC_ASSERT(answer.allowed());
  RC_ASSERT(!answer.fault);
  return answer;
}

// "plain" leaves out what a cap has cut: net lines, and add-ons beside a plan, may round a unit past what was paid.
bool has_cap(const Preview& answer) {
  for (const Line& line : answer.lines) {
    if (line.kind == LineKind::cap) return true;
  }
  return false;
}

// Of the lines of a kind; nothing where they are left out, as on a month's 31st in months of 30 days.
std::int64_t amount_of(const Preview& answer, LineKind kind) {
  std::int64_t out = 0;
  for (const Line& line : answer.lines) out += line.kind == kind ? minor(line.amount) : 0;
  return out;
}

Terms other_terms(const World& world) {
  Terms wanted = generated_terms(world.subscription.terms.cycle);
  RC_PRE(wanted != world.subscription.terms);
  return wanted;
}

TEST_CASE("on the first day an upgrade costs the difference exactly", "[properties][limits]") {
  holds("L1, L4", [] {
    World world = generated_world(Kind::plain);
    Terms wanted = world.subscription.terms;
    RC_PRE(wanted.plan != PlanIndex{2});
    wanted.plan = PlanIndex{2};
    const Preview later = must(world.preview_of(to_terms(wanted)));
    RC_ASSERT(!later.today.total.is_negative());
    world.at = world.subscription.period.start;
    const Share all = world.share();
    const Preview first = must(world.preview_of(to_terms(wanted)));
    if (all.remaining == all.of) RC_ASSERT(first.today.total == world.price(wanted) - world.price(world.subscription.terms));
  });
}

TEST_CASE("split and net differ by a unit at most", "[properties][limits]") {
  holds("L2", [] {
    World world = generated_world(Kind::plain);
    Terms wanted = with(world.subscription.terms, static_cast<std::uint32_t>(pick(0, 2)), world.subscription.terms.seats);
    RC_PRE(wanted != world.subscription.terms);
    const std::int64_t split = must(world.preview_of(to_terms(wanted))).today.total.minor();
    for (const MovementKind kind : {MovementKind::upgrade, MovementKind::downgrade}) {
      Rule rule;
      rule.lines = LineStyle::net;
      world.catalog->policy.set(kind, std::vector<Rule>(2, rule));
    }
    const Preview one_line = must(world.preview_of(to_terms(wanted)));
    RC_PRE(!has_cap(one_line));
    const std::int64_t net = one_line.today.total.minor();
    RC_ASSERT(net - split <= 1 && split - net <= 1);
    const Money difference = world.price(wanted) - world.price(world.subscription.terms);
    RC_ASSERT(net == round(difference * world.share().ratio(), world.rounding()).minor());
  });
}

TEST_CASE("each line falls as days pass", "[properties][limits]") {
  holds("L3", [] {
    World world = generated_world(Kind::plain);
    const Terms wanted = with(world.subscription.terms, 2, world.subscription.terms.seats);
    RC_PRE(wanted != world.subscription.terms);
    const Preview today = must(world.preview_of(to_terms(wanted)));
    world.at = world.at.plus_days(1);
    RC_PRE(world.at < world.subscription.period.end);
    const Preview tomorrow = must(world.preview_of(to_terms(wanted)));
    RC_ASSERT(amount_of(tomorrow, LineKind::unused) >= amount_of(today, LineKind::unused));
    RC_ASSERT(amount_of(tomorrow, LineKind::charge) <= amount_of(today, LineKind::charge));
    RC_ASSERT(tomorrow.today.total.minor() <= today.today.total.minor() + 1);
  });
}

TEST_CASE("a longer cycle refunds the unused time and charges a full one", "[properties][limits]") {
  holds("L8", [] {
    World world = generated_world(Kind::plain);
    RC_PRE(world.subscription.terms.cycle == CycleIndex{0});
    Terms wanted = world.subscription.terms;
    wanted.cycle = CycleIndex{1};
    const Preview answer = must(world.preview_of(to_terms(wanted)));
    RC_ASSERT(answer.today.refunded == round(world.subscription.paid * world.share().ratio(), world.rounding()));
    RC_ASSERT(answer.today.charged == world.price(wanted));
    RC_ASSERT(answer.after->period.start == world.at);
    RC_ASSERT(answer.after->paid == world.price(wanted));
  });
}

TEST_CASE("changes of one period add up to what was held, in days", "[properties][histories]") {
  holds("H1: conservation within a unit for each line", [] {
    const World world = generated_world(Kind::plain);
    Subscription standing = world.subscription;
    const Share whole = running_share(*world.catalog, standing, standing.period.start, ChangeDay::remaining);
    Wide exact = static_cast<Wide>(0);  // in 1/L of a unit: Σ (P(new) − P(old)) × R
    std::int64_t paid = 0, lines = 0;
    Instant at = world.at;
    const std::int64_t changes = pick(1, 5);
    for (std::int64_t i = 0; i < changes && at < standing.period.end; ++i) {
      const Terms wanted = generated_terms(standing.terms.cycle);
      if (wanted != standing.terms) {
        const Preview answer = must(world.after_preview(standing, to_terms(wanted), at));
        const Share left = running_share(*world.catalog, standing, at, ChangeDay::remaining);
        exact += static_cast<Wide>((world.price(wanted) - world.price(standing.terms)).minor()) * left.remaining;
        paid += answer.today.total.minor();
        lines += static_cast<std::int64_t>(answer.lines.size());
        standing = *answer.after;
        RC_ASSERT(standing.paid == world.price(standing.terms));
      }
      at = at.plus_days(pick(0, 20));
    }
    const Wide error = static_cast<Wide>(paid) * whole.of - exact;
    RC_ASSERT(error <= static_cast<Wide>(lines) * whole.of && -error <= static_cast<Wide>(lines) * whole.of);
  });
}

TEST_CASE("a chain of changes on one day costs what its ends cost, exactly", "[properties][histories]") {
  holds("H2, H3, H4", [] {
    const World world = generated_world(Kind::plain);
    const Terms last = other_terms(world);
    const Preview whole = must(world.preview_of(to_terms(last)));
    RC_PRE(!has_cap(whole));
    const std::int64_t at_once = whole.today.total.minor();
    Subscription standing = world.subscription;
    std::int64_t step_by_step = 0;
    for (std::int64_t i = pick(0, 3); i >= 0; --i) {
      const Terms wanted = i == 0 ? last : generated_terms(standing.terms.cycle);
      if (wanted == standing.terms) continue;
      const Preview answer = must(world.after_preview(standing, to_terms(wanted), world.at));
      RC_PRE(!has_cap(answer));
      step_by_step += answer.today.total.minor();
      standing = *answer.after;
    }
    RC_ASSERT(standing.terms == last);
    RC_ASSERT(step_by_step == at_once);
    const Preview back = must(world.after_preview(standing, to_terms(world.subscription.terms), world.at));
    if (!has_cap(back)) RC_ASSERT(back.today.total.minor() == -step_by_step);
  });
}

TEST_CASE("whatever is done, no more comes out than went in", "[properties][histories]") {
  holds("L5 over histories", [] {
    const World world = generated_world(Kind::any);
    // What was paid already, is owed to the subscriber, or stood on the balance before the first change.
    std::int64_t in = world.subscription.paid.minor() + world.subscription.balance.minor();
    for (const Line& line : world.subscription.pending) in += line.amount.is_negative() ? -line.amount.minor() : 0;
    std::int64_t out = 0, changes = 0;
    std::optional<Subscription> standing = world.subscription;
    Instant at = world.at;
    for (std::int64_t i = pick(1, 6); i > 0 && standing; --i) {
      const Preview answer = world.after_preview(*standing, generated_change(), at);
      RC_ASSERT(!answer.fault);
      if (answer.allowed()) {
        in += answer.today.charged.minor();
        out += answer.today.refunded.minor();
        ++changes;
        standing = answer.after;
      }
      if (standing) {
        RC_ASSERT(!standing->paid.is_negative());
        if (chance(50)) at = at.plus_days(pick(0, 15));
        if (!standing->period.contains(at)) break;
      }
    }
    // What a change charges with the next payment may be given back before that is paid: it stays owed.
    std::int64_t owed = 0;
    if (standing) {
      for (const Line& line : standing->pending) owed += line.amount.minor();
    }
    in += owed > 0 ? owed : 0;
    // Each change rounds a few lines, and a tax of up to 30 % is given back with what it was paid on.
    const std::int64_t tax = world.catalog->tax && !world.catalog->tax->inclusive ? in * 3 / 10 + 1 : 0;
    RC_ASSERT(out <= in + tax + 4 * changes);
  });
}

TEST_CASE("a forecast is the fold of its previews and renewals, and its periods tile", "[properties][questions]") {
  holds("M1, L9", [] {
    const World world = generated_world(Kind::any);
    ForecastAsked asked;
    Instant at = world.at;
    for (std::int64_t i = pick(0, 3); i > 0; --i) {
      asked.events.push_back({at, std::nullopt, generated_change()});
      at = at.plus_days(pick(0, 60));
    }
    asked.until = at.plus_days(pick(0, 400));
    std::vector<ForecastPayment> told;
    std::size_t told_refused = 0;
    const auto take_payment = [&](const ForecastPayment& payment) {
      told.push_back(payment);
      return true;
    };
    const auto take_refused = [&](const RefusedEvent&) { return ++told_refused > 0; };
    const Forecast answer = forecast(*world.catalog, world.subscription, asked, {take_payment, take_refused});
    RC_ASSERT(!answer.fault);

    std::optional<Subscription> standing = world.subscription;
    std::int64_t total = 0;
    std::size_t payments = 0, refused = 0;
    const auto pay = [&](const Totals& totals) {
      total += totals.charged.minor() - totals.refunded.minor();
      ++payments;
    };
    const auto renew_until = [&](Instant until) {
      while (standing && standing->period.end <= until) {
        if (standing->cancels_on && *standing->cancels_on <= standing->period.end) {
          if (*standing->cancels_on > until) return;
          if (const auto last = final_payment(*world.catalog, *standing, *standing->cancels_on)) pay(last->totals);
          standing.reset();
          return;
        }
        const auto payment = next_payment(*world.catalog, *standing);
        pay(payment->totals);
        RC_ASSERT(payment->after->period.start == standing->period.end);
        RC_ASSERT(payment->after->period.end > payment->after->period.start);
        standing = payment->after;
      }
    };
    for (const Asked& event : asked.events) {
      renew_until(event.at);
      if (!standing) {
        ++refused;
        continue;
      }
      const Preview step = preview(*world.catalog, *standing, event);
      if (!step.allowed()) {
        ++refused;
        continue;
      }
      if (!step.lines.empty()) pay(step.today);
      standing = step.after;
    }
    renew_until(asked.until);
    RC_ASSERT(answer.total.minor() == total);
    RC_ASSERT(told.size() == payments);
    RC_ASSERT(told_refused == refused);
    for (std::size_t i = 1; i < told.size(); ++i) RC_ASSERT(told[i - 1].date <= told[i].date);
  });
}

TEST_CASE("a sweep's day is that day's preview, and an option what a preview says of it", "[properties][questions]") {
  holds("M1", [] {
    const World world = generated_world(Kind::any);
    const Change change = generated_change();
    std::vector<SweepDay> days;
    RC_ASSERT(!sweep(*world.catalog, world.subscription, {std::nullopt, change, world.at, world.at}, [&](const SweepDay& each) {
      days.push_back(each);
      return true;
    }));
    const Preview answer = world.preview_of(change);
    RC_ASSERT(days.size() == 1);
    const SweepDay& day = days.front();
    RC_ASSERT(day.reasons.size() == answer.reasons.size());
    RC_ASSERT(day.charged == answer.today.charged && day.refunded == answer.today.refunded && day.forfeited == answer.forfeited);
    RC_ASSERT(day.next_date.has_value() == answer.next_payment.has_value());

    RC_ASSERT(!options(*world.catalog, world.subscription, {world.at, std::nullopt}, [&](const Option& option) {
      Change to;
      to.terms.plan = option.plan;
      to.terms.cycle = option.cycle;
      if (option.verdict == Verdict::current) return true;
      const Preview each = world.preview_of(to);
      RC_ASSERT((option.verdict == Verdict::available) == each.allowed());
      RC_ASSERT(option.reasons.size() == each.reasons.size());
      return true;
    }));
  });
}

}  // namespace
}  // namespace planshift::test
