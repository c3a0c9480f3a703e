// Contract: §5, §6.
import { before, printMoment } from "./calendar.mjs";
import { feeLines, settleCancel } from "./cancel.mjs";
import { begunDiscounts, lasting, sameList } from "./discounts.mjs";
import { consequencesOf, creditsOf } from "./follow_up.mjs";
import { demand } from "./invalid.mjs";
import { limitReasons, ruleReasons, when } from "./judge.mjs";
import { printMoney } from "./money.mjs";
import { namedMembers, split } from "./movements.mjs";
import { printNext, printToday, settledWith, totalled } from "./payment.mjs";
import { place, placeByRule, waits } from "./place.mjs";
import { ageOf, mayAct, ruleOf } from "./policy.mjs";
import { balanceLeft, endsWithThisPeriod, renewal } from "./renewal.mjs";
import { isEmpty, lastDay, NOTHING, termsNext, termsScheduled, together } from "./schedule.mjs";
import { pendingFrom } from "./lines.mjs";
import { settle } from "./settle.mjs";
import { printPeriod, printSubscription, printTerms } from "./subscription.mjs";
import { difference, heldPrices, merged } from "./terms.mjs";

const omit = (object, members) => Object.fromEntries(Object.entries(object).filter(([key]) => !members.includes(key)));
const refusal = (reasons) => ({ allowed: false, reasons });
const nothingToPay = (catalog, subscription) => settledWith(subscription.balance, totalled(catalog, []));

// `resume`: a cancellation is taken back, or else what is scheduled.
const resume = (catalog, subscription, at, role) => {
  const reasons = [
    ...when(
      !mayAct(ruleOf(catalog, "cancel", subscription.terms.cycle, ageOf(subscription, at)), role),
      "role",
      "cancel",
    ),
    ...when(subscription.cancelsOn === null && isEmpty(subscription.scheduled), "nothing_to_resume"),
  ];
  if (reasons.length) return refusal(reasons);
  const after =
    subscription.cancelsOn === null ? { ...subscription, ...NOTHING } : { ...subscription, cancelsOn: null };
  return {
    allowed: true,
    reasons,
    movements: [],
    today: nothingToPay(catalog, subscription),
    after,
    notices: [],
    forfeited: 0n,
  };
};

const endedNow = (catalog, subscription, at, rule) => {
  const { lines, forfeited } = settleCancel(catalog, subscription, at, rule);
  const today = settledWith(subscription.balance, totalled(catalog, lines));
  return { on: at, when: "now", today, forfeited, after: null, left: today.balanceAfter };
};

const endsLater = (catalog, subscription, at, rule) => {
  const { on, standing } = lastDay(catalog, subscription, rule, at);
  const fee = feeLines(catalog, subscription, rule, on);
  const isLater = rule.collect === "next_payment";
  const today = settledWith(subscription.balance, totalled(catalog, isLater ? [] : fee));
  const after = {
    ...subscription,
    ...(isEmpty(standing) ? {} : NOTHING),
    cancelsOn: on,
    balance: today.balanceAfter,
    pending: isLater ? [...subscription.pending, ...pendingFrom(fee)] : subscription.pending,
  };
  const term = rule.when === "term_end" && before(subscription.period.end, on);
  const left = balanceLeft(catalog, after);
  return { on, when: term ? "term_end" : "period_end", today, forfeited: 0n, after, left };
};

// Step 5. What is scheduled for a day before the cancellation takes effect still happens, all else is dropped.
const cancel = (catalog, subscription, at, role, { timing }) => {
  const rule = ruleOf(catalog, "cancel", subscription.terms.cycle, ageOf(subscription, at));
  const movement = { kind: "cancel", rule };
  const reasons = [
    ...ruleReasons(movement, role, timing),
    ...when(subscription.cancelsOn !== null, "cancellation_pending"),
  ];
  if (reasons.length) return refusal(reasons);

  const end = placeByRule(rule, timing) === "now" ? endedNow : endsLater;
  const { on, when: placed, today, forfeited, after, left } = end(catalog, subscription, at, rule);
  const drops = !isEmpty(subscription.scheduled) && isEmpty(after?.scheduled ?? {});
  return {
    allowed: true,
    reasons,
    today,
    forfeited,
    after,
    balanceLeft: left,
    notices: drops ? ["replaces_scheduled"] : [],
    movements: [{ ...movement, when: placed, on }],
    consequences: consequencesOf(catalog, at, on, rule),
  };
};

