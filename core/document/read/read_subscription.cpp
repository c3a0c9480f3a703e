#include "core/document/read/read_subscription.hpp"

#include <algorithm>
#include <string>

#include "core/subscription/subscription_check.hpp"

namespace planshift {
namespace {

// Unit credits are counted to here, far past any grant.
constexpr std::int64_t most_credits = 1'000'000'000'000'000;

template <class Index>
std::optional<Index> read_known_id(Reader& reader, JsonValue value, const NameTable& ids, FaultCode unknown) {
  const auto id = reader.id(value);
  if (!id) return std::nullopt;
  const auto place = ids.find_index<Index>(*id);
  if (!place) reader.fault(value, unknown, {{"id", *id}});
  return place;
}

std::optional<Seats> read_seats(Reader& reader, JsonValue value, std::int64_t least = 1) {
  const auto seats = reader.integer(value, least, most_seats);
  return seats ? std::optional(static_cast<Seats>(*seats)) : std::nullopt;
}

std::vector<AddonSeats> read_addons(Reader& reader, JsonValue list, const Catalog& catalog) {
  std::vector<AddonSeats> out;
  if (!reader.list(list, most_entries)) return out;
  for (JsonValue each : children_of(list)) {
    Members members(reader, each, "id seats");
    const auto addon =
        read_known_id<AddonIndex>(reader, members.required("id"), catalog.addon_ids, FaultCode::addon_unknown);
    const Seats seats = read_seats(reader, members["seats"]).value_or(1);
    if (!addon) continue;
    if (seats_of(out, *addon) > 0) {
      reader.fault(each, FaultCode::addon_twice, {{"addon", catalog[*addon].id}});
    } else {
      set_seats(out, *addon, seats);
    }
  }
  return out;
}

PartialTerms read_partial_terms(Reader& reader, const Members& members, const Catalog& catalog) {
  PartialTerms out;
  out.plan = read_known_id<PlanIndex>(reader, members["plan"], catalog.plan_ids, FaultCode::plan_unknown);
  out.cycle = read_known_id<CycleIndex>(reader, members["cycle"], catalog.cycle_ids, FaultCode::cycle_unknown);
  out.seats = read_seats(reader, members["seats"]);
  if (const JsonValue addons = members["addons"]) out.addons = read_addons(reader, addons, catalog);
  return out;
}

Period read_period(Reader& reader, JsonValue object, ProrationUnit unit) {
  Members members(reader, object, "start end");
  Period period;
  period.start = reader.moment(members.required("start"), unit).value_or(Instant());
  period.end = reader.moment(members.required("end"), unit).value_or(Instant());
  return period;
}

Lines read_pending(Reader& reader, JsonValue list) {
  Lines out;
  if (!reader.list(list, most_entries)) return out;
  for (JsonValue each : children_of(list)) {
    Members members(reader, each, "label amount");
    Line line;
    line.kind = LineKind::pending;
    line.label = reader.name(members.required("label")).value_or("");
    line.amount = reader.money(members.required("amount"), Sign::any).value_or(Money());
    out.push_back(line);
  }
  return out;
}

std::optional<HeldDiscount> read_discount(Reader& reader, JsonValue value, const Catalog& catalog) {
  const auto known = [&](JsonValue id) {
    return read_known_id<DiscountIndex>(reader, id, catalog.discount_ids, FaultCode::discount_unknown);
  };
  if (value.kind() != JsonKind::object) {
    const auto discount = known(value);
    return discount ? std::optional(HeldDiscount{*discount, std::nullopt}) : std::nullopt;
  }
  Members members(reader, value, "id until");
  const auto discount = known(members.required("id"));
  const auto until = reader.moment(members.required("until"), catalog.policy.proration.unit);
  return discount ? std::optional(HeldDiscount{*discount, until}) : std::nullopt;
}

// A member that is there must be true: `"cancel": false` asks for nothing.
bool read_true(Reader& reader, JsonValue value) {
  const auto truth = reader.boolean(value);
  if (truth && !*truth) reader.fault(value, FaultCode::change_not_true, {{"member", value.key()}});
  return truth.value_or(false);
}

// Members that can't stand beside a cancellation or a resumption.
void check_exclusive(Reader& reader, JsonValue object, std::string_view allowed) {
  for (JsonValue member : children_of(object)) {
    const std::string_view key = member.key();
    if (is_ignored(key) || holds_word(allowed, key)) continue;
    reader.fault(member, FaultCode::change_exclusive,
                 {{"member", key}, {"beside", allowed.substr(0, allowed.find(' '))}});
  }
}

}  // namespace

Terms read_terms(Reader& reader, Members& members, const Catalog& catalog) {
  for (const char* each : {"plan", "cycle", "seats"}) static_cast<void>(members.required(each));
  return read_partial_terms(reader, members, catalog).applied_to(Terms());
}

HeldDiscounts read_discounts(Reader& reader, JsonValue list, const Catalog& catalog) {
  HeldDiscounts out;
  if (!reader.list(list, most_entries)) return out;
  for (JsonValue each : children_of(list)) {
    const auto held = read_discount(reader, each, catalog);
    if (!held) continue;
    const bool twice = std::any_of(out.begin(), out.end(),
                                   [&](const HeldDiscount& other) { return other.discount == held->discount; });
    if (twice) {
      reader.fault(each, FaultCode::discount_twice, {{"discount", catalog[held->discount].id}});
    } else {
      out.push_back(*held);
    }
  }
  return out;
}

Subscription read_subscription(Reader& reader, JsonValue object, const Catalog& catalog) {
  const std::size_t faults_before = reader.faults().found();
  const ProrationUnit unit = catalog.policy.proration.unit;
  Members members(reader, object,
                  "plan cycle seats seats_in_use addons period anchor_day paid balance credits_left trial discounts "
                  "started_on extended prices_of committed_until scheduled scheduled_on cancels_on creditable pending");
  Subscription out;
  out.terms = read_terms(reader, members, catalog);
  out.seats_in_use = read_seats(reader, members["seats_in_use"], 0);
  if (const JsonValue period = members.required("period")) out.period = read_period(reader, period, unit);
  out.balance = reader.money(members["balance"]).value_or(Money());
  out.credits_left = reader.integer(members.nullable("credits_left"), 0, most_credits);
  out.trial = reader.boolean(members["trial"]).value_or(false);
  out.discounts = read_discounts(reader, members["discounts"], catalog);
  if (const JsonValue scheduled = members.nullable("scheduled")) {
    Members named(reader, scheduled, "plan cycle seats addons");
    out.scheduled = read_partial_terms(reader, named, catalog);
  }
  const JsonValue scheduled_on = members["scheduled_on"];
  out.scheduled_on = reader.moment(scheduled_on, unit);
  if (scheduled_on && !members.nullable("scheduled")) reader.fault(scheduled_on, FaultCode::scheduled_on_alone);
  out.started_on = reader.moment(members["started_on"], unit);
  out.extended = reader.boolean(members["extended"]).value_or(false);
  out.prices_of = reader.moment(members["prices_of"], unit);
  out.committed_until = reader.moment(members["committed_until"], unit);
  out.cancels_on = reader.moment(members.nullable("cancels_on"), unit);
  out.creditable = reader.money(members["creditable"]);
  out.pending = read_pending(reader, members["pending"]);

  GivenMembers given;
  if (const auto anchor = reader.integer(members["anchor_day"], 1, 31)) {
    given.anchor_day = static_cast<AnchorDay>(*anchor);
  }
  given.paid = reader.money(members["paid"]);
  // What its members say of each other can be judged only when all of them could be read.
  if (members && reader.faults().found() == faults_before) complete(catalog, given, out, reader.faults());
  return out;
}

Change read_change(Reader& reader, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, "plan seats cycle addons discounts timing cancel reason resume");
  Change out;
  out.terms = read_partial_terms(reader, members, catalog);
  if (const JsonValue discounts = members["discounts"]) out.discounts = read_discounts(reader, discounts, catalog);
  out.timing = reader.choice<Timing>(members["timing"]);
  reader.text(members["reason"], 0, longest_detail);
  if (read_true(reader, members["cancel"])) {
    out.kind = ChangeKind::cancel;
    check_exclusive(reader, object, "cancel reason timing");
  } else if (read_true(reader, members["resume"])) {
    out.kind = ChangeKind::resume;
    check_exclusive(reader, object, "resume");
  } else if (const JsonValue reason = members["reason"]) {
    reader.fault(reason, FaultCode::change_exclusive, {{"member", "reason"}, {"beside", "a change of terms"}});
  }
  return out;
}

}  // namespace planshift
