// The histories that an audit compares, each worked out by hand. All begin on 2026-01-31; the first month ends on
// 28 February and has 28 days, the second ends on 31 March.
#include "core/audit/histories.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/sample.hpp"

namespace planshift {
namespace {

using test::day;
using test::printed;
using test::usd;

// Plans a and b at 10.00 and 25.00 a month, one seat each; all that the rules don't name is not allowed.
std::unique_ptr<Catalog> months(const std::string& rules, const std::string& more = "") {
  return test::catalog_with(R"({"cycles":[{"id":"m","length":"P1M"}],"addons":null,"discounts":null,"plans":[
      {"id":"a","rank":1,"prices":{"m":{"flat":"10.00"}},"seats":{"max":1}},
      {"id":"b","rank":2,"prices":{"m":{"flat":"25.00"}},"seats":{"max":1}}],)" + more + R"(
    "policy":{"rules":{"longer_cycle":null,"shorter_cycle":null,"lateral":null,"add_addon":null,"remove_addon":null,"add_seats":null,
      "remove_seats":null,"upgrade":null,"downgrade":null,"cancel":null)" + rules + "}}}");
}

struct Searched {
  std::unique_ptr<Catalog> catalog;
  std::vector<std::string_view> roles;
  std::size_t previews = 0;
  Histories histories;
  bool complete = false;

  explicit Searched(std::unique_ptr<Catalog> of, std::vector<std::string_view> with_roles = {}, std::size_t most = AuditLimits::previews)
      : catalog(std::move(of)), roles(std::move(with_roles)), histories(*catalog, roles, {previews, most}) {
    complete = histories.search({{PlanIndex{0}, CycleIndex{0}, 1, {}}, {PlanIndex{1}, CycleIndex{0}, 1, {}}});
  }

  // "a, 14 Feb b now, 28 Feb renewed": where a history began and each of its events, as yyyy-mm-dd.
  [[nodiscard]] std::string story(std::size_t index) const {
    const History& last = histories.list()[index];
    if (last.before == index) return std::string((*catalog)[histories.terms({{}, last.holding.start}).plan].id);
    return story(last.before) + ", " + printed(last.at) + " " + event(last);
  }

  [[nodiscard]] std::string event(const History& history) const {
    if (!history.asked) return "renewed";
    const Change& change = history.asked->change;
    const std::string what(change.kind == ChangeKind::cancel ? "cancel" : change.kind == ChangeKind::resume ? "resume" : (*catalog)[*change.terms.plan].id);
    return what + (history.when == Timing::now ? " now" : " later");
  }

  [[nodiscard]] const History* find(std::string_view told) const {
    for (std::size_t i = 0; i < histories.list().size(); ++i) {
      if (story(i) == told) return &histories.list()[i];
    }
    return nullptr;
  }

  // "paid 10.00, cost …": the figures of a history; fails the test where there is no such one.
  [[nodiscard]] std::string figures(std::string_view told) const {
    const History* found = find(told);
    if (found == nullptr) return "none";
    return "paid " + printed(found->paid) + ", cost " + printed(found->cost) + ", worth " + printed(found->worth) + ", until " +
           printed(found->until) + (found->is_direct() ? ", direct" : "");
  }
};

TEST_CASE("a history begins with a month that is paid for", "[audit][histories]") {
  const Searched none(months(""));
  CHECK(none.complete);
  CHECK(none.figures("a") == "paid 10.00, cost 10.00, worth 10.00, until 2026-02-28, direct");
  CHECK(none.figures("b") == "paid 25.00, cost 25.00, worth 25.00, until 2026-02-28, direct");
  CHECK(none.figures("a, 2026-02-28 renewed") == "paid 20.00, cost 20.00, worth 20.00, until 2026-03-31, direct");
  CHECK(none.histories.list().size() == 4);
}

