// One vendor's engine: a catalog, opened once, and answers to requests about it. Text in, text out.
//
// No input ends the process. Every answer is a document, perhaps an error document, and an error has no effect on the
// next answer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/json/json_value.hpp"
#include "core/json/text_buffer.hpp"

namespace planshift {

class Engine;

struct Opened {
  std::unique_ptr<Engine> engine;  // null if the catalog has a fault
  std::string error;               // then the error document
};

class Engine {
 public:
  [[nodiscard]] static Opened open(std::string_view catalog_json);

  // The answer to a question: preview, quote, eligibility, forecast, sweep. Valid until the next call.
  [[nodiscard]] std::string_view answer(std::string_view question, std::string_view request_json);

  // One line of a batch: a request that may name its question itself (else preview).
  [[nodiscard]] std::string_view answer_line(std::string_view request_json);

  [[nodiscard]] const Catalog& catalog() const { return *catalog_; }

 private:
  explicit Engine(std::unique_ptr<Catalog> catalog);

  // Answers a request to the question given, or to the one that it names.
  [[nodiscard]] std::string_view answer_guarded(std::optional<std::string_view> question,
                                                std::string_view request_json);

  std::unique_ptr<Catalog> catalog_;
  JsonDocument request_;  // both keep their memory for the next request
  TextBuffer answer_;
  std::string unexpected_;            // an answer that is not in `answer_`
  const std::string memory_ran_out_;  // an answer for when there is no memory to write one
};

// Whether an answer is an error document.
[[nodiscard]] bool is_error(std::string_view answer);

}  // namespace planshift
