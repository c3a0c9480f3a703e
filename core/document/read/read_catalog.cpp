#include "core/document/read/read_catalog.hpp"

#include <string>
#include <utility>

#include "core/catalog/catalog_check.hpp"
#include "core/catalog/rule_check.hpp"
#include "core/document/read/read_policy.hpp"
#include "core/document/read/read_price.hpp"
#include "core/document/read/reader.hpp"

namespace planshift {
namespace {

// How long each list may be. Together with a document's size they bound every answer.
constexpr std::size_t most_cycles = 50;
constexpr std::size_t most_plans = 5'000;
constexpr std::size_t most_of_others = 1'000;

// Reads a list of objects that have ids, and tells of ids that stand twice.
template <class Item, class ReadItem>
NameTable read_items(Reader& reader, JsonValue list, std::size_t most, std::vector<Item>& items, FaultCode duplicate,
                     ReadItem read_item) {
  if (!reader.list(list, most)) return {};
  items.reserve(list.children());
  std::vector<JsonValue> values;
  for (JsonValue each : children_of(list)) {
    items.push_back(read_item(each));
    values.push_back(each);
  }
  std::vector<std::string_view> ids;
  for (const Item& item : items) ids.push_back(item.id);
  NameTable table(ids);
  for (const std::uint32_t place : table.repeated()) {
    if (ids[place].empty()) continue;  // it has no id, which was said already
    reader.faults().add(duplicate, values[place].pointer() + "/id", {{"id", ids[place]}});
  }
  return table;
}

struct Source {
  std::string_view id;
};

Source read_source(Reader& reader, JsonValue object) {
  Members members(reader, object, "id title url");
  reader.name(members["title"]);
  reader.text(members["url"], 1, longest_detail);
  return {reader.id(members.required("id")).value_or("")};
}

void read_sources(Reader& reader, JsonValue list, Catalog& catalog) {
  std::vector<Source> sources;
  catalog.source_ids = read_items(reader, list, most_of_others, sources, FaultCode::source_duplicate_id,
                                  [&](JsonValue each) { return read_source(reader, each); });
  for (const Source& source : sources) catalog.sources.push_back(source.id);
}

FixedStart read_starts_on(Reader& reader, JsonValue object) {
  Members members(reader, object, "day month weekday");
  FixedStart start;
  if (const JsonValue weekday = members["weekday"]) {
    if (members["day"] || members["month"]) reader.fault(object, FaultCode::cycle_starts_on_kind);
    start.weekday = static_cast<std::int32_t>(reader.integer(weekday, 1, 7).value_or(1));
    return start;
  }
  start.day = static_cast<AnchorDay>(reader.integer(members.required("day"), 1, 31).value_or(1));
  if (const auto month = reader.integer(members["month"], 1, 12)) {
    start.month = static_cast<std::int32_t>(*month);
    constexpr std::int32_t leap_year = 2000;
    if (start.day > last_day_of_month(leap_year, *start.month)) {
      reader.fault(object, FaultCode::cycle_starts_on_day, {{"month", *month}, {"day", start.day}});
    }
  }
  return start;
}

Commitment read_commitment(Reader& reader, JsonValue object, Length cycle) {
  Members members(reader, object, "length renews");
  return {reader.length(members.required("length")).value_or(cycle), reader.boolean(members["renews"]).value_or(false)};
}

Cycle read_cycle(Reader& reader, JsonValue object) {
  Members members(reader, object, "id name length starts_on commitment");
  Cycle cycle;
  cycle.id = reader.id(members.required("id")).value_or("");
  cycle.name = reader.name(members["name"]).value_or(cycle.id);
  cycle.length = reader.length(members.required("length")).value_or(Length{0, LengthUnit::day});
  if (const JsonValue starts_on = members["starts_on"]) cycle.starts_on = read_starts_on(reader, starts_on);
  if (const JsonValue commitment = members["commitment"]) {
    cycle.commitment = read_commitment(reader, commitment, cycle.length);
  }
  return cycle;
}

SeatLimits read_seat_limits(Reader& reader, JsonValue object) {
  SeatLimits limits;
  if (!object) return limits;
  Members members(reader, object, "min max");
  limits.min = static_cast<Seats>(reader.integer(members["min"], 1, most_seats).value_or(1));
  limits.max = static_cast<Seats>(reader.integer(members.nullable("max"), 1, most_seats).value_or(most_seats));
  if (limits.min > limits.max) {
    reader.fault(object, FaultCode::seats_range, {{"min", limits.min}, {"max", limits.max}});
  }
  return limits;
}

UnitCredits read_unit_credits(Reader& reader, JsonValue object) {
  Members members(reader, object, "per_period name");
  UnitCredits credits;
  constexpr std::int64_t most_credits = 1'000'000'000;
  credits.per_period = reader.integer(members.required("per_period"), 0, most_credits).value_or(0);
  credits.name = reader.name(members["name"]).value_or("credits");
  return credits;
}

void check_features(Reader& reader, JsonValue list) {
  if (!reader.list(list, most_of_others)) return;
  for (JsonValue each : children_of(list)) reader.name(each);
}

Plan read_plan(Reader& reader, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, "id name rank illustrative prices once seats retired features credits");
  Plan plan;
  plan.id = reader.id(members.required("id")).value_or("");
  plan.name = reader.name(members["name"]).value_or(plan.id);
  plan.rank = reader.integer(members.required("rank"), INT64_MIN, INT64_MAX).value_or(0);
  plan.prices = read_prices(reader, members.required("prices"), catalog);
  if (const JsonValue once = members["once"]) plan.once = read_price(reader, once);
  plan.seats = read_seat_limits(reader, members["seats"]);
  plan.retired = reader.boolean(members["retired"]).value_or(false);
  if (const JsonValue credits = members["credits"]) plan.credits = read_unit_credits(reader, credits);
  reader.boolean(members["illustrative"]);
  check_features(reader, members["features"]);
  return plan;
}

Addon read_addon(Reader& reader, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, "id name illustrative prices once plans");
  Addon addon;
  addon.id = reader.id(members.required("id")).value_or("");
  addon.name = reader.name(members["name"]).value_or(addon.id);
  addon.prices = read_prices(reader, members.required("prices"), catalog);
  if (const JsonValue once = members["once"]) addon.once = read_price(reader, once);
  reader.boolean(members["illustrative"]);
  const JsonValue plans = members["plans"];
  if (!reader.list(plans, most_plans)) return addon;
  addon.plans.emplace();
  for (JsonValue each : children_of(plans)) {
    const auto id = reader.id(each);
    if (!id) continue;
    if (const auto plan = catalog.plan_ids.find_index<PlanIndex>(*id)) {
      addon.plans->push_back(*plan);
    } else {
      reader.fault(each, FaultCode::id_unknown, {{"kind", "plan"}, {"id", *id}});
    }
  }
  return addon;
}

