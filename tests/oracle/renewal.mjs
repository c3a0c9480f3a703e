// Contract: §5.6.
import { firstPeriod } from "./anchor.mjs";
import { before, dayOfMonth, inCalendar } from "./calendar.mjs";
import { discounted, named } from "./discounts.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { settledWith, totalled } from "./payment.mjs";
import { periodLines, pendingLines } from "./settle.mjs";
import { shareOf } from "./share.mjs";
import { listPrice, merged } from "./terms.mjs";

export const termsNext = (subscription) => merged(subscription.terms, subscription.scheduled);

// The period after the running one. A change that leads onto a cycle with fixed dates makes a short one.
const nextPeriod = (catalog, subscription, terms) => {
  const cycle = catalog.cycles.get(terms.cycle);
  const { end } = subscription.period;
  if (terms.cycle !== subscription.terms.cycle && cycle.startsOn) {
    const { period, anchor, partial } = firstPeriod(cycle, end);
    const share = partial
      ? shareOf({ unit: catalog.unit, at: end, end: period.end, length: cycle.length, anchor })
      : null;
    return { period: () => period, anchor, share };
  }
  const anchor = isCalendar(cycle.length) ? (subscription.anchor ?? dayOfMonth(end)) : undefined;
  return {
    period: () => ({ start: end, end: inCalendar(stepped(end, cycle.length, 1, anchor)) }),
    anchor,
    share: null,
  };
};

// A scheduled change of the cycle can move the periods, so that none of them ends on the day of the cancellation.
export const endsWithThisPeriod = (subscription) =>
  subscription.cancelsOn !== null && !before(subscription.period.end, subscription.cancelsOn);

// Step 6: the payment on the period's end and the subscription from then on. Once a cancellation has taken effect
// only what is pending falls due, and nothing follows.
export const renewal = (catalog, subscription) => {
  const date = subscription.period.end;
  const pay = (lines) => settledWith(subscription.balance, totalled(catalog, lines));
  if (endsWithThisPeriod(subscription)) {
    const payment = pay(pendingLines(subscription.pending));
    return { date, payment: payment.lines.length ? payment : null, following: () => null };
  }
  const terms = termsNext(subscription);
  const { period, anchor, share } = nextPeriod(catalog, subscription, terms);
  const discounts = named(
    catalog,
    subscription.discounts,
    "recurring",
    "everything",
    ...(subscription.trial ? ["first_payment"] : []),
  );
  const payment = pay([...periodLines(catalog, terms, share, discounts, []), ...pendingLines(subscription.pending)]);
  const following = () => ({
    ...subscription,
    terms,
    anchor,
    scheduled: {},
    pending: [],
    trial: false,
    balance: payment.balanceAfter,
    period: period(),
    paid: discounted(discounts, listPrice(catalog, terms), catalog.rounding),
  });
  return { date, payment, following };
};
