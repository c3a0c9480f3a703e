// One vendor's engine: a catalog, opened once, and answers to requests about it. Text in, text out.
//
//   const auto [engine, error] = planshift::Engine::open(catalog_json);
//   if (!engine) return report(error);
//   print(engine->answer("preview", request_json).text);
//
// No input ends the process. Every answer is a document, perhaps an error document, and an error has no effect on the
// next answer. An engine answers one thread at a time; two engines share nothing.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace planshift {

class Engine;

struct Opened {
  std::unique_ptr<Engine> engine;  // null if the catalog has a fault
  std::string error;               // then the error document
};

// An answer of an engine, valid until its next answer.
struct Answer {
  std::string_view text;
  bool is_error = false;  // an error document: the request has a fault
};

class Engine {
 public:
  [[nodiscard]] static Opened open(std::string_view catalog_json);

  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine();

  // The answer to a question: preview, quote, eligibility, forecast, sweep.
  [[nodiscard]] Answer answer(std::string_view question, std::string_view request_json);

  // One line of a batch: a request that may name its question itself (else preview).
  [[nodiscard]] Answer answer_line(std::string_view request_json);

 private:
  struct State;

  explicit Engine(std::unique_ptr<State> state);

  // Answers a request to the question given, or to the one that it names.
  [[nodiscard]] Answer answer_guarded(std::optional<std::string_view> question, std::string_view request_json);

  std::unique_ptr<State> state_;
};

}  // namespace planshift
