// What the policy says of one movement while the subscription is on one cycle, defaults filled in.
// Contract: §3.7, §10 (first days).
import { before } from "./calendar.mjs";
import { offset } from "./length.mjs";

const NEVER = { when: "never", once: false };

const defaults = (kind, said) => ({
  when: kind === "cancel" ? "period_end" : "now",
  choice_default: "now",
  cycle: "keep",
  unused: kind === "cancel" ? "forfeit" : "credit",
  charge: said.cycle === "restart" ? "full" : "prorated",
  collect: "now",
  lines: "split",
  carry_credits: false,
  once: kind === "add_addon",
  cite: [],
});

const saidOn = (catalog, kind, cycle) => {
  const said = catalog.rules[kind];
  return said && { ...said, ...said.on_cycles?.get(cycle) };
};
const completed = (kind, said, { of, length, ...entry } = {}) => {
  const merged = { ...said, ...entry };
  return { ...defaults(kind, merged), ...merged };
};

// An entry of `in_first` holds while the subscription, or its running period, is younger than the entry's length.
const holds = ({ of, length }, { at, startedOn, period }) => {
  const from = of === "subscription" ? startedOn : period.start;
  return from !== undefined && before(at, offset(from, length));
};

// `age` is {at, startedOn, period}; without it no first days are meant.
export const ruleOf = (catalog, kind, cycle, age) => {
  const said = saidOn(catalog, kind, cycle);
  if (!said) return { ...defaults(kind, {}), ...NEVER };
  return completed(kind, said, age && said.in_first?.find((entry) => holds(entry, age)));
};

export const ageOf = ({ startedOn, period }, at) => ({ at, startedOn, period });

// The rule, and the rule as each entry of `in_first` makes it.
export const rulesOf = (catalog, kind, cycle) => {
  const said = saidOn(catalog, kind, cycle);
  return said ? [completed(kind, said), ...(said.in_first ?? []).map((entry) => completed(kind, said, entry))] : [];
};

export const mayAct = (rule, role) => rule.roles === undefined || rule.roles.includes(role);
