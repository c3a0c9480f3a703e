// What the policy says of one movement while the subscription is on one cycle, defaults filled in.
// Contract: §3.7.
const NEVER = { when: "never" };

const defaults = (kind, said) => ({
  when: kind === "cancel" ? "period_end" : "now",
  choice_default: "now",
  cycle: "keep",
  unused: kind === "cancel" ? "forfeit" : "credit",
  charge: said.cycle === "restart" ? "full" : "prorated",
  collect: "now",
  lines: "split",
  carry_credits: false,
  cite: [],
});

export const ruleOf = (catalog, kind, cycle) => {
  const said = catalog.rules[kind];
  if (!said) return { ...defaults(kind, {}), ...NEVER };
  const merged = { ...said, ...said.on_cycles?.get(cycle) };
  return { ...defaults(kind, merged), ...merged };
};

export const mayAct = (rule, role) => rule.roles === undefined || rule.roles.includes(role);
