#include "core/document/write/document_writer.hpp"

#include "core/fault/ensure.hpp"
#include "core/money/decimal_text.hpp"

namespace planshift {

void DocumentWriter::money(Money value) {
  ensure(!value.exceeded());
  char* to = next(longest_decimal + 2);
  *to++ = '"';
  to = write_decimal(to, value.minor(), format_.money_decimals);
  *to++ = '"';
  ends_at(to);
}

void DocumentWriter::date(Date value) {
  char* to = next(Date::text_size + 2);
  *to++ = '"';
  to = value.write(to);
  *to++ = '"';
  ends_at(to);
}

void DocumentWriter::moment(Instant value) {
  if (!has_time_of_day(format_.unit)) {
    date(value.date());
    return;
  }
  char* to = next(Instant::text_size + 2);
  *to++ = '"';
  to = value.write(to);
  *to++ = '"';
  ends_at(to);
}

}  // namespace planshift
