// Contract: §5.6.
import { before } from "./calendar.mjs";
import { discounted, lasting, named } from "./discounts.mjs";
import { split } from "./movements.mjs";
import { onceLines } from "./once.mjs";
import { settledWith, totalled } from "./payment.mjs";
import { advanced, nextPeriod, termsNext } from "./schedule.mjs";
import { periodLines, pendingLines } from "./lines.mjs";
import { heldPrices, listPrice, priceDay } from "./terms.mjs";

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
  const day = priceDay(subscription, terms, date);
  const { share } = nextPeriod(catalog, subscription, terms);
  const discounts = named(
    catalog,
    subscription.discounts,
    date,
    "recurring",
    "everything",
    ...(subscription.trial ? ["first_payment"] : []),
  );
  const payment = pay([
    ...periodLines(catalog, terms, day, share, discounts),
    ...onceLines(catalog, subscription.terms, split(catalog, subscription.terms, terms)),
    ...pendingLines(subscription.pending),
  ]);
  const following = () => ({
    ...advanced(catalog, subscription),
    pricesOf: heldPrices(subscription, terms),
    discounts: lasting(subscription.discounts, date),
    extended: false,
    creditable: undefined,
    pending: [],
    balance: payment.balanceAfter,
    paid: discounted(discounts, listPrice(catalog, terms, day), catalog.rounding),
  });
  return { date, payment, following };
};

// What the balance holds once the last payment is made that a cancellation still lets fall due.
export const balanceLeft = (catalog, subscription) => {
  let [state, left] = [subscription, subscription.balance];
  while (state && (left > 0n || state.pending.length > 0)) {
    const { payment, following } = renewal(catalog, state);
    left = payment ? payment.balanceAfter : left;
    state = following();
  }
  return left;
};
