#include "core/json/text_buffer.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "core/json/json_writer.hpp"

namespace planshift {
namespace {

void append(TextBuffer& text, std::size_t bytes) {
  char* to = text.room(bytes);
  text.ends_at(std::fill_n(to, bytes, 'x'));
}

// As an answer is written: in pieces.
void fill(TextBuffer& text, std::size_t bytes) {
  constexpr std::size_t piece = 32'768;
  for (; bytes > piece; bytes -= piece) append(text, piece);
  append(text, bytes);
}

TEST_CASE("a text may be as long as an answer, and no byte longer", "[json][text_buffer]") {
  TextBuffer text;
  fill(text, most_answer_bytes);
  CHECK(!text.too_large());
  CHECK(text.text().size() == most_answer_bytes);
  append(text, 1);
  CHECK(text.too_large());
}

TEST_CASE("past the largest answer a text drops what comes, and its room grows no more", "[json][text_buffer]") {
  TextBuffer text;
  fill(text, 2 * most_answer_bytes);
  CHECK(text.too_large());
  CHECK(text.capacity() == TextBuffer::most_capacity);
  fill(text, 10);
  CHECK(text.too_large());
}

TEST_CASE("a piece that can't fit makes the text too large, without room for both", "[json][text_buffer]") {
  TextBuffer text;
  fill(text, most_answer_bytes / 2);
  append(text, most_answer_bytes / 2 + 65'537);
  CHECK(text.too_large());
  CHECK(text.capacity() <= TextBuffer::most_capacity);
}

TEST_CASE("the room of a usual text is kept for the next one, that of a large one is given back", "[json][text_buffer]") {
  TextBuffer text;
  fill(text, TextBuffer::most_kept_bytes / 2);
  const std::size_t usual = text.capacity();
  CHECK(usual >= TextBuffer::most_kept_bytes / 2);
  CHECK(usual <= TextBuffer::most_kept_bytes);
  text.clear();
  CHECK(text.text().empty());
  CHECK(text.capacity() == usual);
  fill(text, most_answer_bytes + 1);
  text.clear();
  CHECK(!text.too_large());
  CHECK(text.capacity() == 0);
  append(text, 3);
  CHECK(text.text() == "xxx");
}

TEST_CASE("what was written aside joins an answer, or makes it too large", "[json][json_writer]") {
  const auto joined = [](std::size_t before, std::size_t aside_bytes) {
    TextBuffer answer, aside;
    fill(answer, before);
    fill(aside, aside_bytes);
    JsonWriter out(answer);
    out.written(aside);
    CHECK(out.too_large() == answer.too_large());
    return answer.too_large() ? 0 : answer.text().size();
  };
  CHECK(joined(2, 3) == 5);
  CHECK(joined(1, most_answer_bytes - 1) == most_answer_bytes);
  CHECK(joined(2, most_answer_bytes - 1) == 0);
  CHECK(joined(most_answer_bytes, most_answer_bytes) == 0);
  CHECK(joined(0, most_answer_bytes + 1) == 0);
}

}  // namespace
}  // namespace planshift
