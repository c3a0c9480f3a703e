#include "tests/hostile/fuzz/answer_check.hpp"

#include "core/text/utf8.hpp"
#include "tests/hostile/fuzz/demand.hpp"

namespace {

void check_fault(const Json& fault, std::string_view document, std::string_view answer) {
  demand(fault["code"].text.rfind(std::string(document) + ".", 0) == 0, "a code begins with its document", answer);
  demand(fault["document"].text == document, "every fault is of one document", answer);
  const std::string& path = fault["path"].text;
  demand(fault.has("path") && (path.empty() || path.front() == '/'), "a path is a JSON Pointer", answer);
  const std::string& message = fault["message"].text;
  demand(message.size() > 10 && message.back() == '.', "a message is a sentence", answer);
}

}  // namespace

Json checked_answer(std::string_view answer) {
  demand(!planshift::first_ill_formed(answer), "an answer is well-formed UTF-8", answer);
  demand(answer.find('\n') == std::string_view::npos, "an answer is one line", answer);
  Json out = read_json(answer);
  demand(out.kind == Json::Kind::object, "an answer is an object", answer);
  if (out.has("error")) {
    const Json& error = out["error"];
    const std::string& document = error["document"].text;
    demand(document == "catalog" || document == "request", "an error names its document", answer);
    check_fault(error, document, answer);
    demand(!error["all"].items.empty(), "an error lists its faults", answer);
    for (const Json& each : error["all"].items) check_fault(each, document, answer);
  }
  return out;
}
