#include "planshift/engine.hpp"

#include <utility>

#include "core/document/guarded.hpp"
#include "core/document/read/read_catalog.hpp"
#include "core/document/read/read_request.hpp"
#include "core/document/write/error_document.hpp"
#include "core/document/write/write_answer.hpp"
#include "core/document/write/write_parts.hpp"
#include "core/json/json_value.hpp"
#include "core/json/text_buffer.hpp"

namespace planshift {
namespace {

// Answers one request: reads it, asks the core, and writes what it says; or what is wrong.
class Answering {
 public:
  Answering(const Catalog& catalog, JsonDocument& request, TextBuffer& answer)
      : catalog_(catalog), request_(request), answer_(answer), reader_(faults_, catalog.currency.decimals) {}

  // `named`: the question asked, or none where the request names it.
  [[nodiscard]] Answer run(std::string_view json, std::optional<std::string_view> named) {
    if (request_.parse(json, faults_)) {
      const JsonValue root = request_.root();
      if (reader_.is(root, JsonKind::object)) {
        id_ = read_id(root.member("id"));
        if (const auto question = find_question(root, named)) ask(*question, root);
      }
    }
    if (faults_.empty() && answer_.too_large())
      faults_.add(FaultCode::answer_too_large, "", {{"limit", most_answer_bytes}});
    if (!faults_.empty()) write_error();
    return {answer_.text(), !faults_.empty()};
  }

 private:
  JsonValue read_id(JsonValue value) {
    if (value.kind() == JsonKind::integer) return value;
    return reader_.text(value, 0, longest_name) ? value : JsonValue();
  }

  std::optional<Question> find_question(JsonValue root, std::optional<std::string_view> named) {
    const JsonValue value = root.member("question");
    if (!named && value) {
      if (!reader_.is(value, JsonKind::text)) return std::nullopt;
      named = value.text();
    }
    const auto question = question_named(named.value_or("preview"));
    if (!question) fault_of_question(value, *named);
    return question;
  }

  void fault_of_question(JsonValue value, std::string_view named) {
    std::string allowed;
    for (const std::string_view each : Spelling<Question>::texts) {
      if (!allowed.empty()) allowed += ", ";
      allowed += each;
    }
    faults_.add(FaultCode::question_unknown, value ? value.pointer() : "",
                {{"found", Reader::shown(named)}, {"allowed", allowed}});
  }

  void ask(Question question, JsonValue root) {
    switch (question) {
      case Question::preview: return preview(root);
      case Question::quote: return quote(root);
      case Question::eligibility: return eligibility(root);
      case Question::forecast: return forecast(root);
      case Question::sweep: return sweep(root);
    }
  }

  void preview(JsonValue root) {
    const PreviewRequest request = read_preview_request(reader_, root, catalog_);
    if (!faults_.empty()) return;
    const Preview answer = planshift::preview(catalog_, request.subscription, request.asked);
    if (sound(answer.fault))
      write([&](DocumentWriter& out) { write_preview_members(out, catalog_, request.asked.at, answer); });
  }

  void quote(JsonValue root) {
    const QuoteAsked asked = read_quote_request(reader_, root, catalog_);
    if (!faults_.empty()) return;
    const Quote answer = planshift::quote(catalog_, asked);
    if (sound(answer.fault)) write([&](DocumentWriter& out) { write_quote_members(out, catalog_, asked.at, answer); });
  }

  void eligibility(JsonValue root) {
    const OptionsRequest request = read_options_request(reader_, root, catalog_);
    if (!faults_.empty()) return;
    write(
        [&](DocumentWriter& out) { sound(write_options_members(out, catalog_, request.subscription, request.asked)); });
  }

  void forecast(JsonValue root) {
    const ForecastRequest request = read_forecast_request(reader_, root, catalog_);
    if (!faults_.empty()) return;
    write([&](DocumentWriter& out) {
      const auto fault = write_forecast_members(out, catalog_, request.subscription, request.asked);
      if (fault) fault_of_forecast(*fault);
    });
  }

  void fault_of_forecast(const ForecastFault& fault) {
    std::string path = fault.event ? "/events/" + std::to_string(*fault.event) : "";
    if (fault.code == FaultCode::forecast_too_long) path = "/until";
    faults_.add(fault.code, std::move(path), {{"most", std::int64_t{most_forecast_payments}}});
  }

  void sweep(JsonValue root) {
    const SweepRequest request = read_sweep_request(reader_, root, catalog_);
    if (!faults_.empty()) return;
    write([&](DocumentWriter& out) { sound(write_sweep_members(out, catalog_, request.subscription, request.asked)); });
  }

  bool sound(const std::optional<FaultCode>& fault) {
    if (fault) faults_.add(*fault, "");
    return !fault;
  }

  template <class WriteMembers>
  void write(WriteMembers write_members) {
    answer_.clear();
    DocumentWriter out(answer_, format_of(catalog_));
    out.open_object();
    write_id(out);
    write_members(out);
    out.close_object();
  }

  void write_id(DocumentWriter& out) {
    if (id_.kind() == JsonKind::integer) out.member("id", id_.integer());
    if (id_.kind() == JsonKind::text) out.member("id", id_.text());
  }

  void write_error() {
    write([&](DocumentWriter& out) { write_error_member(out, DocumentName::request, faults_); });
  }

  const Catalog& catalog_;
  JsonDocument& request_;
  TextBuffer& answer_;
  Faults faults_;
  Reader reader_;
  JsonValue id_;
};

}  // namespace

struct Engine::State {
  std::unique_ptr<Catalog> catalog;
  JsonDocument request;  // both keep their memory for the next request
  TextBuffer answer;
  std::string unexpected;  // an answer that is not in `answer`
  // An answer for when there is no memory to write one.
  const std::string memory_ran_out = error_document(DocumentName::request, FaultCode::internal_memory);
};

Opened Engine::open(std::string_view catalog_json) {
  return guarded(
      [&]() -> Opened {
        Faults faults;
        auto catalog = read_catalog(catalog_json, faults);
        if (!faults.empty()) return {nullptr, error_document(DocumentName::catalog, faults)};
        auto state = std::make_unique<State>();
        state->catalog = std::move(catalog);
        return {std::unique_ptr<Engine>(new Engine(std::move(state))), ""};
      },
      [](FaultCode code) -> Opened {
        return {nullptr, error_document(DocumentName::catalog, code)};
      });
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}

Engine::~Engine() = default;

Answer Engine::answer(std::string_view question, std::string_view request_json) {
  return answer_guarded(question, request_json);
}

Answer Engine::answer_line(std::string_view request_json) { return answer_guarded(std::nullopt, request_json); }

Answer Engine::answer_guarded(std::optional<std::string_view> question, std::string_view request_json) {
  State& state = *state_;
  return guarded([&] { return Answering(*state.catalog, state.request, state.answer).run(request_json, question); },
                 [&](FaultCode code) -> Answer {
                   if (code == FaultCode::internal_memory) return {state.memory_ran_out, true};
                   state.unexpected = error_document(DocumentName::request, code);
                   return {state.unexpected, true};
                 });
}

}  // namespace planshift
