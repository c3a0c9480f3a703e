#include "core/document/spelling.hpp"
#include "core/document/wording/answer_wording.hpp"
#include "core/document/wording/template_text.hpp"
#include "core/document/write/write_answer.hpp"
#include "core/document/write/write_parts.hpp"

namespace planshift {
namespace {

void write_option(DocumentWriter& out, const Catalog& catalog, const Option& option) {
  out.open_object();
  out.member("plan", catalog[option.plan].id);
  out.member("cycle", catalog[option.cycle].id);
  out.member("verdict", spell(option.verdict));
  write_movements_member(out, catalog, option.movements);
  if (option.when) {
    out.member("when", spell(*option.when));
  } else {
    out.member_null("when");
  }
  write_reasons_member(out, option.reasons);
  out.close_object();
}

void write_forecast_payment(DocumentWriter& out, const Catalog& catalog, const ForecastPayment& payment) {
  out.open_object();
  out.member("date", payment.date);
  write_lines_member(out, catalog, payment.lines);
  write_sum_members(out, payment.totals);
  if (payment.occasion == PaymentOccasion::renewal) {
    write_due_members(out, payment.totals);
  } else {
    out.member("charged", payment.totals.charged);
    out.member("refunded", payment.totals.refunded);
    out.member("from_balance", payment.totals.from_balance);
    out.member("to_balance", payment.totals.to_balance);
  }
  if (payment.terms) {
    out.key("terms");
    out.open_object();
    write_terms_members(out, catalog, *payment.terms);
    out.close_object();
  } else {
    out.member_null("terms");
  }
  out.close_object();
}

void write_refused_event(DocumentWriter& out, const RefusedEvent& refused) {
  out.open_object();
  out.member("event", static_cast<std::int64_t>(refused.event));
  out.member("at", refused.at);
  write_reasons_member(out, refused.reasons);
  out.close_object();
}

void write_sweep_day(DocumentWriter& out, const SweepDay& day) {
  out.open_object();
  out.member("at", day.at);
  if (!day.reasons.empty()) {
    write_reasons_member(out, day.reasons);
    out.close_object();
    return;
  }
  out.member("charged", day.charged);
  out.member("refunded", day.refunded);
  out.member("forfeited", day.forfeited);
  if (day.next_date) {
    out.member("next_date", *day.next_date);
    out.member("next_due", day.next_due);
  } else {
    out.member_null("next_date");
    out.member_null("next_due");
  }
  out.close_object();
}

}  // namespace

void write_quote_members(DocumentWriter& out, const Catalog& catalog, Instant at, const Quote& quote) {
  write_head_members(out, catalog, "planshift-quote/1");
  out.member("at", at);
  out.member_boolean("allowed", quote.reasons.empty());
  write_reasons_member(out, quote.reasons);
  if (!quote.reasons.empty()) return;
  out.key("first_payment");
  out.open_object();
  out.member("date", quote.first.date);
  write_lines_member(out, catalog, quote.first.lines);
  write_sum_members(out, quote.first.totals);
  out.close_object();
  write_period_member(out, quote.period);
  if (quote.committed_until) {
    out.member("committed_until", *quote.committed_until);
  } else {
    out.member_null("committed_until");
  }
  write_next_payment_member(out, catalog, quote.next);
  out.key("alternatives");
  out.open_list();
  for (const Alternative& each : quote.alternatives) {
    out.open_object();
    out.member("cycle", catalog[each.cycle].id);
    out.member("cost_per_365_days", each.cost_per_365_days);
    out.member("saving", each.saving);
    out.close_object();
  }
  out.close_list();
}

std::optional<FaultCode> write_options_members(DocumentWriter& out, const Catalog& catalog,
                                               const Subscription& subscription, const OptionsAsked& asked) {
  write_head_members(out, catalog, "planshift-eligibility/1");
  out.member("at", asked.at);
  out.key("options");
  out.open_list();
  const auto fault = options(catalog, subscription, asked, [&](const Option& option) {
    write_option(out, catalog, option);
    return !out.too_large();
  });
  out.close_list();
  return fault;
}

std::optional<ForecastFault> write_forecast_members(DocumentWriter& out, const Catalog& catalog,
                                                    const Subscription& subscription, const ForecastAsked& asked) {
  write_head_members(out, catalog, "planshift-forecast/1");
  out.member("until", asked.until);
  // The two lists grow side by side: the second one aside.
  TextBuffer aside;
  DocumentWriter refused(aside, format_of(catalog));
  refused.open_list();
  out.key("payments");
  out.open_list();
  const auto take_payment = [&](const ForecastPayment& payment) {
    write_forecast_payment(out, catalog, payment);
    return !out.too_large();
  };
  const auto take_refused = [&](const RefusedEvent& event) {
    write_refused_event(refused, event);
    return !refused.too_large();
  };
  const Forecast forecast = planshift::forecast(catalog, subscription, asked, {take_payment, take_refused});
  if (forecast.fault) return forecast.fault;
  out.close_list();
  refused.close_list();
  out.key("refused");
  out.written(aside);
  out.member("total", forecast.total);
  if (forecast.ends) {
    out.member("ends", *forecast.ends);
  } else {
    out.member_null("ends");
  }
  return std::nullopt;
}

std::optional<FaultCode> write_sweep_members(DocumentWriter& out, const Catalog& catalog,
                                             const Subscription& subscription, const SweepAsked& asked) {
  write_head_members(out, catalog, "planshift-sweep/1");
  out.key("days");
  out.open_list();
  const auto fault = sweep(catalog, subscription, asked, [&](const SweepDay& day) {
    write_sweep_day(out, day);
    return !out.too_large();
  });
  out.close_list();
  return fault;
}

}  // namespace planshift
