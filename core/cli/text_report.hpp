// An answer for people: the document's own figures and sentences, laid out on a page of text.
#pragma once

#include <string>
#include <string_view>

namespace planshift {

[[nodiscard]] std::string text_report(std::string_view answer_json);

}  // namespace planshift
