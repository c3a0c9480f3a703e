// Answers → documents, one function for each question. Each writes one object, whose first member may be the `id` that
// came with the request.
//
// Answers of many plans, days or payments are written while they are worked out, without a list of them, and stop when
// they are too large. A fault means: the answer is an error, and what was written is not the answer.
#pragma once

#include <optional>
#include <string_view>

#include "core/audit/audit.hpp"
#include "core/document/write/document_writer.hpp"
#include "core/question/forecast.hpp"
#include "core/question/options.hpp"
#include "core/question/quote.hpp"
#include "core/question/sweep.hpp"

namespace planshift {

void write_preview_members(DocumentWriter& out, const Catalog& catalog, Instant at, const Preview& preview);
void write_quote_members(DocumentWriter& out, const Catalog& catalog, Instant at, const Quote& quote);
void write_audit_members(DocumentWriter& out, const Catalog& catalog, const Audit& audit);
[[nodiscard]] std::optional<FaultCode> write_options_members(DocumentWriter& out, const Catalog& catalog,
                                                             const Subscription& subscription,
                                                             const OptionsAsked& asked);
[[nodiscard]] std::optional<ForecastFault> write_forecast_members(DocumentWriter& out, const Catalog& catalog,
                                                                  const Subscription& subscription,
                                                                  const ForecastAsked& asked);
[[nodiscard]] std::optional<FaultCode> write_sweep_members(DocumentWriter& out, const Catalog& catalog,
                                                           const Subscription& subscription, const SweepAsked& asked);

}  // namespace planshift
