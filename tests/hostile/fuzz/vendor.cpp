#include "tests/hostile/fuzz/vendor.hpp"

#include <algorithm>

namespace {

using Texts4 = std::array<std::string_view, 4>;

std::string quoted(std::string_view text) { return '"' + std::string(text) + '"'; }
std::string id(char kind, std::size_t index) { return '"' + (kind + std::to_string(index)) + '"'; }

std::string seats(Choices& choices) {
  constexpr std::array<std::string_view, 8> some = {"1", "2", "3", "5", "10", "11", "500", "1000000"};
  return std::string(choices.of(some));
}

// Members joined by commas.
class Object {
 public:
  void add(std::string_view name, std::string value) {
    if (!text_.empty()) text_ += ',';
    text_ += quoted(name) + ':' + value;
  }
  [[nodiscard]] std::string text() const { return '{' + text_ + '}'; }

 private:
  std::string text_;
};

template <class Make>
std::string list(std::size_t count, Make make) {
  std::string out = "[";
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ",") + make(i);
  return out + ']';
}

std::string tiers(int decimals, Choices& choices) {
  const std::size_t steps = 1 + choices.below(3);
  Object out;
  out.add("mode", choices.once_in(2) ? "\"volume\"" : "\"graduated\"");
  out.add("steps", list(steps, [&](std::size_t i) {
            Object step;
            step.add("up_to", i + 1 == steps ? "null" : std::to_string(5 * (i + 1)));
            step.add("per_seat", choose_amount(decimals, choices));
            if (choices.once_in(2)) step.add("flat", choose_amount(decimals, choices));
            return step.text();
          }));
  return out.text();
}

std::string price(int decimals, Choices& choices) {
  Object out;
  switch (choices.below(4)) {
    case 0: out.add("per_seat", choose_amount(decimals, choices)); break;
    case 1: out.add("flat", choose_amount(decimals, choices)); break;
    case 2: out.add("tiers", tiers(decimals, choices)); break;
    default: out.add("package", R"({"size":5,"price":)" + choose_amount(decimals, choices) + '}');
  }
  return out.text();
}

std::string prices(const Vendor& vendor, Choices& choices) {
  Object out;
  for (std::size_t i = 0; i < vendor.cycles; ++i) {
    if (!choices.once_in(8)) out.add('c' + std::to_string(i), price(vendor.decimals, choices));
  }
  return out.text();
}

std::string cycle(std::size_t index, bool months_only, Choices& choices) {
  constexpr Texts4 months = {"P1M", "P3M", "P1Y", "P2Y"};
  constexpr Texts4 days = {"P30D", "P1W", "P365D", "P9999D"};
  const bool in_months = months_only || choices.once_in(2);
  Object out;
  out.add("id", id('c', index));
  // Four lengths and at most four cycles, each taking its own.
  out.add("length", quoted((in_months ? months : days)[index]));
  if (in_months && choices.once_in(4)) {
    constexpr Texts4 starts = {R"({"day":1})", R"({"day":31})", R"({"month":2,"day":29})", R"({"month":7,"day":15})"};
    out.add("starts_on", std::string(choices.of(starts)));
  }
  return out.text();
}

std::string plan(const Vendor& vendor, std::size_t index, Choices& choices) {
  Object out;
  out.add("id", id('p', index));
  out.add("rank", std::to_string(choices.below(4)));
  out.add("prices", prices(vendor, choices));
  if (choices.once_in(4)) out.add("seats", R"({"min":2,"max":10})");
  if (choices.once_in(8)) out.add("retired", "true");
  if (choices.once_in(4)) out.add("credits", R"({"per_period":40})");
  return out.text();
}

std::string addon(const Vendor& vendor, std::size_t index, Choices& choices) {
  Object out;
  out.add("id", id('a', index));
  out.add("prices", prices(vendor, choices));
  if (choices.once_in(4)) out.add("plans", R"(["p0"])");
  return out.text();
}

