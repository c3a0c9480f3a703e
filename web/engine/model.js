import { addLength, dayOf, isBefore } from "../exact/dates.js";
import { leavingOf } from "./leaving.js";
import { priceOn } from "./policy.js";
import { priceChanges } from "./price_changes.js";
import { changeOf, changesNothing, eligibilityRequest, previewRequest, quoteRequest } from "./requests.js";

/**
 * Asks the engine everything that the first answer needs and lays it out for the views, which ask nothing. What comes
 * after the first answer is asked in `further.js`.
 *
 *   state     what was typed            mode, at  what is asked, and as of when
 *   request   what was asked            fault     the error document's `error`, and nothing else then
 *   allowed   false: see `reasons`      answer    the engine's preview or quote
 *   today     what is paid at once      next      the next payment, or null
 *   later     the payment after that    yearly    what 365 days cost at list price, or null
 *   options   the eligibility grid      cycles    the wanted terms on every cycle
 *   prices    per plan, what one whole cycle of it costs; these three where the form shows cards
 *   commitment  `{ until, renews }` of one that lies ahead, or null
 *   priceChanges  the days on which something else is paid without having been asked for
 *   leaving   of a cancellation: what it costs, and until when it is free
 *   standing  true: nothing changes, and `next` is what was due anyway (as it is beside a refused change)
 */
export function answersTo(state, catalog, engine) {
  return state.get("mode") === "quote" ? quoteAnswers(state, catalog, engine) : changeAnswers(state, catalog, engine);
}

/** While the reader still has to say what they have, or want: no question is asked but for what the cards show. */
export function unanswered(missing, state, catalog, engine) {
  const prices = state.get("mode") === "quote" ? cardPrices(state, catalog, engine) : new Map();
  return { ...asked(state), request: null, missing, prices };
}

const asked = (state) => ({ state, mode: state.get("mode"), at: state.get("at") });

function quoteAnswers(state, catalog, engine) {
  const request = quoteRequest(state, catalog);
  const answer = engine.ask("quote", request);
  const base = { ...asked(state), request, prices: cardPrices(state, catalog, engine) };
  if (answer.error) return { ...base, fault: answer.error };
  const cycles = cyclesFor(state, catalog, engine);
  if (!answer.allowed) return { ...base, answer, allowed: false, reasons: answer.reasons, cycles };
  const subscription = subscriptionAfter(request, answer, catalog);
  return {
    ...base,
    answer,
    allowed: true,
    reasons: [],
    subscription,
    terms: request.terms,
    today: { ...answer.first_payment, charged: answer.first_payment.total },
    next: answer.next_payment,
    later: paymentAfter(answer.next_payment, subscription, catalog, engine),
    ...ahead(subscription, request.at, catalog, engine),
    yearly: answer.alternatives.find(({ cycle }) => cycle === request.terms.cycle)?.cost_per_365_days ?? null,
    cycles,
  };
}

function changeAnswers(state, catalog, engine) {
  const change = changeOf(state, catalog);
  const request = previewRequest(state, catalog, change);
  const base = { ...asked(state), request };
  const cards = change.cancel ? { prices: new Map() } : cardAnswers(state, catalog, engine);
  if (cards.fault) return { ...base, ...cards };
  const around = { ...base, ...cards };
  if (changesNothing(change)) return { ...around, ...standingAnswers(request, catalog, engine) };
  const answer = engine.ask("preview", request);
  if (answer.error) return { ...around, fault: answer.error };
  if (!answer.allowed)
    return {
      ...around,
      ...besideRefusal(request, catalog, engine),
      answer,
      standing: false,
      allowed: false,
      reasons: answer.reasons,
    };
  return {
    ...around,
    answer,
    allowed: true,
    reasons: [],
    subscription: answer.after,
    terms: answer.terms_next,
    today: answer.pay_today,
    next: answer.next_payment,
    later:
      answer.after && answer.next_payment ? paymentAfter(answer.next_payment, answer.after, catalog, engine) : null,
    yearly: answer.terms_next ? yearlyCost(request.at, answer.terms_next, engine) : null,
    ...ahead(answer.after, request.at, catalog, engine),
    leaving: change.cancel ? leavingOf(request, answer, catalog, engine) : null,
  };
}

/** What the cards of a change show. */
function cardAnswers(state, catalog, engine) {
  const eligibility = engine.ask("eligibility", eligibilityRequest(state, catalog));
  const prices = cardPrices(state, catalog, engine);
  if (eligibility.error) return { fault: eligibility.error, prices };
  return { options: eligibility.options, prices, cycles: cyclesFor(state, catalog, engine) };
}