Discount read_discount(Reader& reader, JsonValue object) {
  Members members(reader, object, "id name percent amount on lasts");
  Discount discount;
  discount.id = reader.id(members.required("id")).value_or("");
  discount.name = reader.name(members["name"]).value_or(discount.id);
  discount.on = reader.choice<DiscountOn>(members.required("on")).value_or(DiscountOn::recurring);
  const JsonValue percent = members["percent"];
  const JsonValue amount = members["amount"];
  discount.percent = reader.percent(percent);
  discount.amount = reader.money(amount).value_or(Money());
  const JsonValue lasts = members["lasts"];
  discount.lasts = reader.length(lasts);
  if (members && static_cast<bool>(percent) == static_cast<bool>(amount)) {
    reader.fault(object, FaultCode::discount_kind);
  }
  if (lasts && discount.on == DiscountOn::first_payment) reader.fault(lasts, FaultCode::discount_lasts_once);
  return discount;
}

Tax read_tax(Reader& reader, JsonValue object) {
  Members members(reader, object, "name percent inclusive");
  Tax tax;
  tax.name = reader.name(members["name"]).value_or("Tax");
  tax.percent = reader.percent(members.required("percent")).value_or(Percent());
  tax.inclusive = reader.boolean(members["inclusive"]).value_or(false);
  return tax;
}

Consequence read_consequence(Reader& reader, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, "code from after not_before kept title detail cite");
  Consequence consequence;
  consequence.code = reader.id(members.required("code")).value_or("");
  consequence.from = reader.choice<CountedFrom>(members["from"]);
  consequence.after = reader.offset(members["after"]).value_or(Length{0, LengthUnit::day});
  consequence.not_before = reader.boolean(members["not_before"]).value_or(false);
  consequence.kept = reader.boolean(members["kept"]).value_or(false);
  consequence.title = reader.name(members.required("title")).value_or("");
  consequence.detail = reader.text(members["detail"], 0, longest_detail).value_or("");
  if (const JsonValue cite = members["cite"]) consequence.cite = read_cite(reader, cite, catalog);
  return consequence;
}

