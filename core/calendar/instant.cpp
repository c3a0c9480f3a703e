#include "core/calendar/instant.hpp"

namespace planshift {
namespace {

// The two digits at `from`, or -1.
int two_digits(std::string_view text, std::size_t from) {
  const int tens = text[from] - '0';
  const int ones = text[from + 1] - '0';
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

char* write_two_digits(char* to, std::int64_t value) {
  *to++ = static_cast<char>('0' + value / 10);
  *to++ = static_cast<char>('0' + value % 10);
  return to;
}

}  // namespace

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != 'Z')
    return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const int hour = two_digits(text, 11);
  const int minute = two_digits(text, 14);
  const int second = two_digits(text, 17);
  if (!date || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  return at(*date, hour * 3600 + minute * 60 + second);
}

std::string Instant::text() const {
  char text[text_size];
  return {text, write(text)};
}

char* Instant::write(char* to) const {
  to = date().write(to);
  const std::int64_t second = second_of_day();
  *to++ = 'T';
  to = write_two_digits(to, second / 3600);
  *to++ = ':';
  to = write_two_digits(to, second / 60 % 60);
  *to++ = ':';
  to = write_two_digits(to, second % 60);
  *to++ = 'Z';
  return to;
}

}  // namespace planshift
