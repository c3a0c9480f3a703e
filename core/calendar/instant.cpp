#include "core/calendar/instant.hpp"

#include "core/calendar/digits.hpp"

namespace planshift {

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto hour = read_digits(text, 11, 2);
  const auto minute = read_digits(text, 14, 2);
  const auto second = read_digits(text, 17, 2);
  if (!date || !hour || *hour > 23 || !minute || *minute > 59 || !second || *second > 59) return std::nullopt;
  return at(*date, *hour * 3600 + *minute * 60 + *second);
}

std::string Instant::text() const {
  char text[text_size];
  return {text, write(text)};
}

char* Instant::write(char* to) const {
  to = date().write(to);
  const auto second = static_cast<std::int32_t>(second_of_day());
  *to++ = 'T';
  to = write_digits(to, second / 3600, 2);
  *to++ = ':';
  to = write_digits(to, second / 60 % 60, 2);
  *to++ = ':';
  to = write_digits(to, second % 60, 2);
  *to++ = 'Z';
  return to;
}

}  // namespace planshift
