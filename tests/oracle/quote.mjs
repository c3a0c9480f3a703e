// Contract: §7.1.
import { defaultAnchor, firstPeriod } from "./anchor.mjs";
import { before, inCalendar, printMoment } from "./calendar.mjs";
import { begunDiscounts, named } from "./discounts.mjs";
import { demand } from "./invalid.mjs";
import { offerReasons } from "./judge.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { fits, printMoney } from "./money.mjs";
import { quotedOnce } from "./once.mjs";
import { printNext, printQuoted, settledWith, totalled } from "./payment.mjs";
import { printReasons } from "./preview.mjs";
import { over, ratio, round, times } from "./rational.mjs";
import { begunCommitment, cutShort, nextPeriod } from "./schedule.mjs";
import { periodLines } from "./lines.mjs";
import { shareOf } from "./share.mjs";
import { printPeriod } from "./subscription.mjs";
import { allSold, listPrice } from "./terms.mjs";

const YEAR = ratio(365n);

const firstOf = (catalog, cycle, at, firstEnd) => {
  const share = (end, anchor) => shareOf({ unit: catalog.unit, at, end, length: cycle.length, anchor });
  if (!firstEnd) {
    const { period, anchor, partial } = firstPeriod(cycle, at);
    return { period, anchor, share: partial ? share(period.end, anchor) : null };
  }
  demand(before(at, firstEnd), "a first period that ends before it starts", "/first_period_end");
  const period = { start: at, end: firstEnd };
  const anchor = isCalendar(cycle.length) ? defaultAnchor(period) : undefined;
  demand(
    !before(at, stepped(firstEnd, cycle.length, -1, anchor)),
    "a first period longer than a cycle",
    "/first_period_end",
  );
  return { period, anchor, share: share(firstEnd, anchor) };
};

const alternatives = (catalog, terms, at) => {
  const cost = (cycle) => {
    const price = listPrice(catalog, { ...terms, cycle }, at);
    return fits(round(over(times(ratio(price), YEAR), catalog.cycles.get(cycle).days), catalog.rounding));
  };
  const quoted = cost(terms.cycle);
  const money = (units) => printMoney(fits(units), catalog.exponent);
  return [...catalog.cycles.keys()]
    .filter((cycle) => allSold(catalog, { ...terms, cycle }))
    .map((cycle) => ({ cycle, cost_per_365_days: money(cost(cycle)), saving: money(quoted - cost(cycle)) }));
};

export const quote = (catalog, { at, terms, discounts, firstEnd, endsOn = null }) => {
  const moment = (each) => printMoment(each, catalog.instants);
  const reasons = offerReasons(catalog, terms);
  const head = {
    format: "planshift-quote/1",
    catalog: catalog.id,
    currency: catalog.currency,
    at: moment(at),
    allowed: reasons.length === 0,
    reasons: printReasons(reasons),
  };
  const cycle = catalog.cycles.get(terms.cycle);
  const whole = firstOf(catalog, cycle, at, firstEnd);
  demand(!endsOn || before(at, endsOn), "ends before it begins", "/ends_on");
  if (reasons.length) return head; // a first period that is none is a fault of the request, whatever the terms
  const { period, anchor, share } = cutShort(catalog, cycle, endsOn, whole);
  inCalendar(period.end);
  const committed = begunCommitment(catalog, terms.cycle, period.start);
  const begun = begunDiscounts(catalog, discounts, at);
  const pay = (start, part, once, ...kinds) => {
    const lines = periodLines(catalog, terms, start, part, named(catalog, begun, start, ...kinds));
    return settledWith(0n, totalled(catalog, [...lines, ...once]));
  };
  const next = nextPeriod(catalog, { terms, period, anchor, cancelsOn: endsOn }, terms);
  const nextPayment = () => ({
    date: moment(period.end),
    ...printNext(catalog, pay(period.end, next.share, [], "recurring", "everything")),
  });
  return {
    ...head,
    first_payment: {
      date: moment(at),
      ...printQuoted(catalog, pay(at, share, quotedOnce(catalog, terms), "first_payment", "recurring", "everything")),
    },
    period: printPeriod(catalog, period),
    committed_until: committed ? moment(committed) : null,
    next_payment: endsOn && !before(period.end, endsOn) ? null : nextPayment(),
    alternatives: alternatives(catalog, terms, at),
  };
};
