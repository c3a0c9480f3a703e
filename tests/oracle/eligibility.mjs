// Contract: §7.2.
import { printMoment } from "./calendar.mjs";
import { previewed, printMovements, printReasons } from "./preview.mjs";

const whenOf = (movements) =>
  ["term_end", "period_end", "now"].find((time) => movements.some(({ when }) => when === time)) ?? null;

const optionOf = (catalog, { at, role, subscription }, plan, cycle) => {
  if (plan === subscription.terms.plan && cycle === subscription.terms.cycle)
    return { plan, cycle, verdict: "current", movements: [], when: null, reasons: [] };
  const change = { cancel: false, resume: false, wanted: { plan, cycle } };
  const result = previewed(catalog, subscription, at, role, change);
  const movements = result.movements ?? [];
  return {
    plan,
    cycle,
    verdict: result.allowed ? "available" : "unavailable",
    movements: printMovements(catalog, movements),
    when: whenOf(movements),
    reasons: printReasons(result.reasons),
  };
};

export const eligibility = (catalog, request) => ({
  format: "planshift-eligibility/1",
  catalog: catalog.id,
  currency: catalog.currency,
  at: printMoment(request.at, catalog.instants),
  options: [...catalog.plans.keys()].flatMap((plan) =>
    [...catalog.cycles.keys()].map((cycle) => optionOf(catalog, request, plan, cycle)),
  ),
});
