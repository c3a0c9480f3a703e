// Reads what a request asks. Use the result only if there are no faults.
#pragma once

#include <string>

#include "core/document/read/reader.hpp"
#include "core/question/forecast.hpp"
#include "core/question/options.hpp"
#include "core/question/quote.hpp"
#include "core/question/sweep.hpp"

namespace planshift {

enum class Question : std::uint8_t { preview, quote, eligibility, forecast, sweep };
inline constexpr std::size_t questions = 5;

template <>
struct Spelling<Question> {
  static constexpr std::array<std::string_view, questions> texts{"preview", "quote", "eligibility", "forecast",
                                                                 "sweep"};
};

[[nodiscard]] std::optional<Question> question_named(std::string_view name);

struct PreviewRequest {
  Subscription subscription;
  Asked asked;
};
struct OptionsRequest {
  Subscription subscription;
  OptionsAsked asked;
};
struct ForecastRequest {
  Subscription subscription;
  ForecastAsked asked;
};
struct SweepRequest {
  Subscription subscription;
  SweepAsked asked;
};

// Each reads a request that is an object. A member `question` in it must name the question asked.
[[nodiscard]] PreviewRequest read_preview_request(Reader& reader, JsonValue root, const Catalog& catalog);
[[nodiscard]] QuoteAsked read_quote_request(Reader& reader, JsonValue root, const Catalog& catalog);
[[nodiscard]] OptionsRequest read_options_request(Reader& reader, JsonValue root, const Catalog& catalog);
[[nodiscard]] ForecastRequest read_forecast_request(Reader& reader, JsonValue root, const Catalog& catalog);
[[nodiscard]] SweepRequest read_sweep_request(Reader& reader, JsonValue root, const Catalog& catalog);

}  // namespace planshift
