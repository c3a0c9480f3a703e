// What happens at the ends of periods: which period follows, what is scheduled for it, what a commitment does there.
// Contract: §5.6, §10 (commitments).
import { firstPeriod } from "./anchor.mjs";
import { before, dayOfMonth, inCalendar } from "./calendar.mjs";
import { isCalendar, offset, stepped } from "./length.mjs";
import { partOf, shareOf } from "./share.mjs";
import { merged } from "./terms.mjs";

export const NOTHING = { scheduled: {}, scheduledOn: undefined };

export const isEmpty = (object) => Object.keys(object).length === 0;

// What is scheduled happens at the first renewal on or after its day.
const isDue = ({ period, scheduledOn }) => scheduledOn === undefined || !before(period.end, scheduledOn);

export const termsScheduled = ({ terms, scheduled }) => merged(terms, scheduled);
export const termsNext = (subscription) => (isDue(subscription) ? termsScheduled(subscription) : subscription.terms);

// The end of the running period or, counted on by whole cycles, the first one on or after `day`.
export const firstEnd = (catalog, { terms, period, anchor }, day) => {
  const { length } = catalog.cycles.get(terms.cycle);
  let count = 0;
  while (day && before(stepped(period.end, length, count, anchor), day)) count += 1;
  return stepped(period.end, length, count, anchor);
};

export const scheduledDate = (catalog, subscription) => firstEnd(catalog, subscription, subscription.scheduledOn);

// The commitment of a cycle, begun with a period that starts then.
export const begunCommitment = (catalog, cycle, start) => {
  const { commitment } = catalog.cycles.get(cycle);
  return commitment && offset(start, commitment.length);
};

const afterRenewal = (catalog, { terms, committedUntil }, date) => {
  if (committedUntil === undefined || before(date, committedUntil)) return committedUntil;
  const { commitment } = catalog.cycles.get(terms.cycle);
  if (!commitment?.renews) return undefined;
  let until = committedUntil;
  while (!before(date, until)) until = offset(until, commitment.length);
  return until;
};

// Where `last_period` is prorated, the period within which the subscription ends is cut short, and costs its share of the
// whole cycle that begins with it.
export const cutShort = (catalog, cycle, ends, opened) => {
  const { start, end } = opened.period;
  if (!catalog.cutsLast || !ends || !before(ends, end)) return opened;
  const { length } = cycle;
  const whole = opened.share ? stepped(start, length, 1, dayOfMonth(start)) : end;
  return {
    period: { start, end: ends },
    anchor: isCalendar(length) ? dayOfMonth(ends) : undefined,
    share: partOf({ unit: catalog.unit, period: { start, end: whole }, until: ends, length }),
  };
};

// A change that leads onto a cycle with fixed dates makes a short period.
const wholeNext = (catalog, subscription, terms) => {
  const cycle = catalog.cycles.get(terms.cycle);
  const { end } = subscription.period;
  if (terms.cycle !== subscription.terms.cycle && cycle.startsOn) {
    const { period, anchor, partial } = firstPeriod(cycle, end);
    const share = partial
      ? shareOf({ unit: catalog.unit, at: end, end: period.end, length: cycle.length, anchor })
      : null;
    return { period, anchor, share };
  }
  const anchor = isCalendar(cycle.length) ? (subscription.anchor ?? dayOfMonth(end)) : undefined;
  return {
    period: { start: end, end: stepped(end, cycle.length, 1, anchor) },
    anchor,
    share: null,
  };
};

export const nextPeriod = (catalog, subscription, terms) =>
  cutShort(catalog, catalog.cycles.get(terms.cycle), subscription.cancelsOn, wholeNext(catalog, subscription, terms));

// The subscription in its next period, but for what is paid for it.
export const advanced = (catalog, subscription) => {
  const terms = termsNext(subscription);
  const { period, anchor } = nextPeriod(catalog, subscription, terms);
  const date = subscription.period.end;
  return {
    ...subscription,
    ...(isDue(subscription) ? NOTHING : {}),
    terms,
    anchor,
    period: { ...period, end: inCalendar(period.end) },
    trial: false,
    committedUntil:
      terms.cycle === subscription.terms.cycle
        ? afterRenewal(catalog, subscription, date)
        : begunCommitment(catalog, terms.cycle, date),
  };
};

const latest = (moments) => moments.reduce((a, b) => (before(a, b) ? b : a));

// What waits waits together, for the latest of its dates: {on, moved}, or null where nothing of the change waits.
export const together = (catalog, subscription, waiting, standing) => {
  if (waiting.length === 0) return null;
  const dates = [
    ...waiting.map(({ when }) =>
      firstEnd(catalog, subscription, when === "term_end" ? subscription.committedUntil : undefined),
    ),
    ...(isEmpty(standing) ? [] : [scheduledDate(catalog, subscription)]),
  ];
  const on = latest(dates);
  return { on, moved: dates.some((date) => before(date, on)) };
};

// The day on which a cancellation that waits takes effect, and what is then no longer scheduled. Asked after that day
// less `notice` it takes effect at the end of the commitment that renews there, else a period later.
export const lastDay = (catalog, subscription, rule, at) => {
  const through = (state, day) => {
    let reached = state;
    while (day && before(reached.period.end, day)) reached = advanced(catalog, reached);
    return reached;
  };
  const forTerm = rule.when === "term_end";
  const asked = through(subscription, forTerm ? subscription.committedUntil : undefined);
  const missed = rule.notice !== undefined && before(offset(asked.period.end, rule.notice, -1), at);
  if (!missed) return { on: asked.period.end, standing: asked.scheduled };
  const next = advanced(catalog, asked);
  const renews = forTerm && asked.committedUntil !== undefined && next.terms.cycle === asked.terms.cycle;
  const last = through(next, renews ? next.committedUntil : undefined);
  return { on: last.period.end, standing: last.scheduled };
};
