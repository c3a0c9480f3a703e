// Whatever is asked of whatever catalog: the books balance, nothing more is given back than was paid, and what results
// is a subscription again.
#include "core/money/rounding.hpp"
#include "tests/properties/world.hpp"

namespace planshift::test {
namespace {

// B1, B2, B4, B6 of one payment, added up here once more.
void check_books(const World& world, const Lines& lines, const Totals& totals, Money balance_before) {
  std::int64_t subtotal = 0, discount = 0, tax = 0, refund = 0;
  for (const Line& line : lines) {
    const std::int64_t amount = minor(line.amount);
    RC_ASSERT(amount != 0 || line.kind == LineKind::full);
    if (line.kind == LineKind::tax && line.inclusive) continue;
    (line.kind == LineKind::discount ? discount : line.kind == LineKind::tax ? tax : subtotal) += amount;
    if (line.transaction == Transaction::refund) refund += amount;
    if (line.proration && line.kind != LineKind::pending) {
      const Share share = line.proration->share;
      RC_ASSERT(0 <= share.remaining && share.remaining <= share.of);
      RC_ASSERT(magnitude(line.amount) == magnitude(round(line.proration->base * share.ratio(), world.rounding())));
    }
  }
  RC_ASSERT(minor(totals.subtotal) == subtotal);
  RC_ASSERT(minor(totals.discount) == discount);
  RC_ASSERT(minor(totals.tax) == tax);
  RC_ASSERT(minor(totals.total) == subtotal + discount + tax);
  RC_ASSERT(minor(totals.refunded) == -refund);
  for (const Money money : {totals.charged, totals.from_balance, totals.to_balance, totals.refunded}) RC_ASSERT(minor(money) >= 0);
  RC_ASSERT(totals.charged.is_zero() || totals.to_balance.is_zero());
  RC_ASSERT(totals.from_balance <= balance_before);
  RC_ASSERT(totals.total == totals.charged + totals.from_balance - totals.to_balance - totals.refunded);
}

TEST_CASE("the books of every answer balance", "[properties][books]") {
  holds("B1 to B6", [] {
    const World world = generated_world(Kind::any);
    const Preview answer = world.preview_of(generated_change());
    RC_ASSERT(!answer.fault);
    if (!answer.allowed()) {
      RC_ASSERT(answer.lines.empty() && !answer.next_payment && !answer.after && answer.today.total.is_zero());
      return;
    }
    check_books(world, answer.lines, answer.today, world.subscription.balance);
    RC_ASSERT(answer.balance_after == world.subscription.balance - answer.today.from_balance + answer.today.to_balance);
    if (answer.next_payment) {
      check_books(world, answer.next_payment->lines, answer.next_payment->totals, answer.balance_after);
      RC_ASSERT(answer.next_payment->date > world.at);  // C1
    }
    if (answer.after) {
      RC_ASSERT(!answer.after->paid.is_negative() && !answer.after->balance.is_negative());
      RC_ASSERT(answer.after->period.contains(world.at));
    }
  });
}

TEST_CASE("no more is given back than the unused time is worth as paid", "[properties][books]") {
  holds("L5", [] {
    const World world = generated_world(Kind::any);
    const Preview answer = world.preview_of(generated_change());
    RC_PRE(answer.allowed());
    RC_ASSERT(!answer.fault);
    std::int64_t given = 0;  // what this change gives for the running period, before tax: today or with the next payment
    const auto add = [&](const Line& line) {
      if (line.kind != LineKind::tax && line.origin == LineKind::pending && line.kind != LineKind::pending) given += line.amount.minor();
      if (line.kind == LineKind::pending && line.origin != LineKind::pending) given += line.amount.minor();
    };
    const bool new_period = answer.after && answer.after->period.start == world.at && answer.after->period.end != world.subscription.period.end;
    for (const Line& line : answer.lines) {
      if (new_period && line.kind != LineKind::unused) continue;
      add(line);
    }
    if (answer.after) {
      for (const Line& line : answer.after->pending) add(line);
    }
    const Share share = running_share(*world.catalog, world.subscription, world.at, ChangeDay::remaining);
    RC_ASSERT(-given <= round(world.subscription.paid * share.ratio(), world.rounding()).minor());
  });
}

TEST_CASE("a subscription afterwards is a valid one, of which no change changes nothing", "[properties][books]") {
  holds("H5", [] {
    const World world = generated_world(Kind::any);
    const Preview answer = world.preview_of(generated_change());
    RC_PRE(answer.allowed());
    RC_PRE(answer.after.has_value());
    Subscription after = *answer.after;
    Faults faults;
    GivenMembers given;
    given.anchor_day = after.anchor_day;
    given.paid = after.paid;
    complete(*world.catalog, given, after, faults);
    RC_ASSERT(faults.empty());
    if (after.cancels_on) RC_ASSERT(*after.cancels_on >= after.period.end);
    Change nothing;
    const Preview again = world.after_preview(*answer.after, nothing, world.at);
    RC_ASSERT(!again.allowed());
    RC_ASSERT(again.reasons.front().code == ReasonCode::nothing_changes);
  });
}

TEST_CASE("what waits costs nothing today, changes nothing now, and twice is as once", "[properties][books]") {
  holds("L6", [] {
    const World world = generated_world(Kind::any);
    Change change;
    change.terms = generated_part(generated_terms(any_cycle()));
    const Preview answer = world.preview_of(change);
    RC_PRE(answer.allowed());
    for (const DatedMovement& movement : answer.movements) RC_PRE(movement.when != Occurrence::now);
    RC_ASSERT(answer.lines.empty());
    RC_ASSERT(answer.today.total.is_zero());
    RC_ASSERT(answer.after->terms == world.subscription.terms);
    RC_ASSERT(answer.after->paid == world.subscription.paid);
    RC_ASSERT(answer.after->period.end == world.subscription.period.end);
    const Preview twice = world.after_preview(*answer.after, change, world.at);
    if (!twice.allowed()) return;
    RC_ASSERT(twice.after->scheduled.applied_to(twice.after->terms) == answer.after->scheduled.applied_to(answer.after->terms));
    RC_ASSERT(twice.lines.empty());
  });
}

TEST_CASE("a cancellation never charges but what is pending, and resuming takes it back", "[properties][books]") {
  holds("L7", [] {
    const World world = generated_world(Kind::any);
    Change cancel;
    cancel.kind = ChangeKind::cancel;
    const Preview answer = world.preview_of(cancel);
    RC_PRE(answer.allowed());
    if (world.subscription.pending.empty()) RC_ASSERT(answer.today.charged.is_zero());
    if (!answer.after) {
      RC_ASSERT(!answer.next_payment && !answer.terms_next);
      return;
    }
    RC_ASSERT(answer.lines.empty());
    Change resume;
    resume.kind = ChangeKind::resume;
    const Preview back = world.after_preview(*answer.after, resume, world.at);
    RC_ASSERT(back.allowed());
    RC_ASSERT(!back.after->cancels_on);
    RC_ASSERT(back.after->terms == world.subscription.terms);
    RC_ASSERT(back.after->paid == world.subscription.paid && back.after->balance == world.subscription.balance);
    Change again;
    RC_ASSERT(world.after_preview(*answer.after, again, world.at).reasons.size() == 2);  // and cancellation_pending
  });
}

TEST_CASE("discounts and taxes of nothing, and a balance of nothing, are as none", "[properties][books]") {
  holds("M7", [] {
    World world = generated_world(Kind::any);
    const Change change = generated_change();
    for (Discount& discount : world.catalog->discounts) {
      discount.percent = Percent();
      discount.amount = Money();
    }
    world.catalog->tax.reset();
    Subscription& subscription = world.subscription;
    subscription.balance = Money();
    const Preview with = world.preview_of(change);
    world.catalog->tax = Tax{"Tax", Percent(), false};
    subscription.discounts.clear();
    Change without = change;
    if (change.discounts) without.discounts.emplace();
    const Preview none = world.preview_of(without);
    RC_PRE(with.allowed());
    RC_PRE(none.allowed());
    RC_ASSERT(with.today.total == none.today.total);
    RC_ASSERT(with.today.refunded == none.today.refunded);
    RC_ASSERT(with.lines.size() == none.lines.size());
  });
}

}  // namespace
}  // namespace planshift::test
