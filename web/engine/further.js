import { compare, difference, sum } from "../exact/amounts.js";
import { addDays, addLength, dayOf, daysBetween, isDate } from "../exact/dates.js";
import { ageOf, rolesIn, ruleFor } from "./policy.js";
import { subscriptionAfter } from "./model.js";
import { changeOf, changesNothing, previewRequest, quoteRequest, roleOf } from "./requests.js";
import { optionState } from "../compare/pins.js";
import { countsSeats } from "../words/words.js";

/**
 * What the engine is asked for the parts that come after the first answer, each for the model of that answer. A part
 * that has nothing to say is null or empty.
 */

/** The same change on every day from `at` to the last of the period, at most two years of them. */
export function sweepOf({ request, at, allowed, standing }, engine) {
  if (!allowed || standing || !request.change) return null;
  const { role, subscription, change } = request;
  const [today, end] = [dayOf(at), dayOf(subscription.period.end)];
  if (!isDate(end) || daysBetween(today, end) < 2) return null;
  const to = addDays(today, Math.min(daysBetween(today, end) - 1, 730));
  const answer = engine.ask("sweep", { ...(role ? { role } : {}), subscription, change, from: at, to });
  return answer.error ? null : answer.days;
}

/** In place of cancelling: each lower plan, and one seat fewer, with the next payment; those that are possible. */
export function insteadOf({ request, allowed, answer }, catalog, engine) {
  if (!request?.change?.cancel || !allowed || !answer) return [];
  const { at, role, subscription } = request;
  const now = catalog.plans.find(({ id }) => id === subscription.plan);
  const lower = catalog.plans.filter((plan) => plan.rank < now?.rank && !plan.retired).sort((a, b) => b.rank - a.rank);
  const offers = lower.map(({ id }) => ({ plan: id }));
  if (subscription.seats > (now?.seats?.min ?? 1)) offers.push({ seats: subscription.seats - 1 });
  return offers
    .map((change) => ({
      change,
      answer: engine.ask("preview", { at, ...(role ? { role } : {}), subscription, change }),
    }))
    .filter(({ answer: { allowed: isAllowed, next_payment: next } }) => isAllowed && next)
    .map(({ change, answer: { next_payment: next } }) => ({ change, next }));
}

/** For a prospect: `breaks`, where more seats cost less, and `changes`, what changing or leaving later would mean. */
export function prospectOf(model, catalog, engine) {
  if (model.mode !== "quote" || !model.allowed) return null;
  return { breaks: breakPoints(model, catalog, engine), changes: laterChanges(model, catalog, engine) };
}

const lookAhead = 60;
const mostBreaks = 3;

/**
 * Numbers of seats above the wanted one that cost no more than it does (`than` it), or less than their neighbour below.
 * What more seats cost falls only where a step of the price ends; between two such numbers it stays or rises, so that
 * few of them have to be asked for.
 */
function breakPoints({ state, request }, catalog, engine) {
  const { seats, plan, cycle } = request.terms;
  const item = catalog.plans.find(({ id }) => id === plan);
  if (!countsSeats(catalog) || !Number.isInteger(seats)) return [];
  const costOf = (count) =>
    engine.ask("quote", {
      ...quoteRequest(state, catalog, { seats: count }),
      discounts: [],
      first_period_end: undefined,
    }).next_payment?.total;
  const own = costOf(seats);
  if (!own) return [];
  const most = Math.min(seats + lookAhead, item?.seats?.max ?? Number.POSITIVE_INFINITY);
  const found = [];
  for (const { first, last } of stretches(item?.prices[cycle], seats + 1, most)) {
    let count = first;
    const [cost, before] = [costOf(first), costOf(first - 1)];
    if (cost && before && compare(cost, before) < 0) {
      found.push({ more: first, cost, than: first - 1, instead: before });
      count += 1;
    }
    count = firstThat((each) => compare(costOf(each) ?? own, own) >= 0, count, last);
    for (; count <= last && found.length < mostBreaks && costOf(count) === own; count += 1)
      found.push({ more: count, cost: own, than: seats, instead: own });
    if (found.length >= mostBreaks) break;
  }
  return found;
}

/** The numbers from `first` to `last`, cut behind the end of each step of a price, or of the prices that follow it. */
function stretches(price, first, last) {
  const steps = [price].flat().flatMap((each) => each?.tiers?.steps ?? []);
  const inside = steps.map(({ up_to: end }) => end).filter((end) => end && end >= first && end < last);
  const ends = [...new Set(inside)].sort((a, b) => a - b);
  const firsts = [first, ...ends.map((end) => end + 1)];
  return first > last ? [] : firsts.map((each, index) => ({ first: each, last: ends[index] ?? last }));
}

