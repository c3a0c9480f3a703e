/** What a catalog's policy says of one movement while the subscription is on one cycle, with the defaults filled in. */
export function ruleFor(catalog, movement, cycle) {
  const rules = new Map(Object.entries(catalog.policy.rules));
  const written = rules.get(movement);
  if (!written) return { when: "never", cite: [] };
  const rule = { ...written, ...new Map(Object.entries(written.on_cycles ?? {})).get(cycle) };
  const isCancel = movement === "cancel";
  return {
    when: isCancel ? "period_end" : "now",
    choice_default: "now",
    cycle: "keep",
    unused: isCancel ? "forfeit" : "credit",
    charge: rule.cycle === "restart" ? "full" : "prorated",
    collect: "now",
    carry_credits: false,
    cite: [],
    ...rule,
  };
}

export const roundingOf = (catalog) => catalog.policy.proration?.rounding ?? "half_up";

/** Every role that some rule names, in the catalog's order. */
export function rolesIn(catalog) {
  const rules = Object.values(catalog.policy.rules);
  const overrides = rules.flatMap((rule) => Object.values(rule.on_cycles ?? {}));
  return [...new Set([...rules, ...overrides].flatMap((rule) => rule.roles ?? []))];
}

export const sourcesOf = (catalog, cite = []) =>
  cite.map((id) => catalog.sources?.find((source) => source.id === id)).filter(Boolean);

/** What a plan or add-on costs on a cycle, or undefined where it isn't sold on it. */
export const priceOn = (item, cycle) => new Map(Object.entries(item?.prices ?? {})).get(cycle);
