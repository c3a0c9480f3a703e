// Step 2: now, at the period's end, or (a rule that never lets it happen) nowhere.
// Contract: §5.2.
export const placeByRule = (rule, timing) =>
  ({ now: "now", period_end: "period_end", choice: timing ?? rule.choice_default, never: null })[rule.when];

export const place = (catalog, movements, timing) => {
  const placed = movements.map((movement) => ({ ...movement, when: placeByRule(movement.rule, timing) }));
  if (!placed.some(({ when }) => when === "period_end")) return { placed, deferred: false };
  const waitsToo = ({ when, rule }) => when === "now" && (catalog.together || rule.cycle !== "keep");
  return {
    placed: placed.map((movement) => (waitsToo(movement) ? { ...movement, when: "period_end" } : movement)),
    deferred: placed.some(waitsToo),
  };
};

export const asksForWhatIsNotOffered = (rule, timing) =>
  timing !== undefined && (rule.when === "now" || rule.when === "period_end") && timing !== rule.when;
