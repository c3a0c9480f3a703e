#include "core/document/read/read_price.hpp"

#include <utility>

namespace planshift {
namespace {

constexpr std::size_t most_steps = 1'000;
constexpr std::size_t most_prices = 100;  // of one cycle, one after the other

constexpr std::string_view dated_price_members = "flat per_seat tiers package until";
constexpr std::string_view price_members = dated_price_members.substr(0, dated_price_members.rfind(' '));

Seats read_count(Reader& reader, JsonValue value) {
  return static_cast<Seats>(reader.integer(value, 1, most_seats).value_or(1));
}

TierStep read_step(Reader& reader, JsonValue object) {
  Members members(reader, object, "up_to per_seat flat");
  TierStep step;
  if (!members) return step;
  const JsonValue up_to = members.required("up_to");
  if (up_to && up_to.kind() != JsonKind::null) step.up_to = read_count(reader, up_to);
  if (!members["per_seat"] && !members["flat"]) reader.fault(object, FaultCode::price_step_empty);
  step.per_seat = reader.money(members["per_seat"]).value_or(Money());
  step.flat = reader.money(members["flat"]).value_or(Money());
  return step;
}

void check_step_order(Reader& reader, JsonValue list, const std::vector<TierStep>& steps) {
  std::size_t i = 0;
  for (JsonValue each : children_of(list)) {
    const bool last = i + 1 == steps.size();
    if (steps[i].up_to.has_value() == last) reader.fault(each, FaultCode::price_steps_last);
    if (i > 0 && steps[i].up_to && steps[i - 1].up_to && *steps[i].up_to <= *steps[i - 1].up_to) {
      reader.fault(each, FaultCode::price_steps_order);
    }
    ++i;
  }
}

Tiers read_tiers(Reader& reader, JsonValue object) {
  Members members(reader, object, "mode steps");
  Tiers tiers;
  tiers.mode = reader.choice<TierMode>(members.required("mode")).value_or(TierMode::graduated);
  const JsonValue steps = members.required("steps");
  if (!reader.list(steps, most_steps)) return tiers;
  for (JsonValue each : children_of(steps)) tiers.steps.push_back(read_step(reader, each));
  if (tiers.steps.empty()) reader.fault(steps, FaultCode::value_list_empty);
  check_step_order(reader, steps, tiers.steps);
  return tiers;
}

Package read_package(Reader& reader, JsonValue object) {
  Members members(reader, object, "size price");
  Package package;
  package.size = read_count(reader, members.required("size"));
  package.price = reader.money(members.required("price")).value_or(Money());
  return package;
}

Price read_price_members(Reader& reader, JsonValue object, std::string_view known) {
  Members members(reader, object, known);
  Price price;
  if (!members) return price;
  const JsonValue tiers = members["tiers"];
  const JsonValue package = members["package"];
  price.flat = reader.money(members["flat"]).value_or(Money());
  price.per_seat = reader.money(members["per_seat"]).value_or(Money());
  if (tiers) price.tiers = read_tiers(reader, tiers);
  if (package) price.package = read_package(reader, package);
  if (tiers && package) reader.fault(object, FaultCode::price_tiers_and_package);
  if (!tiers && !package && !members["flat"] && !members["per_seat"]) reader.fault(object, FaultCode::price_empty);
  return price;
}

// A price, or a list of prices of which each holds until a date but the last.
CyclePrice read_cycle_price(Reader& reader, JsonValue value) {
  CyclePrice out;
  if (value.kind() != JsonKind::list) {
    out.last = read_price(reader, value);
    return out;
  }
  if (!reader.list(value, most_prices)) return out;
  if (value.children() == 0) reader.fault(value, FaultCode::value_list_empty);
  std::size_t left = value.children();
  for (JsonValue each : children_of(value)) {
    Price price = read_price_members(reader, each, dated_price_members);
    const bool is_last = --left == 0;
    const JsonValue until = each.member("until");
    if (static_cast<bool>(until) == is_last) reader.fault(each, FaultCode::price_until_last);
    const auto date = reader.moment(until, ProrationUnit::day);
    if (date && !out.earlier.empty() && *date <= out.earlier.back().until) {
      reader.fault(until, FaultCode::price_until_order);
    }
    if (is_last) {
      out.last = std::move(price);
    } else if (date) {
      out.earlier.push_back({*date, std::move(price)});
    }
  }
  return out;
}

}  // namespace

Price read_price(Reader& reader, JsonValue object) { return read_price_members(reader, object, price_members); }

Prices read_prices(Reader& reader, JsonValue object, const Catalog& catalog) {
  Prices prices(catalog.cycles.size());
  if (!reader.is(object, JsonKind::object)) return prices;
  for (JsonValue member : children_of(object)) {
    const auto cycle = catalog.cycle_ids.find(member.key());
    if (!cycle && is_ignored(member.key())) continue;
    CyclePrice price = read_cycle_price(reader, member);
    if (cycle) {
      prices[*cycle] = std::move(price);
    } else {
      reader.fault(member, FaultCode::id_unknown, {{"kind", "cycle"}, {"id", member.key()}});
    }
  }
  return prices;
}

}  // namespace planshift