const afterwards = (terms, movements) => movements.reduce((reached, { apply }) => apply(reached), terms);

const creditsAfter = (catalog, subscription, at, placed, settled, nowTerms, nextTerms) => {
  const planCarries = placed.some(({ member, rule }) => member === "plan" && rule.carry_credits);
  const left = subscription.creditsLeft;
  if (settled.rule)
    return {
      on: at,
      now: true,
      ...creditsOf(catalog, {
        oldPlan: subscription.terms.plan,
        newPlan: nowTerms.plan,
        left,
        carry: settled.rule.carry_credits || planCarries,
      }),
    };
  const waiting = placed.filter((movement) => movement.when !== "now" && ["plan", "cycle"].includes(movement.member));
  if (waiting.length === 0) return null;
  const carry = planCarries || waiting.some(({ rule }) => rule.carry_credits);
  return {
    on: waiting[0].on,
    ...creditsOf(catalog, { oldPlan: nowTerms.plan, newPlan: nextTerms.plan, left, carry }),
  };
};

// `when` of what waits says whether it waits longer than the running period.
const dated = (movement, at, end, on) => {
  if (!waits(movement)) return { ...movement, on: at };
  return { ...movement, on, when: before(end, on) ? "term_end" : "period_end" };
};

// Steps 1 to 4 and 7 for everything that is no cancellation.
const alter = (catalog, subscription, at, role, { timing, discounts, wanted }) => {
  const present = subscription.terms;
  const movements = split(catalog, present, wanted, ageOf(subscription, at));
  const { placed: wished, deferred } = place(catalog, movements, timing);
  const taken = Object.keys(subscription.scheduled).filter((member) => namedMembers(wanted).includes(member));
  const begun = discounts && begunDiscounts(catalog, discounts, at, subscription.discounts);
  const relisted = discounts !== undefined && !sameList(begun, subscription.discounts);

  const standing = omit(subscription.scheduled, taken);
  const wait = together(catalog, subscription, wished.filter(waits), standing);
  const placed = wished.map((movement) => dated(movement, at, subscription.period.end, wait?.on));
  const immediate = placed.filter((movement) => movement.when === "now");
  const nowTerms = afterwards(present, immediate);
  const nextTerms = afterwards(
    merged(nowTerms, standing),
    placed.filter((movement) => movement.when !== "now"),
  );
  const limits = { present, seatsInUse: subscription.seatsInUse };
  const anew = immediate.some(({ rule }) => rule.cycle !== "keep");
  const reasons = [
    ...movements.flatMap((movement) => ruleReasons(movement, role, timing)),
    ...limitReasons(catalog, { ...limits, from: present, to: nowTerms }),
    ...limitReasons(catalog, { ...limits, from: termsScheduled(subscription), to: nextTerms }),
    ...when(subscription.cancelsOn !== null, "cancellation_pending"),
    ...when(anew && !isEmpty(standing), "scheduled_in_the_way"),
    ...when(relisted && immediate.some(({ rule }) => rule.lines === "net"), "discounts_with_net"),
    ...when(movements.length === 0 && taken.length === 0 && !relisted, "nothing_changes"),
  ];
  if (reasons.length) return refusal(reasons);

  const list = relisted ? begun : subscription.discounts;
  const settled = settle(catalog, subscription, at, immediate, nowTerms, list);
  const today = settledWith(subscription.balance, totalled(catalog, settled.lines));
  const credits = creditsAfter(catalog, subscription, at, placed, settled, nowTerms, nextTerms);
  const scheduled = difference(nowTerms, nextTerms);
  const within = (day) => (day && before(day, settled.period.end) ? day : undefined);
  const after = {
    ...subscription,
    terms: nowTerms,
    period: settled.period,
    anchor: settled.anchor,
    trial: settled.trial,
    paid: settled.paid,
    balance: today.balanceAfter,
    pending: settled.pending,
    discounts: list,
    committedUntil: settled.committedUntil,
    extended: settled.extended,
    creditable: settled.creditable,
    startedOn: within(subscription.startedOn),
    pricesOf: within(heldPrices(subscription, nowTerms)),
    scheduled,
    scheduledOn: isEmpty(scheduled) ? undefined : (wait?.on ?? subscription.scheduledOn),
    creditsLeft: credits?.now && credits.after !== undefined ? credits.after : subscription.creditsLeft,
  };
  return {
    allowed: true,
    reasons,
    today,
    after,
    forfeited: settled.forfeited,
    extension: settled.extension,
    credits: credits?.after === undefined ? null : credits,
    movements: placed,
    notices: [
      ...(taken.length ? ["replaces_scheduled"] : []),
      ...(deferred || wait?.moved ? ["deferred_together"] : []),
    ],
  };
};