void read_cancellation(Reader& reader, JsonValue object, Catalog& catalog) {
  if (!object) return;
  Members members(reader, object, "consequences");
  const JsonValue list = members["consequences"];
  if (!reader.list(list, most_of_others)) return;
  for (JsonValue each : children_of(list)) catalog.consequences.push_back(read_consequence(reader, each, catalog));
}

SeatName read_seat_name(Reader& reader, JsonValue object) {
  SeatName name;
  if (!object) return name;
  Members members(reader, object, "one other");
  name.one = reader.name(members.required("one")).value_or(name.one);
  name.other = reader.name(members.required("other")).value_or(name.other);
  return name;
}

// The currency; where it is none, one with four decimals, so that no amount is blamed for it.
Currency read_currency(Reader& reader, JsonValue value) {
  const Currency unknown{"", 4};
  if (!reader.is(value, JsonKind::text)) return unknown;
  const auto currency = Currency::find(value.text());
  if (!currency) reader.fault(value, FaultCode::currency_unknown, {{"found", reader.shown(value)}});
  return currency.value_or(unknown);
}

void require_entries(Reader& reader, JsonValue list) {
  if (list.kind() == JsonKind::list && list.children() == 0) reader.fault(list, FaultCode::value_list_empty);
}

void read_members(Reader& reader, Members& members, Catalog& catalog) {
  read_sources(reader, members["sources"], catalog);
  const JsonValue cycles = members.required("cycles");
  catalog.cycle_ids = read_items(reader, cycles, most_cycles, catalog.cycles, FaultCode::cycle_duplicate_id,
                                 [&](JsonValue each) { return read_cycle(reader, each); });
  require_entries(reader, cycles);
  const JsonValue plans = members.required("plans");
  catalog.plan_ids = read_items(reader, plans, most_plans, catalog.plans, FaultCode::plan_duplicate_id,
                                [&](JsonValue each) { return read_plan(reader, each, catalog); });
  require_entries(reader, plans);
  catalog.addon_ids =
      read_items(reader, members["addons"], most_of_others, catalog.addons, FaultCode::addon_duplicate_id,
                 [&](JsonValue each) { return read_addon(reader, each, catalog); });
  catalog.discount_ids =
      read_items(reader, members["discounts"], most_of_others, catalog.discounts, FaultCode::discount_duplicate_id,
                 [&](JsonValue each) { return read_discount(reader, each); });
  if (const JsonValue tax = members["tax"]) catalog.tax = read_tax(reader, tax);
  if (const JsonValue policy = members.required("policy")) {
    const std::size_t faults_before = reader.faults().found();
    read_policy(reader, policy, catalog);
    // Rules that could not be read are not judged: that would report faults in defaults that the catalog does not write.
    if (reader.faults().found() == faults_before) check_rules(catalog, reader.faults());
  }
  check_cycles(catalog, reader.faults());
  read_cancellation(reader, members["cancellation"], catalog);
}

}  // namespace

std::unique_ptr<Catalog> read_catalog(std::string_view json, Faults& faults) {
  JsonDocument document;
  if (!document.parse(json, faults)) return nullptr;
  Reader head(faults, 0);
  Members members(
      head, document.root(),
      "format id name currency time_zone seat_name sources cycles plans addons discounts tax policy cancellation");
  if (!members) return nullptr;
  auto catalog = std::make_unique<Catalog>();
  const JsonValue format = members.required("format");
  if (head.is(format, JsonKind::text) && format.text() != "planshift-catalog/1") {
    head.fault(format, FaultCode::format_unknown, {{"found", head.shown(format)}});
  }
  catalog->id = head.id(members.required("id")).value_or("");
  catalog->name = head.name(members["name"]).value_or(catalog->id);
  catalog->currency = read_currency(head, members.required("currency"));
  head.name(members["time_zone"]);
  catalog->seat_name = read_seat_name(head, members["seat_name"]);

  Reader reader(faults, catalog->currency.decimals);
  read_members(reader, members, *catalog);
  catalog->texts = document.take_texts();
  return catalog;
}

}  // namespace planshift