std::string discount(const Vendor& vendor, std::size_t index, Choices& choices) {
  constexpr std::array<std::string_view, 6> percents = {"10", "50", "60", "100", "0", "33.333333"};
  constexpr std::array<std::string_view, 3> on = {"recurring", "everything", "first_payment"};
  Object out;
  out.add("id", id('d', index));
  const std::string_view when = choices.of(on);
  out.add("on", quoted(when));
  if (when != "everything" && choices.once_in(2)) {
    out.add("amount", choose_amount(vendor.decimals, choices));
  } else {
    out.add("percent", quoted(choices.of(percents)));
  }
  return out.text();
}

// Shapes of rules that make sense where nothing else forbids them.
std::string rule(bool of_cycle, Choices& choices) {
  constexpr std::array<std::string_view, 12> shapes = {
      R"("when":"now")",
      R"("when":"period_end")",
      R"("when":"choice")",
      R"("cycle":"restart","unused":"credit")",
      R"("cycle":"restart","unused":"refund")",
      R"("cycle":"restart","unused":"forfeit","carry_credits":true)",
      R"("lines":"net")",
      R"("unused":"refund")",
      R"("collect":"next_payment")",
      R"("unused":"forfeit","charge":"none")",
      R"("when":"never")",
      R"("when":"choice","choice_default":"period_end","unused":"refund")",
  };
  constexpr std::array<std::string_view, 8> cycle_shapes = {
      R"("cycle":"restart")",
      R"("cycle":"align")",
      R"("when":"period_end")",
      R"("cycle":"restart","unused":"refund")",
      R"("cycle":"align","unused":"refund")",
      R"("cycle":"align","unused":"forfeit")",
      R"("cycle":"restart","unused":"forfeit","carry_credits":true)",
      R"("when":"choice","cycle":"restart")",
  };
  std::string out = "{";
  out += of_cycle ? choices.of(cycle_shapes) : choices.of(shapes);
  if (choices.once_in(16)) out += R"(,"roles":["owner"])";
  if (choices.once_in(16)) out += R"(,"cite":["source"])";
  if (choices.once_in(16)) out += R"(,"on_cycles":{"c0":{"when":"period_end"}})";
  return out + '}';
}

std::string rules(Choices& choices) {
  constexpr std::array<std::string_view, 9> kinds = {"upgrade",      "downgrade", "lateral",
                                                     "add_seats",    "remove_seats", "add_addon",
                                                     "remove_addon", "longer_cycle", "shorter_cycle"};
  constexpr Texts4 cancel = {R"({})", R"({"when":"now"})", R"({"when":"choice","unused":"refund"})",
                             R"({"notice":"P1M"})"};
  Object out;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (!choices.once_in(16)) out.add(kinds[i], rule(i >= 7, choices));
  }
  out.add("cancel", std::string(choices.of(cancel)));
  return out.text();
}

}  // namespace