// 14 of 28 days remain: half of 25.00 less half of 10.00 is 7.50.
TEST_CASE("a change costs what it charges, and what is held is worth its share of each price", "[audit][histories]") {
  const Searched credited(months(R"(,"upgrade":{"when":"now"})"));
  CHECK(credited.figures("a, 2026-02-14 b now") == "paid 17.50, cost 17.50, worth 17.50, until 2026-02-28, direct");
  CHECK(credited.find("a, 2026-02-14 b now")->holding.changes() == 1);
  CHECK(credited.find("a, 2026-02-14 b now")->first_asked == day("2026-02-14"));
  // From the first day on, b is all that was held.
  CHECK(credited.figures("a, 2026-01-31 b now") == "paid 25.00, cost 25.00, worth 25.00, until 2026-02-28, direct");
  CHECK(credited.find("a, 2026-01-31 b now")->holding.held.size() == 1);

  const Searched owed(months(R"(,"upgrade":{"when":"now","collect":"next_payment"})"));
  CHECK(owed.figures("a, 2026-02-14 b now") == "paid 10.00, cost 17.50, worth 17.50, until 2026-02-28, direct");
  CHECK(owed.figures("a, 2026-02-14 b now, 2026-02-28 renewed") == "paid 42.50, cost 42.50, worth 42.50, until 2026-03-31, direct");
}

// Going back is credited to the balance: it was paid, and is still there.
TEST_CASE("the balance is money, unless a subscription ends with it", "[audit][histories]") {
  const Searched searched(months(R"(,"downgrade":{"when":"now"},"cancel":{"when":"now","unused":"forfeit"})"));
  CHECK(searched.figures("b, 2026-02-14 a now") == "paid 25.00, cost 17.50, worth 17.50, until 2026-02-28, direct");
  const std::string_view ended = "b, 2026-02-14 a now, 2026-02-27 cancel now";
  // 14 days of b and 13 of a: 12.50 and, rounded down, 4.64.
  CHECK(searched.figures(ended) == "paid 25.00, cost 25.00, worth 17.14, until 2026-02-27, direct");
  REQUIRE(searched.find(ended));
  CHECK(searched.find(ended)->lost == usd("7.50"));
  CHECK_FALSE(searched.find(ended)->standing);
  // Where a lasts no time, cancelling at once is as good: the detour is given up.
  CHECK(searched.find("b, 2026-02-14 a now, 2026-02-14 cancel now") == nullptr);
  CHECK(searched.figures("b, 2026-02-14 cancel now") == "paid 25.00, cost 25.00, worth 12.50, until 2026-02-14, direct");
}

TEST_CASE("what waits is held from the next payment on, and can be taken back", "[audit][histories]") {
  const Searched searched(months(R"(,"downgrade":{"when":"period_end"},"cancel":{"when":"period_end","unused":"forfeit"})"));
  CHECK(searched.figures("b, 2026-01-31 a later") == "paid 25.00, cost 25.00, worth 25.00, until 2026-02-28");
  CHECK(searched.figures("b, 2026-01-31 a later, 2026-02-28 renewed") == "paid 35.00, cost 35.00, worth 35.00, until 2026-03-31, direct");
  CHECK(searched.figures("b, 2026-01-31 cancel later") == "paid 25.00, cost 25.00, worth 25.00, until 2026-02-28");
  CHECK(searched.find("b, 2026-01-31 cancel later, 2026-02-28 renewed") == nullptr);
  // Asked on another day, or taken back, it is as it was: given up.
  CHECK(searched.find("b, 2026-02-14 a later") == nullptr);
  CHECK(searched.find("b, 2026-01-31 a later, 2026-01-31 resume now") == nullptr);
}

TEST_CASE("where the policy leaves the choice, both ways are tried", "[audit][histories]") {
  for (const char* by_default : {"now", "period_end"}) {
    const Searched either(months(R"(,"upgrade":{"when":"choice","choice_default":")" + std::string(by_default) + "\"}"));
    CHECK(either.figures("a, 2026-02-14 b now") == "paid 17.50, cost 17.50, worth 17.50, until 2026-02-28, direct");
    CHECK(either.find("a, 2026-01-31 b later") != nullptr);
  }
  // Plan and seats leave it both: one timing counts for the whole change.
  const auto catalog = test::catalog_with(R"({"policy":{"rules":{"upgrade":{"when":"choice"},"add_seats":{"when":"choice"}}}})");
  const std::vector<std::string_view> nobody;
  std::size_t previews = 0;
  Histories histories(*catalog, nobody, {previews, AuditLimits::previews});
  CHECK(histories.search({{PlanIndex{0}, CycleIndex{0}, 1, {}}, {PlanIndex{1}, CycleIndex{0}, 2, {}}}));
  CHECK(std::any_of(histories.list().begin(), histories.list().end(), [](const History& each) { return each.cause == 0b1001u << movement_kinds; }));
}

