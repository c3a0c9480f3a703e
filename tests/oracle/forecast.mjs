// Contract: §7.3.
import { before, printMoment } from "./calendar.mjs";
import { demand } from "./invalid.mjs";
import { printMoney, sum } from "./money.mjs";
import { printNext, printToday } from "./payment.mjs";
import { previewed, printReasons } from "./preview.mjs";
import { renewal } from "./renewal.mjs";
import { printTerms } from "./subscription.mjs";

// The subscription carried through time: {subscription | null, ended, payments, refused}.
const renewed = (catalog, state, until) => {
  let { subscription, ended, payments } = state;
  while (subscription && !before(until, subscription.period.end)) {
    const { date, payment, following } = renewal(catalog, subscription);
    const next = following();
    if (payment)
      payments = [...payments, { date, paid: payment.charged, print: printNext, payment, terms: next?.terms ?? null }];
    if (!next) ended = subscription.cancelsOn;
    subscription = next;
  }
  return { ...state, subscription, ended, payments };
};

// A cancellation may take effect within a period that is paid as a whole.
const hasEnded = (subscription, at) =>
  !subscription || (subscription.cancelsOn !== null && !before(at, subscription.cancelsOn));

const happened = (catalog, state, { at, role, change }, index) => {
  const due = renewed(catalog, state, at);
  const refuse = (reasons) => ({ ...due, refused: [...due.refused, { event: index, at, reasons }] });
  if (hasEnded(due.subscription, at)) return refuse([{ code: "ended", movement: null }]);
  const result = previewed(catalog, due.subscription, at, role, change);
  if (!result.allowed) return refuse(result.reasons);
  const { today, after } = result;
  const payment = {
    date: at,
    paid: sum([today.charged, -today.refunded]),
    print: printToday,
    payment: today,
    terms: after?.terms ?? null,
  };
  return {
    ...due,
    subscription: after,
    ended: after ? null : at,
    payments: today.lines.length ? [...due.payments, payment] : due.payments,
  };
};

export const forecast = (catalog, { subscription, events, until }) => {
  const moment = (each) => printMoment(each, catalog.instants);
  events.forEach(({ at }, index) => {
    demand(index === 0 || !before(at, events[index - 1].at), "unsorted events", "/events");
    demand(!before(until, at), "an event after `until`", "/events");
    demand(!before(at, subscription.period.start), "an event before the period", "/events");
  });
  const start = { subscription, ended: null, payments: [], refused: [] };
  const end = renewed(
    catalog,
    events.reduce((state, event, index) => happened(catalog, state, event, index), start),
    until,
  );
  const ends = end.ended ?? end.subscription?.cancelsOn ?? null;
  return {
    format: "planshift-forecast/1",
    catalog: catalog.id,
    currency: catalog.currency,
    until: moment(until),
    payments: end.payments.map(({ date, print, payment, terms }) => ({
      date: moment(date),
      ...print(catalog, payment),
      terms: terms && printTerms(catalog, terms),
    })),
    refused: end.refused.map(({ event, at, reasons }) => ({ event, at: moment(at), reasons: printReasons(reasons) })),
    total: printMoney(sum(end.payments.map(({ paid }) => paid)), catalog.exponent),
    ends: ends && moment(ends),
  };
};