/** The first number of which something holds that holds of all above it; `last + 1` where it holds of none. */
function firstThat(holds, first, last) {
  let [low, high] = [first, last + 1];
  while (low < high) {
    const middle = low === first ? first : Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** One more seat, the next plan up and leaving, each in the middle of the first period: `{ kind, change, at, answer }`. */
function laterChanges({ state, subscription, request }, catalog, engine) {
  const { start, end } = subscription.period;
  const middle = Math.floor(daysBetween(start, end) / 2);
  if (middle < 1) return [];
  const at = addDays(dayOf(start), middle);
  const plan = catalog.plans.find(({ id }) => id === request.terms.plan);
  const [higher] = catalog.plans
    .filter(({ rank, retired }) => rank > plan.rank && !retired)
    .sort((a, b) => a.rank - b.rank);
  const wanted = [
    countsSeats(catalog) ? { kind: "add_seats", change: { seats: request.terms.seats + 1 } } : null,
    higher ? { kind: "upgrade", change: { plan: higher.id } } : null,
    { kind: "cancel", change: { cancel: true } },
  ];
  const [anyRole] = rolesIn(catalog);
  const roleFor = (kind) => {
    const role = ruleFor(catalog, kind, subscription.cycle, ageOf(subscription, at)).roles?.[0] ?? anyRole;
    return role ? { role } : roleOf(state, catalog);
  };
  return wanted
    .filter(Boolean)
    .map(({ kind, change }) => ({
      kind,
      change,
      at,
      answer: engine.ask("preview", { at, ...roleFor(kind), subscription, change }),
    }))
    .filter(({ answer }) => !answer.error);
}

/** Up to four options beside each other: what is wanted in each, on what the reader of the model has. */
export const pinnedOf = (pins, { state }, catalog, engine) =>
  [...pins].map(([pin, option]) => costOf(pin, optionState(option, state), catalog, engine));

/**
 * Everything that is paid for an option from today on: each payment with its date, and the sums over twelve and over 24
 * months. `year` is null where the option is not possible.
 */
function costOf(pin, state, catalog, engine) {
  const isQuote = state.get("mode") === "quote";
  const change = isQuote ? null : changeOf(state, catalog);
  const option = { pin, state, change, today: null, next: null, year: null, twoYears: null, payments: [] };
  return { ...option, ...(isQuote ? quoted(state, catalog, engine) : changed(state, change, catalog, engine)) };
}

function quoted(state, catalog, engine) {
  const request = quoteRequest(state, catalog);
  const quote = engine.ask("quote", request);
  if (!quote.allowed) return {};
  const subscription = subscriptionAfter(request, quote, catalog);
  const forecast = engine.ask("forecast", { subscription, events: [], until: lastDayWithin(24, state) });
  if (forecast.error) return {};
  const today = quote.first_payment.total;
  return { today, next: quote.next_payment, ...paidFor(forecast, state, [{ date: state.get("at"), amount: today }]) };
}

function changed(state, change, catalog, engine) {
  const at = state.get("at");
  const request = previewRequest(state, catalog, change);
  const { subscription } = request;
  const isStanding = changesNothing(change);
  const events = isStanding ? [] : [{ at, ...roleOf(state, catalog), change }];
  const forecast = engine.ask("forecast", { subscription, events, until: lastDayWithin(24, state) });
  if (forecast.error || forecast.refused?.length) return {};
  const paid = paidFor(forecast, state, []);
  if (isStanding) return { today: "0", next: forecast.payments.find(({ date }) => date > at) ?? null, ...paid };
  const { allowed, pay_today: today, next_payment: next } = engine.ask("preview", request);
  if (!allowed) return {};
  return { today: difference(today.charged, today.refunded), next, ...paid };
}

/** Twelve months hold their last day, not the anniversary: that payment is for the thirteenth. */
const lastDayWithin = (months, state) => addDays(addLength(dayOf(state.get("at")), "P1M", months), -1);

function paidFor({ payments, total }, state, before) {
  const forecast = payments.map((payment) => ({ date: payment.date, amount: paidIn(payment) }));
  const twoYears = sum([...before.map(({ amount }) => amount), total]);
  const yearEnd = lastDayWithin(12, state);
  const late = forecast.filter(({ date }) => dayOf(date) > yearEnd).map(({ amount }) => amount);
  return { payments: [...before, ...forecast], twoYears, year: difference(twoYears, sum(late)) };
}

const paidIn = ({ charged, due, refunded }) => difference(sum([charged ?? "0", due ?? "0"]), refunded ?? "0");
