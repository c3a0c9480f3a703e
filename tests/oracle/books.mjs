import { readCatalog } from "./catalog.mjs";
import { compare } from "./compare.mjs";
import { parseMoment, secondsOf } from "./calendar.mjs";
import { lasting } from "./discounts.mjs";
import { parseStrict } from "./json_text.mjs";
import { rulesOf } from "./policy.mjs";
import { ratio, round } from "./rational.mjs";
import { MOVEMENTS } from "./rule_check.mjs";
import { printSubscription, readSubscription } from "./subscription.mjs";

// What must hold for any answer by itself, the engine's or the oracle's: the books balance, nothing is paid out that was not
// paid, dates make sense. Each check gives sentences; none means it holds.
const money = (text, exponent) => {
  const [whole, fraction = ""] = text.split(".");
  if (fraction.length !== exponent || text === "-0" || /^-0\.?0*$/.test(text))
    throw new Error(`badly written amount ${text}`);
  return BigInt(whole + fraction);
};
const total = (amounts) => amounts.reduce((a, b) => a + b, 0n);
const size = (amount) => (amount < 0n ? -amount : amount);

const sums = (payment, catalog, longer) => {
  const read = (text) => money(text, catalog.exponent);
  const counted = payment.lines.filter(({ inclusive }) => !inclusive);
  const of = (holds) => total(counted.filter(holds).map(({ amount }) => read(amount)));
  const said = (name) => (payment[name] === undefined ? 0n : read(payment[name]));
  const [own, discount, tax] = [
    of(({ kind }) => kind !== "discount" && kind !== "tax"),
    of(({ kind }) => kind === "discount"),
    of(({ kind }) => kind === "tax"),
  ];
  const paid = said("charged") + said("due");
  const flows = ["charged", "due", "refunded", "from_balance", "to_balance"].filter(
    (name) => payment[name] !== undefined,
  );
  return [
    own === said("subtotal") || "subtotal is not the sum of its lines",
    discount === said("discount") || "discount is not the sum of its lines",
    tax === said("tax") || "tax is not the sum of its lines",
    own + discount + tax === said("total") || "subtotal, discount and tax do not make the total",
    flows.length === 0 ||
      paid + said("from_balance") - said("to_balance") - said("refunded") === said("total") ||
      "the total is not what is paid and given back",
    flows.every((name) => said(name) >= 0n) || "a negative flow",
    !(paid > 0n && said("to_balance") > 0n) || "charged and put on the balance at once",
    ...payment.lines.map((line) => line.kind === "full" || read(line.amount) !== 0n || `a ${line.kind} line of 0`),
    ...payment.lines.map(({ amount, proration }) => {
      if (!proration) return true;
      const share = ratio(read(proration.base) * BigInt(proration.remaining), BigInt(proration.of));
      if (proration.remaining < 0 || (proration.remaining > proration.of && !longer)) return "a share outside 0 to 1";
      return (
        size(read(amount)) === size(round(share, catalog.rounding)) || `${amount} does not follow from its proration`
      );
    }),
  ].filter((held) => held !== true);
};

const PAYMENT = ["pay_today", "next_payment", "first_payment", "forfeited", "balance", "after"];

// A period may be longer than its cycle where it is so already, or where time can be bought.
const mayBeLonger = (catalog, request) =>
  /"extended":\s*true/.test(request) ||
  [...catalog.cycles.keys()].some((cycle) =>
    MOVEMENTS.some((kind) => rulesOf(catalog, kind, cycle).some(({ unused }) => unused === "time")),
  );

const unscheduled = (subscription) => ({ ...subscription, scheduled: null, scheduled_on: null });