/** Nothing is changed: what is paid next is what the forecast without any event says. */
function standingAnswers(request, catalog, engine) {
  const { subscription } = request;
  const until = horizon(subscription.period.end, subscription.cycle, catalog);
  const forecast = engine.ask("forecast", { subscription, events: [], until });
  if (forecast.error) return { fault: forecast.error };
  const [next = null, later = null] = forecast.payments.filter(({ date }) => date > request.at);
  const terms = next?.terms ?? subscription;
  return {
    standing: true,
    allowed: true,
    reasons: [],
    subscription,
    terms,
    today: null,
    next,
    later,
    ...ahead(subscription, request.at, catalog, engine),
    yearly: next ? yearlyCost(request.at, terms, engine) : null,
  };
}

/** What stays as it is when a change is refused; left out where even that cannot be told. */
function besideRefusal(request, catalog, engine) {
  const standing = standingAnswers(request, catalog, engine);
  return standing.fault ? {} : standing;
}

/** The payment after the next one, so that "and after that" is an answer and not a guess. */
function paymentAfter(next, subscription, catalog, engine) {
  if (!next || !subscription) return null;
  const cycle = subscription.scheduled?.cycle ?? subscription.cycle;
  const forecast = engine.ask("forecast", { subscription, events: [], until: horizon(next.date, cycle, catalog) });
  return forecast.payments?.find(({ date }) => date > next.date) ?? null;
}

/** What comes about by itself: the end of a commitment, and other prices. */
function ahead(subscription, at, catalog, engine) {
  if (!subscription) return { commitment: null, priceChanges: [] };
  const { committed_until: until, cycle, cancels_on: endsOn } = subscription;
  const renews = catalog.cycles.find(({ id }) => id === cycle)?.commitment?.renews && !endsOn;
  const commitment = until && isBefore(at, until) ? { until, renews: Boolean(renews) } : null;
  return { commitment, priceChanges: priceChanges(subscription, at, catalog, engine) };
}

function horizon(date, cycle, catalog) {
  const { length } = catalog.cycles.find(({ id }) => id === cycle) ?? { length: "P1Y" };
  return addLength(dayOf(date), length) || "9999-12-31";
}

function yearlyCost(at, { plan, cycle, seats, addons }, engine) {
  const quote = engine.ask("quote", { at, terms: { plan, cycle, seats, addons: addons ?? [] }, discounts: [] });
  return quote.alternatives?.find((alternative) => alternative.cycle === cycle)?.cost_per_365_days ?? null;
}

/** The subscription that a quote begins, for forecasts and for "what if I later …". */
export function subscriptionAfter({ at, terms, discounts }, { period, committed_until: until }, catalog) {
  const { plan, cycle, seats, addons } = terms;
  const begun = discounts.map((id) => begunDiscount(id, at, catalog));
  const committed = until ? { committed_until: until } : {};
  return { plan, cycle, seats, addons, period, discounts: begun, started_on: at, ...committed };
}

/** A discount that lasts begins with the subscription. */
function begunDiscount(id, at, catalog) {
  const { lasts } = catalog.discounts.find((each) => each.id === id);
  return lasts ? { id, until: addLength(at, lasts) + at.slice(10) } : id;
}

/** Per plan what one whole cycle of it costs with the wanted seats: the `charged` of its card. */
function cardPrices(state, catalog, engine) {
  const cycle = state.get("want.cycle");
  return new Map(
    catalog.plans.map((plan) => {
      if (!priceOn(plan, cycle)) return [plan.id, null];
      const terms = { plan: plan.id, cycle, addons: [] };
      return [
        plan.id,
        engine.ask("quote", { ...quoteRequest(state, catalog, terms), discounts: [], first_period_end: undefined }),
      ];
    }),
  );
}

/** The wanted terms on each cycle: what is charged each time and what 365 days cost. */
function cyclesFor(state, catalog, engine) {
  const quoteOn = (cycle) =>
    engine.ask("quote", { ...quoteRequest(state, catalog, { cycle }), first_period_end: undefined });
  const { alternatives } = quoteOn(state.get("want.cycle"));
  return catalog.cycles.map(({ id }) => ({
    id,
    charged: quoteOn(id).next_payment?.total ?? null,
    alternative: alternatives?.find(({ cycle }) => cycle === id) ?? null,
  }));
}
