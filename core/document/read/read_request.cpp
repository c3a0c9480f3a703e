#include "core/document/read/read_request.hpp"

#include "core/document/read/read_subscription.hpp"

namespace planshift {
namespace {

constexpr std::size_t most_events = 10'000;

// What every request may carry: an `id` to echo (read by the engine), and the name of its question.
void check_question(Reader& reader, JsonValue value, Question asked) {
  if (!reader.is(value, JsonKind::text) || value.text() == spell(asked)) return;
  reader.fault(value, FaultCode::question_mismatch, {{"found", Reader::shown(value)}, {"asked", spell(asked)}});
}

Members request_members(Reader& reader, JsonValue root, Question asked, std::string_view known) {
  Members members(reader, root, known);
  check_question(reader, members["question"], asked);
  return members;
}

// `at` lies in the running period, or the fault says when that began or ends.
void check_at(Reader& reader, JsonValue value, Instant at, Period period) {
  if (at < period.start) {
    reader.fault(value, FaultCode::at_before_period, {{"start", period.start.date().text()}});
  } else if (at >= period.end) {
    reader.fault(value, FaultCode::at_after_period, {{"end", period.end.date().text()}});
  }
}

Instant read_moment(Reader& reader, JsonValue value, const Catalog& catalog) {
  return reader.moment(value, catalog.policy.proration.unit).value_or(Instant());
}

Asked read_event(Reader& reader, JsonValue object, const Catalog& catalog) {
  Members members(reader, object, "at role change");
  Asked out;
  out.at = read_moment(reader, members.required("at"), catalog);
  out.role = reader.id(members["role"]);
  if (const JsonValue change = members.required("change")) out.change = read_change(reader, change, catalog);
  return out;
}

// Events stand in the order of their dates, none after `until`.
void check_events(Reader& reader, JsonValue list, const ForecastRequest& request) {
  std::size_t i = 0;
  const auto& events = request.asked.events;
  for (JsonValue each : children_of(list)) {
    if (i > 0 && events[i].at < events[i - 1].at) reader.fault(each, FaultCode::events_unsorted);
    if (events[i].at > request.asked.until) {
      reader.fault(each, FaultCode::event_after_until, {{"until", request.asked.until.date().text()}});
    }
    if (events[i].at < request.subscription.period.start) {
      reader.fault(each, FaultCode::event_before_period, {{"start", request.subscription.period.start.date().text()}});
    }
    ++i;
  }
}

void check_sweep(Reader& reader, JsonValue from, JsonValue to, const SweepRequest& request) {
  const SweepAsked& asked = request.asked;
  const Period period = request.subscription.period;
  const Facts facts{{"start", period.start.date().text()}, {"end", period.end.date().text()}};
  if (!period.contains(asked.from)) reader.fault(from, FaultCode::sweep_outside_period, facts);
  if (!period.contains(asked.to)) reader.fault(to, FaultCode::sweep_outside_period, facts);
  if (asked.to < asked.from) reader.fault(to, FaultCode::sweep_order);
  if (asked.to.date().days() - asked.from.date().days() >= most_sweep_days) {
    reader.fault(to, FaultCode::sweep_too_long, {{"most", most_sweep_days}});
  }
}

}  // namespace

std::optional<Question> question_named(std::string_view name) {
  for (std::size_t i = 0; i < questions; ++i) {
    if (Spelling<Question>::texts[i] == name) return static_cast<Question>(i);
  }
  return std::nullopt;
}

PreviewRequest read_preview_request(Reader& reader, JsonValue root, const Catalog& catalog) {
  Members members = request_members(reader, root, Question::preview, "id question at role subscription change");
  PreviewRequest out;
  const JsonValue at = members.required("at");
  out.asked.at = read_moment(reader, at, catalog);
  out.asked.role = reader.id(members["role"]);
  if (const JsonValue each = members.required("subscription"))
    out.subscription = read_subscription(reader, each, catalog);
  if (const JsonValue each = members.required("change")) out.asked.change = read_change(reader, each, catalog);
  if (reader.faults().empty()) check_at(reader, at, out.asked.at, out.subscription.period);
  return out;
}

QuoteAsked read_quote_request(Reader& reader, JsonValue root, const Catalog& catalog) {
  Members members =
      request_members(reader, root, Question::quote, "id question at terms discounts first_period_end ends_on");
  QuoteAsked out;
  out.at = read_moment(reader, members.required("at"), catalog);
  if (const JsonValue terms = members.required("terms")) {
    Members named(reader, terms, "plan cycle seats addons");
    out.terms = read_terms(reader, named, catalog);
  }
  out.discounts = begun_at(catalog, {}, read_discounts(reader, members["discounts"], catalog), out.at);
  const JsonValue end = members["first_period_end"];
  out.first_period_end = reader.moment(end, catalog.policy.proration.unit);
  const JsonValue ends_on = members["ends_on"];
  out.ends_on = reader.moment(ends_on, catalog.policy.proration.unit);
  if (!reader.faults().empty()) return out;
  if (out.ends_on && *out.ends_on <= out.at) reader.fault(ends_on, FaultCode::ends_on_order);
  if (const auto fault = check_first_period(catalog, out)) {
    reader.fault(end, *fault, {{"cycle", catalog[out.terms.cycle].name}});
  }
  return out;
}

OptionsRequest read_options_request(Reader& reader, JsonValue root, const Catalog& catalog) {
  Members members = request_members(reader, root, Question::eligibility, "id question at role subscription");
  OptionsRequest out;
  const JsonValue at = members.required("at");
  out.asked.at = read_moment(reader, at, catalog);
  out.asked.role = reader.id(members["role"]);
  if (const JsonValue each = members.required("subscription"))
    out.subscription = read_subscription(reader, each, catalog);
  if (reader.faults().empty()) check_at(reader, at, out.asked.at, out.subscription.period);
  return out;
}

ForecastRequest read_forecast_request(Reader& reader, JsonValue root, const Catalog& catalog) {
  Members members = request_members(reader, root, Question::forecast, "id question subscription events until");
  ForecastRequest out;
  if (const JsonValue each = members.required("subscription"))
    out.subscription = read_subscription(reader, each, catalog);
  out.asked.until = read_moment(reader, members.required("until"), catalog);
  const JsonValue events = members["events"];
  if (reader.list(events, most_events)) {
    for (JsonValue each : children_of(events)) out.asked.events.push_back(read_event(reader, each, catalog));
  }
  if (!reader.faults().empty()) return out;
  check_events(reader, events, out);
  return out;
}

SweepRequest read_sweep_request(Reader& reader, JsonValue root, const Catalog& catalog) {
  Members members = request_members(reader, root, Question::sweep, "id question role subscription change from to");
  SweepRequest out;
  out.asked.role = reader.id(members["role"]);
  if (const JsonValue each = members.required("subscription"))
    out.subscription = read_subscription(reader, each, catalog);
  if (const JsonValue each = members.required("change")) out.asked.change = read_change(reader, each, catalog);
  const JsonValue from = members.required("from");
  const JsonValue to = members.required("to");
  out.asked.from = read_moment(reader, from, catalog);
  out.asked.to = read_moment(reader, to, catalog);
  if (reader.faults().empty()) check_sweep(reader, from, to, out);
  return out;
}

}  // namespace planshift