TEST_CASE("only what differs is asked for", "[audit][histories]") {
  const auto catalog = test::catalog_with();
  const std::vector<std::string_view> nobody;
  std::size_t previews = 0;
  Histories histories(*catalog, nobody, {previews, AuditLimits::previews});
  const std::vector<AddonSeats> addon{{AddonIndex{0}, 1}};
  CHECK(histories.search({{PlanIndex{1}, CycleIndex{0}, 1, {}}, {PlanIndex{1}, CycleIndex{0}, 1, addon}, {PlanIndex{1}, CycleIndex{1}, 1, {}}}));
  const auto asks = [&](const auto& which) {
    return std::any_of(histories.list().begin(), histories.list().end(), [&](const History& each) {
      return each.asked && each.asked->change.kind == ChangeKind::terms && !each.asked->change.terms.plan && which(each.asked->change.terms);
    });
  };
  CHECK(asks([&](const PartialTerms& part) { return part.addons == addon && !part.cycle && !part.seats; }));
  CHECK(asks([](const PartialTerms& part) { return part.cycle == CycleIndex{1} && !part.addons; }));
  CHECK(asks([](const PartialTerms& part) { return part.cycle && part.addons && part.addons->empty(); }));
}

// To Basic at once, with one seat less from the period's end: until then Basic is held with two.
TEST_CASE("what is held on the way need not be one of the set", "[audit][histories]") {
  const auto catalog = test::catalog_with(R"({"policy":{"rules":{"remove_seats":{"when":"period_end"}}}})");
  const std::vector<std::string_view> nobody;
  std::size_t previews = 0;
  Histories histories(*catalog, nobody, {previews, AuditLimits::previews});
  CHECK(histories.search({{PlanIndex{1}, CycleIndex{0}, 2, {}}, {PlanIndex{0}, CycleIndex{0}, 1, {}}}));
  const Terms between{PlanIndex{0}, CycleIndex{0}, 2, {}};
  CHECK(std::any_of(histories.list().begin(), histories.list().end(), [&](const History& each) {
    return each.requests == 1 && histories.terms(each.holding.held.back()) == between;
  }));
  CHECK(histories.group({2, {{day("2026-01-31"), 2}}}) == nullptr);  // no history begins with it
}

TEST_CASE("each is asked by whom the rules let", "[audit][histories]") {
  const std::string rules = R"(,"upgrade":{"when":"now","roles":["owner"]},"downgrade":{"when":"now","roles":["clerk"]})";
  const Searched both(months(rules), {"clerk", "owner"});
  REQUIRE(both.find("a, 2026-02-14 b now"));
  CHECK(both.find("a, 2026-02-14 b now")->asked->role == "owner");
  REQUIRE(both.find("b, 2026-02-14 a now"));
  CHECK(both.find("b, 2026-02-14 a now")->asked->role == "clerk");
  const Searched one(months(rules), {"clerk"});
  CHECK(one.find("a, 2026-02-14 b now") == nullptr);
  CHECK(one.find("b, 2026-02-14 a now") != nullptr);
}

TEST_CASE("a search that reaches its limit says so", "[audit][histories]") {
  const Searched stopped(months(R"(,"upgrade":{"when":"now"})"), {}, 3);
  CHECK_FALSE(stopped.complete);
  CHECK(stopped.previews == 3);
}

