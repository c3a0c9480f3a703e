// Answers → documents, one function for each question. Each writes one object, whose first member may be the `id` that
// came with the request.
#pragma once

#include <string_view>

#include "core/document/json_writer.hpp"
#include "core/question/audit.hpp"
#include "core/question/forecast.hpp"
#include "core/question/options.hpp"
#include "core/question/quote.hpp"
#include "core/question/sweep.hpp"

namespace planshift {

void write_preview_members(JsonWriter& out, const Catalog& catalog, Instant at, const Preview& preview);
void write_quote_members(JsonWriter& out, const Catalog& catalog, Instant at, const Quote& quote);
void write_options_members(JsonWriter& out, const Catalog& catalog, Instant at, const Options& options);
void write_forecast_members(JsonWriter& out, const Catalog& catalog, Instant until, const Forecast& forecast);
void write_sweep_members(JsonWriter& out, const Catalog& catalog, const Sweep& sweep);
void write_audit_members(JsonWriter& out, const Catalog& catalog, const Audit& audit);

}  // namespace planshift
