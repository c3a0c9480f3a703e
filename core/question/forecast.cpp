#include "core/question/forecast.hpp"

#include <algorithm>
#include <utility>

#include "core/preview/figures_check.hpp"

namespace planshift {
namespace {

// The run of a forecast: the subscription after each event, until it ends.
class Run {
 public:
  Run(const Catalog& catalog, const Subscription& subscription, const ForecastTakers& take)
      : catalog_(catalog), standing_(subscription), take_(take) {}

  // Renews, and lets a cancellation take effect, up to and including `until`.
  void advance(Instant until) {
    while (standing_ && !over()) {
      const bool ends_here = standing_->cancels_on && *standing_->cancels_on <= standing_->period.end;
      const Instant date = ends_here ? *standing_->cancels_on : standing_->period.end;
      if (date > until) return;
      if (ends_here) {
        end(date);
      } else {
        renew();
      }
    }
  }

  void apply(std::size_t event, const Asked& asked) {
    if (over()) return;
    if (!standing_) {
      return refuse({event, asked.at, {{ReasonCode::ended, std::nullopt, {}}}});
    }
    if (asked.at < standing_->period.start) return fail(FaultCode::event_before_period, event);
    Preview preview = planshift::preview(catalog_, *standing_, asked);
    if (preview.fault) return fail(*preview.fault, event);
    if (!preview.allowed()) return refuse({event, asked.at, std::move(preview.reasons)});
    standing_ = std::move(preview.after);
    if (!standing_) out_.ends = asked.at;
    if (preview.lines.empty()) return;
    add({PaymentOccasion::change, asked.at, std::move(preview.lines), preview.today, held_terms()});
  }

  Forecast finish() {
    if (standing_) out_.ends = standing_->cancels_on;
    return out_;
  }

 private:
  std::optional<Terms> held_terms() const { return standing_ ? std::optional(standing_->terms) : std::nullopt; }

  void fail(FaultCode code, std::optional<std::size_t> event = std::nullopt) {
    out_.fault = ForecastFault{code, event};
  }

  bool over() const { return enough_ || out_.fault; }

  void refuse(const RefusedEvent& event) { enough_ = !take_.refused(event); }

  void add(const ForecastPayment& payment) {
    out_.total += payment.totals.charged - payment.totals.refunded;
    enough_ = !take_.payment(payment);
    if (++payments_ > most_forecast_payments) fail(FaultCode::forecast_too_long);
    if (out_.total.exceeded()) fail(FaultCode::amount_range);
  }

  void take(Payment payment) {
    if (const auto fault = check_payment(catalog_, payment, standing_->balance)) return fail(*fault);
    standing_ = std::move(payment.after);
    add({PaymentOccasion::renewal, payment.date, std::move(payment.lines), payment.totals, held_terms()});
  }

  void renew() { take(*next_payment(catalog_, *standing_)); }

  void end(Instant date) {
    out_.ends = date;
    if (auto payment = final_payment(catalog_, *standing_, date)) {
      take(std::move(*payment));
    } else {
      standing_.reset();
    }
  }

  const Catalog& catalog_;
  std::optional<Subscription> standing_;
  const ForecastTakers& take_;
  std::size_t payments_ = 0;
  bool enough_ = false;  // a taker wants no more
  Forecast out_;
};

}  // namespace

Forecast forecast(const Catalog& catalog, const Subscription& subscription, const ForecastAsked& asked,
                  const ForecastTakers& take) {
  Run run(catalog, subscription, take);
  for (std::size_t event = 0; event < asked.events.size(); ++event) {
    run.advance(asked.events[event].at);
    run.apply(event, asked.events[event]);
  }
  run.advance(asked.until);
  return run.finish();
}

}  // namespace planshift
