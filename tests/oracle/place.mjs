// Step 2: now, at the period's end, at the end of the commitment, or (a rule that never lets it happen) nowhere.
// Contract: §5.2, §10 (commitments).
const OWN = { now: "now", period_end: "period_end", term_end: "term_end" };
export const placeByRule = (rule, timing) =>
  ({ ...OWN, choice: timing ?? rule.choice_default, never: null })[rule.when];

export const waits = ({ when }) => when !== "now" && when !== null;

export const place = (catalog, movements, timing) => {
  const placed = movements.map((movement) => ({ ...movement, when: placeByRule(movement.rule, timing) }));
  if (!placed.some(waits)) return { placed, deferred: false };
  const waitsToo = ({ when, rule }) => when === "now" && (catalog.together || rule.cycle !== "keep");
  return {
    placed: placed.map((movement) => (waitsToo(movement) ? { ...movement, when: "period_end" } : movement)),
    deferred: placed.some(waitsToo),
  };
};

// `period_end` also asks for the end of the commitment.
const OFFERED = { now: ["now"], period_end: ["period_end"], term_end: ["period_end"] };
export const asksForWhatIsNotOffered = (rule, timing) =>
  timing !== undefined && rule.when in OFFERED && !OFFERED[rule.when].includes(timing);
