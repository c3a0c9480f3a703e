import { isZero, sum } from "../exact/amounts.js";
import { addDays, dayOf, isBefore } from "../exact/dates.js";
import { owesFee } from "./fee.js";
import { ageOf, endOfWindow, ruleFor } from "./policy.js";

/**
 * What leaving costs, and until when it is free:
 *
 *   cost   what is charged for leaving, null where nothing is; `beforeTax` where tax comes on top of it
 *   until  the last of the days on which leaving is better than after them, or null: `{ date, ahead, free }`. `ahead`:
 *          it is still to come. `free`: afterwards leaving costs something, or what was paid no longer comes back as a
 *          whole; else only less comes back.
 *   dues   what is paid until a cancellation that waits takes effect, or null: `{ count, total }`
 *   oneMore  what one more period costs before tax, where a fee is a share of what the commitment still holds; else null
 *
 * The days come from the rule with its first days, and from what the engine says of each day of the running period.
 */
export function leavingOf(request, answer, catalog, engine) {
  const cost = costOf(answer, catalog);
  return {
    ...cost,
    until: lastBetterDay(request, answer, catalog, engine),
    dues: duesOf(answer, engine),
    oneMore: cost.cost ? priceOfOneMore(request, catalog, engine) : null,
  };
}

const isFee = ({ kind, origin }) => kind === "fee" || origin?.kind === "fee";

/** With its tax where the fee is all that is paid. Beside other lines its own part of the tax is not known. */
function costOf({ pay_today: today, next_payment: next }, catalog) {
  const payment = [today, next].find((each) => each?.lines.some(isFee));
  if (!payment) return { cost: null, beforeTax: false };
  const lines = payment.lines.filter(({ transaction }) => transaction === "charge");
  if (lines.every((line) => isFee(line) || line.kind === "tax"))
    return { cost: sum(lines.filter(({ inclusive }) => !inclusive).map(({ amount }) => amount)), beforeTax: false };
  const cost = sum(lines.filter(isFee).map(({ amount }) => amount));
  return { cost, beforeTax: Boolean(catalog.tax) && !catalog.tax.inclusive };
}

/** Whether a payment only collects what is owed already. */
export const isOnlyOwed = ({ lines }) => lines.every(({ kind }) => kind === "pending" || kind === "tax");

function duesOf({ after, movements, next_payment: next }, engine) {
  const { on } = movements.find(({ kind }) => kind === "cancel");
  if (!after || !next || isOnlyOwed(next)) return null;
  const { payments, total } = engine.ask("forecast", { subscription: after, events: [], until: on });
  return payments?.length > 1 ? { count: payments.length, total } : null;
}

/** What the first period costs that is not paid yet, before tax: of what is held now, and nothing else. */
function priceOfOneMore({ at, subscription }, catalog, engine) {
  const { fee } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, at));
  if (!fee?.percent) return null;
  const { scheduled: _, scheduled_on: __, pending: ___, balance: ____, ...held } = subscription;
  const { payments } = engine.ask("forecast", { subscription: held, events: [], until: held.period.end });
  return payments?.length ? sum([payments[0].subtotal, payments[0].discount]) : null;
}

/** So many days to come are looked at, and so many on each side by their figures. */
const lookAhead = 1100;
const lookAround = 365;

/** What leaving on a day comes to: it costs something, nothing is lost, unused time comes back, or all does. */
const [costs, free, unusedBack, allBack] = [0, 1, 2, 3];

function lastBetterDay(request, answer, catalog, engine) {
  const { subscription } = request;
  const rule = ruleFor(catalog, "cancel", subscription.cycle);
  if (!rule.windows.length && !rule.fee && !rule.notice && rule.when !== "term_end") return null;
  const days = daysAround(request, engine);
  const on = (day) => leavingOn(day, days.get(day), request, catalog);
  const today = dayOf(request.at);
  const now = { ...on(today), ...(isCostly(answer) ? { value: costs } : {}) };
  const isWorse = (a, b) => a.value < b.value && (a.value === costs || a.window !== b.window);

  const ends = rule.windows
    .map((window) => endOfWindow(window, ageOf(subscription, today)))
    .filter(Boolean)
    .map(dayOf);
  const horizon = least([dayOf(subscription.period.end), ...ends].sort().at(-1), addDays(today, lookAhead));
  for (let day = addDays(today, 1); now.value !== costs && day <= horizon; day = addDays(day, 1)) {
    if (isWorse(on(day), now)) return told(addDays(day, -1), true, now, on(day));
  }
  const past = [...days.keys(), ...ends.map((day) => addDays(day, -1))].filter((day) => day < today).sort();
  const better = past.findLast((day) => isWorse(now, on(day)));
  return better ? told(better, false, on(better), now) : null;
}

const least = (a, b) => (a < b ? a : b);

const told = (date, ahead, better, worse) => ({
  date,
  ahead,
  free: worse.value === costs || (ahead && better.value === allBack),
});

const isCostly = ({ pay_today: { lines }, next_payment: next, forfeited }) =>
  lines.some(isFee) || !isZero(forfeited) || Boolean(next && (!isOnlyOwed(next) || next.lines.some(isFee)));

/** What the engine says of each day of the running period, by the day; of what is owed in any case, nothing. */
function daysAround({ at, role, subscription, change }, engine) {
  const [today, end] = [dayOf(at), dayOf(subscription.period.end)];
  const [from, to] = [addDays(today, -lookAround), addDays(today, lookAround)];
  const answer = engine.ask("sweep", {
    ...(role ? { role } : {}),
    subscription: { ...subscription, pending: [], balance: "0" },
    change,
    from: isBefore(from, subscription.period.start) ? subscription.period.start : from,
    to: isBefore(to, end) ? to : addDays(end, -1),
  });
  return new Map((answer.days ?? []).map((day) => [dayOf(day.at), day]));
}

/** `value` of leaving on a day, and the first days (`window`) that it is in. Outside of the period the rule alone tells. */
function leavingOn(day, figures, { subscription, change }, catalog) {
  const { start, end } = subscription.period;
  const period = { start: day < dayOf(start) ? "" : day < dayOf(end) ? start : end };
  const rule = ruleFor(catalog, "cancel", subscription.cycle, ageOf({ ...subscription, period }, day));
  const isNow = rule.when === "now" || (rule.when === "choice" && (change.timing ?? rule.choice_default) === "now");
  const effect = isNow || day > dayOf(end) ? day : dayOf(end);
  const isFeeOwed = owesFee(rule.fee, effect, subscription, catalog);
  const { window } = rule;
  // A credit can hide a fee: nothing is charged then.
  const isCharged = figures ? !isZero(figures.charged ?? "1") || (rule.unused === "credit" && isFeeOwed) : isFeeOwed;
  const isLost = figures
    ? !isZero(figures.forfeited ?? "1") || !isZero(figures.next_due ?? "0")
    : rule.when === "term_end" || (isNow && rule.unused === "forfeit");
  if (isCharged || isLost) return { value: costs, window };
  if (!isNow || rule.unused === "forfeit" || subscription.trial) return { value: free, window };
  // What was paid for this period does not come back in the next one.
  if (day >= dayOf(end)) return { value: free, window: null };
  return { value: rule.unused === "refund_all" ? allBack : unusedBack, window };
}