// The answer in values: what forecast, sweep and eligibility build on.
export const previewed = (catalog, subscription, at, role, change) => {
  const { period } = subscription;
  demand(!before(at, period.start) && before(at, period.end), "outside the running period", "/at");
  const act = change.resume ? resume : change.cancel ? cancel : alter;
  const result = act(catalog, subscription, at, role, change);
  if (!result.allowed) return result;
  const { after: stands } = result;
  const after = stands && { ...stands, discounts: lasting(stands.discounts, stands.period.start) };
  return { consequences: [], credits: null, ...result, after, next: after && renewal(catalog, after) };
};

export const printMovements = (catalog, movements) =>
  movements.map(({ kind, when: placed, on, rule }) => ({
    kind,
    when: placed,
    on: printMoment(on, catalog.instants),
    cite: rule.cite,
  }));

export const printReasons = (reasons) =>
  reasons.map(({ code, movement }) => ({ code, message: code, movement, path: "/change" }));

export const printPreview = (catalog, subscription, at, result) => {
  const moment = (each) => printMoment(each, catalog.instants);
  const money = (each) => printMoney(each, catalog.exponent);
  const head = {
    format: "planshift-preview/1",
    catalog: catalog.id,
    currency: catalog.currency,
    at: moment(at),
    allowed: result.allowed,
    reasons: printReasons(result.reasons),
  };
  if (!result.allowed) return head;
  const { after, next, today, credits, extension, balanceLeft: left = 0n } = result;
  const ends = after !== null && endsWithThisPeriod(after);
  return {
    ...head,
    movements: printMovements(catalog, result.movements),
    terms_now: after && { ...printTerms(catalog, after.terms), period: printPeriod(catalog, after.period) },
    terms_next: after && !ends ? { ...printTerms(catalog, termsNext(after)), from: moment(after.period.end) } : null,
    pay_today: printToday(catalog, today),
    next_payment: next?.payment ? { date: moment(next.date), ...printNext(catalog, next.payment) } : null,
    forfeited: money(result.forfeited),
    balance: { before: money(subscription.balance), after: money(today.balanceAfter) },
    credits: credits && {
      name: credits.name,
      left: credits.left,
      carried: credits.carried,
      granted: credits.granted,
      after: credits.after,
      on: moment(credits.on),
    },
    consequences: result.consequences,
    extension: extension ? { ...extension, base: money(extension.base) } : null,
    notices: [...result.notices, ...(left > 0n ? ["balance_left"] : [])].map((code) => ({
      code,
      message: code,
    })),
    after: after && printSubscription(catalog, after),
  };
};