const limits = (answer, request, catalog, subscription) => {
  const read = (text) => money(text, catalog.exponent);
  const { pay_today: today, movements, after, balance } = answer;
  const moment = (text) => secondsOf(parseMoment(text, catalog.instants));
  const own = today.lines.filter(({ kind }) => kind !== "tax" && kind !== "pending");
  const given = own.find(({ kind }) => kind === "unused" || kind === "net" || kind === "charge")?.proration;
  const worth = given
    ? round(ratio(subscription.paid * BigInt(given.remaining), BigInt(given.of)), catalog.rounding)
    : 0n;
  const back = -total(own.map(({ amount }) => read(amount)));
  const keeps = !own.some(({ kind }) => kind === "full") && answer.terms_now?.cycle === request.subscription.cycle;
  const waits = movements.length > 0 && movements.every(({ when }) => when !== "now");
  const cancels = movements.some(({ kind }) => kind === "cancel");
  const held = lasting(subscription.discounts, subscription.period.start);
  return [
    read(balance.after) === read(balance.before) - read(today.from_balance) + read(today.to_balance) ||
      "the balance does not carry over",
    read(today.from_balance) <= read(balance.before) || "more taken from the balance than it held",
    !keeps || !given || back <= worth || `gives back ${back} of a remaining worth ${worth}`,
    !waits || cancels || today.lines.length === 0 || "something to pay today though all waits",
    !waits ||
      cancels ||
      Boolean(request.change.discounts) ||
      compare(unscheduled(printSubscription(catalog, { ...subscription, discounts: held })), unscheduled(after))
        .length === 0 ||
      "a waiting change alters more than what is scheduled",
    !cancels ||
      subscription.pending.length > 0 ||
      today.lines.some(({ kind }) => kind === "fee") ||
      read(today.charged) === 0n ||
      "a cancellation charges",
    !after || read(after.paid) >= 0n || "paid below 0",
    !after ||
      (moment(after.period.start) <= moment(answer.at) && moment(answer.at) < moment(after.period.end)) ||
      "today is outside the period",
    !answer.next_payment ||
      moment(answer.next_payment.date) > moment(answer.at) ||
      "the next payment is not after today",
    after !== null ||
      (answer.terms_now === null && answer.terms_next === null && answer.next_payment === null) ||
      "terms or payments after the end",
  ].filter((held) => held !== true);
};

const payments = (answer) =>
  [answer.pay_today, answer.next_payment, answer.first_payment, ...(answer.payments ?? [])].filter(Boolean);

export const violations = (catalogText, { question, request }, answer) => {
  if (answer.error) return /^internal/.test(answer.error.code) ? ["an internal fault"] : [];
  try {
    const catalog = readCatalog(parseStrict(catalogText));
    const longer = mayBeLonger(catalog, request);
    const found = payments(answer).flatMap((payment) => sums(payment, catalog, longer));
    if (answer.allowed === false)
      found.push(...PAYMENT.filter((name) => name in answer).map((name) => `refused, yet it has ${name}`));
    if (question === "preview" && answer.allowed) {
      const subscription = readSubscription(catalog)(parseStrict(request).get("subscription"), "");
      found.push(...limits(answer, JSON.parse(request), catalog, subscription));
    }
    return found;
  } catch (fault) {
    return [`${fault.message}`];
  }
};

// Second requests that follow from an allowed preview: nothing changes what stands, and a cancellation can be taken back.
export const followUps = ({ question, request }, answer) => {
  if (question !== "preview" || !answer.allowed || !answer.after) return [];
  const { role } = JSON.parse(request);
  const ask = (change) =>
    JSON.stringify({
      question: "preview",
      at: answer.at,
      ...(role ? { role } : {}),
      subscription: answer.after,
      change,
    });
  const nothing = {
    question,
    request: ask({}),
    holds: (second) =>
      second.reasons?.some(({ code }) => code === "nothing_changes") ||
      "`after` is not a valid subscription that nothing changes",
  };
  if (!answer.movements.some(({ kind }) => kind === "cancel")) return [nothing];
  const taken = {
    question,
    request: ask({ resume: true }),
    holds: (second) =>
      (second.allowed && compare({ ...answer.after, cancels_on: null }, second.after).length === 0) ||
      "a cancellation cannot be taken back whole",
  };
  return [nothing, taken];
};
