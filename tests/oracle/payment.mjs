// Contract: §5.4.42 to §5.4.45.
import { sum } from "./money.mjs";
import { ONE, over, plus, ratio, round, times } from "./rational.mjs";
import { printMoney } from "./money.mjs";

// Lines are {kind, transaction, amount, ...}; `movement` is the kind of the one that made it, null for sums over several
// (discounts, cap, tax) and renewals. A line of amount 0 is left out, except `full`.
export const line = (kind, transaction, amount, more = {}) => ({
  kind,
  transaction,
  amount,
  proration: null,
  movement: null,
  cite: [],
  ...more,
});
export const kept = (lines) => lines.filter(({ kind, amount }) => kind === "full" || amount !== 0n);

const HUNDRED = ratio(100n);
const taxLines = ({ tax, rounding }, lines, transaction) => {
  if (!tax) return [];
  const rate = over(tax.percent, HUNDRED);
  const base = ratio(sum(lines.filter((each) => each.transaction === transaction).map(({ amount }) => amount)));
  const share = tax.inclusive ? over(rate, plus(ONE, rate)) : rate;
  return kept([
    line("tax", transaction, round(times(base, share), rounding), tax.inclusive ? { inclusive: true } : {}),
  ]);
};

const isCounted = ({ kind, inclusive }) => !(kind === "tax" && inclusive);

// Both transactions with their tax, and the sums of section 6.
export const totalled = (catalog, lines) => {
  const shown = kept(lines);
  const all = [...shown, ...taxLines(catalog, shown, "refund"), ...taxLines(catalog, shown, "charge")];
  const counted = all.filter(isCounted);
  const of = (...kinds) => sum(counted.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount));
  const transaction = (which) => sum(counted.filter((each) => each.transaction === which).map(({ amount }) => amount));
  const [discount, tax, total] = [of("discount"), of("tax"), sum(counted.map(({ amount }) => amount))];
  return {
    lines: all,
    subtotal: sum([total, -discount, -tax]),
    discount,
    tax,
    total,
    charge: transaction("charge"),
    refund: transaction("refund"),
  };
};

// Who pays what: the balance first; what is over goes onto it.
export const settledWith = (balance, totals) => {
  const { charge, refund } = totals;
  const fromBalance = charge > 0n ? (balance < charge ? balance : charge) : 0n;
  const toBalance = charge < 0n ? -charge : 0n;
  return {
    ...totals,
    fromBalance,
    toBalance,
    refunded: -refund,
    charged: charge > 0n ? charge - fromBalance : 0n,
    balanceAfter: sum([balance, -fromBalance, toBalance]),
  };
};

const printLine =
  (catalog) =>
  ({ amount, proration, ...rest }) => ({
    ...rest,
    label: rest.kind,
    amount: printMoney(amount, catalog.exponent),
    proration: proration && {
      remaining: proration.remaining,
      of: proration.of,
      unit: proration.unit,
      base: printMoney(proration.base, catalog.exponent),
    },
  });

const printed = (catalog, members) =>
  Object.fromEntries(Object.entries(members).map(([key, amount]) => [key, printMoney(amount, catalog.exponent)]));

const printTotals = (catalog, p) => ({
  lines: p.lines.map(printLine(catalog)),
  ...printed(catalog, { subtotal: p.subtotal, discount: p.discount, tax: p.tax, total: p.total }),
});
const printBalances = (catalog, p) => printed(catalog, { from_balance: p.fromBalance, to_balance: p.toBalance });

export const printQuoted = printTotals;
export const printToday = (catalog, p) => ({
  ...printTotals(catalog, p),
  ...printed(catalog, { charged: p.charged, refunded: p.refunded }),
  ...printBalances(catalog, p),
});
export const printNext = (catalog, p) => ({
  ...printTotals(catalog, p),
  ...printed(catalog, { due: p.charged }),
  ...printBalances(catalog, p),
});