TEST_CASE("what leaves its range is no history", "[audit][histories]") {
  const auto dear = [](const std::string& price, const std::string& more) {
    return Searched(test::catalog_with(R"({"cycles":[{"id":"m","length":"P1M"}],"addons":null,"discounts":null,)" + more + R"("plans":[
        {"id":"a","rank":1,"prices":{"m":{"flat":")" + price + R"("}}},{"id":"b","rank":2,"prices":{"m":{"flat":")" + price + "\"}}}]}"));
  };
  // Twice 50,000,000,000,000,000.00 is past 64 bits of cents; so is 90,000,000,000,000,000.00 with a tenth on top.
  const Searched twice = dear("50000000000000000.00", "");
  CHECK(twice.find("a") != nullptr);
  CHECK(twice.find("a, 2026-02-28 renewed") == nullptr);
  CHECK(dear("90000000000000000.00", R"("tax":{"name":"Tax","percent":"10"},)").histories.list().empty());

  // A period that begins in the year 10026 cannot be paid for.
  const Searched late(test::catalog_with(R"({"cycles":[{"id":"m","length":"P8000Y"}],"addons":null,"discounts":null,"plans":[
      {"id":"a","rank":1,"prices":{"m":{"flat":"1.00"}}},{"id":"b","rank":2,"prices":{"m":{"flat":"2.00"}}}]})"));
  CHECK(late.find("a") != nullptr);
  CHECK(late.histories.list().size() == 2);
}

TEST_CASE("on a cycle with fixed dates the first whole period counts", "[audit][histories]") {
  const Searched fixed(test::catalog_with(R"({"cycles":[{"id":"m","length":"P1M","starts_on":{"day":15}}],"addons":null,"discounts":null,
      "plans":[{"id":"a","rank":1,"prices":{"m":{"flat":"10.00"}}},{"id":"b","rank":2,"prices":{"m":{"flat":"25.00"}}}]})"));
  REQUIRE(fixed.find("a"));
  CHECK(printed(fixed.find("a")->standing->period) == "2026-02-15/2026-03-15");
  CHECK(fixed.find("a")->cost == usd("10.00"));
}

TEST_CASE("a period is looked at on its first two days, in its middle, and on its last two", "[audit][histories]") {
  const auto shown = [](std::string_view start, std::string_view end) {
    std::string out;
    for (const Instant at : audit_moments({day(start), day(end)})) out += printed(at).substr(8) + " ";
    return out;
  };
  CHECK(shown("2026-03-01", "2026-03-31") == "01 02 16 29 30 ");
  CHECK(shown("2026-03-01", "2026-03-05") == "01 02 03 04 ");
  CHECK(shown("2026-03-01", "2026-03-03") == "01 02 ");
  CHECK(shown("2026-03-01", "2026-03-02") == "01 ");
}

TEST_CASE("two subscriptions stand the same unless one member differs that an answer depends on", "[audit][histories]") {
  const auto catalog = test::catalog_with();
  const Subscription one = test::subscription_to(*catalog, R"({"credits_left":4})");
  const auto same_but = [&](const auto& alter) {
    Subscription other = one;
    alter(other);
    return stands_the_same(one, other);
  };
  CHECK(same_but([](Subscription&) {}));
  CHECK(same_but([](Subscription& s) { s.balance = usd("1.00"); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.period.start = day("2026-11-02"); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.period.end = day("2026-12-02"); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.anchor_day = 2; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.paid = usd("1.00"); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.credits_left = 5; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.cancels_on = s.period.end; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.pending.emplace_back(); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.started_on = s.period.start; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.committed_until = s.period.end; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.scheduled_on = s.period.end; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.extended = true; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.creditable = usd("1.00"); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.prices_of = s.period.start; }));
  CHECK_FALSE(same_but([](Subscription& s) { s.discounts.emplace_back(); }));
  CHECK_FALSE(same_but([](Subscription& s) { s.scheduled.seats = 9; }));
}

TEST_CASE("a history is no better than another if there is nothing that speaks for it", "[audit][histories]") {
  const auto catalog = test::catalog_with();
  History one;
  one.standing = test::subscription_to(*catalog);
  one.at = day("2026-11-16");
  one.until = day("2026-12-01");
  one.cost = usd("10.00");
  one.requests = one.renewals = one.days = 1;
  const auto no_better = [&](const auto& alter) {
    History other = one;
    alter(other);
    return is_no_better(other, one);
  };
  CHECK(no_better([](History&) {}));
  CHECK(no_better([](History& h) { h.cost = usd("10.01"); }));
  CHECK(no_better([](History& h) { h.until = day("2026-11-30"); }));
  CHECK_FALSE(no_better([](History& h) { h.cost = usd("9.99"); }));
  CHECK_FALSE(no_better([](History& h) { h.until = day("2026-12-02"); }));
  CHECK_FALSE(no_better([](History& h) { h.requests = 0; }));
  CHECK_FALSE(no_better([](History& h) { h.days = 0; }));
  CHECK_FALSE(no_better([](History& h) { h.at = day("2026-11-15"); }));
  CHECK_FALSE(no_better([](History& h) { h.renewals = 0; }));
  CHECK_FALSE(no_better([](History& h) { h.standing->paid = usd("1.00"); }));
  CHECK_FALSE(no_better([](History& h) { h.standing.reset(); }));
  one.standing.reset();
  CHECK(no_better([](History&) {}));
}

}  // namespace
}  // namespace planshift
