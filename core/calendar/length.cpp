#include "core/calendar/length.hpp"

namespace planshift {
namespace {

std::optional<LengthUnit> unit_of(char letter) {
  switch (letter) {
    case 'D': return LengthUnit::day;
    case 'W': return LengthUnit::week;
    case 'M': return LengthUnit::month;
    case 'Y': return LengthUnit::year;
    default: return std::nullopt;
  }
}

Instant moved(Instant from, Length length, std::int32_t direction) {
  if (length.is_in_days()) return from.plus_days(direction * length.days());
  const CivilDate date = from.date().civil();
  const Date there = Date::clamped(date.year, date.month + direction * length.months(), date.day);
  return Instant::at(there, from.second_of_day());
}

}  // namespace

std::optional<Length> Length::parse(std::string_view text) {
  if (text.size() < 3 || text.size() > 6 || text[0] != 'P' || text[1] == '0') return std::nullopt;
  std::int32_t count = 0;
  for (const char c : text.substr(1, text.size() - 2)) {
    if (c < '0' || c > '9') return std::nullopt;
    count = count * 10 + (c - '0');
  }
  const auto unit = unit_of(text.back());
  if (!unit) return std::nullopt;
  return Length{count, *unit};
}

std::optional<Length> Length::parse_offset(std::string_view text) {
  if (text == "P0D") return Length{0, LengthUnit::day};
  return parse(text);
}

std::int64_t Length::average_micro_days() const {
  constexpr std::int64_t day = 1'000'000;
  constexpr std::int64_t month = 30'436'875;  // a twelfth of the mean Gregorian year, 365.2425 days
  return is_in_days() ? days() * day : months() * month;
}

Instant later(Instant from, Length length) { return moved(from, length, 1); }
Instant earlier(Instant from, Length length) { return moved(from, length, -1); }

}  // namespace planshift