std::string choose_amount(int decimals, Choices& choices) {
  constexpr std::array<std::int64_t, 8> ends = {0, 1, 9'223'372'036'854, 9'223'372'036'855, INT64_MAX, INT64_MAX - 1,
                                                INT64_MAX / 2 + 1, 1'000'000'000'000};
  const std::int64_t units = choices.once_in(16) ? ends[choices.below(ends.size())] : choices.wide(65'536) + 1;
  std::string digits = std::to_string(units);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return quoted(digits);
}

Vendor choose_vendor(Choices& choices) {
  constexpr std::array<std::string_view, 3> currencies = {"USD", "JPY", "KWD"};
  constexpr std::array<int, 3> decimals = {2, 0, 3};
  constexpr std::array<std::string_view, 3> units = {"day", "second", "day30"};
  constexpr Texts4 roundings = {"half_up", "half_even", "down", "up"};
  Vendor out;
  const std::size_t currency = choices.below(3);
  const std::string_view unit = choices.of(units);
  out.decimals = decimals[currency];
  out.rounding = choices.of(roundings);
  out.tells_seconds = unit == "second";
  out.cycles = 1 + choices.below(4);
  out.plans = 1 + choices.below(4);
  out.addons = choices.below(4);
  out.discounts = choices.below(4);

  Object proration;
  proration.add("unit", quoted(unit));
  proration.add("rounding", quoted(out.rounding));
  if (unit != "second" && choices.once_in(4)) proration.add("change_day", "\"used\"");
  Object policy;
  policy.add("proration", proration.text());
  if (choices.once_in(4)) policy.add("mixed", "\"together\"");
  policy.add("rules", rules(choices));

  Object catalog;
  catalog.add("format", "\"planshift-catalog/1\"");
  catalog.add("id", "\"fuzzed\"");
  catalog.add("currency", quoted(currencies[currency]));
  catalog.add("sources", R"([{"id":"source"}])");
  catalog.add("cycles", list(out.cycles, [&](std::size_t i) { return cycle(i, unit == "day30", choices); }));
  catalog.add("plans", list(out.plans, [&](std::size_t i) { return plan(out, i, choices); }));
  catalog.add("addons", list(out.addons, [&](std::size_t i) { return addon(out, i, choices); }));
  catalog.add("discounts", list(out.discounts, [&](std::size_t i) { return discount(out, i, choices); }));
  if (choices.once_in(4)) {
    catalog.add("tax", choices.once_in(2) ? R"({"percent":"19","inclusive":true})" : R"({"percent":"8.875"})");
  }
  catalog.add("policy", policy.text());
  catalog.add("cancellation", R"({"consequences":[{"code":"gone","from":"effective","after":"P90D","title":"Gone"}]})");
  out.catalog = catalog.text();
  return out;
}

namespace {

std::string choose_addons(const Vendor& vendor, Choices& choices) {
  std::string out;
  for (std::size_t i = 0; i < vendor.addons; ++i) {
    if (!choices.once_in(2)) continue;
    out += (out.empty() ? "" : ",") + (R"({"id":)" + id('a', i) + R"(,"seats":)" + seats(choices) + '}');
  }
  return '[' + out + ']';
}

}  // namespace

std::string choose_discounts(const Vendor& vendor, Choices& choices) {
  std::string out;
  const std::size_t first = vendor.discounts == 0 ? 0 : choices.below(vendor.discounts);
  for (std::size_t i = 0; i < vendor.discounts; ++i) {
    if (!choices.once_in(2)) continue;
    out += (out.empty() ? "" : ",") + id('d', (first + i) % vendor.discounts);
  }
  return '[' + out + ']';
}

std::string choose_terms(const Vendor& vendor, Choices& choices) {
  return R"("plan":)" + id('p', choices.below(vendor.plans)) + R"(,"cycle":)" + id('c', choices.below(vendor.cycles)) +
         R"(,"seats":)" + seats(choices) + R"(,"addons":)" + choose_addons(vendor, choices);
}

std::string choose_change(const Vendor& vendor, Choices& choices) {
  Object out;
  if (choices.once_in(8)) {
    out.add("cancel", "true");
  } else if (choices.once_in(8)) {
    out.add("resume", "true");
    return out.text();
  } else {
    if (choices.once_in(2)) out.add("plan", id('p', choices.below(vendor.plans)));
    if (choices.once_in(2)) out.add("seats", seats(choices));
    if (choices.once_in(3)) out.add("cycle", id('c', choices.below(vendor.cycles)));
    if (choices.once_in(3)) out.add("addons", choose_addons(vendor, choices));
    if (choices.once_in(4)) out.add("discounts", choose_discounts(vendor, choices));
  }
  if (choices.once_in(4)) out.add("timing", choices.once_in(2) ? "\"now\"" : "\"period_end\"");
  return out.text();
}
