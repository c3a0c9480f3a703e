import { asksForWhatIsNotOffered } from "./place.mjs";
import { mayAct } from "./policy.mjs";
import { addonSold, planSold } from "./terms.mjs";

const reason = (code, movement = null) => ({ code, movement });
const when = (holds, code, movement) => (holds ? [reason(code, movement)] : []);

// Who may, and whether it is offered at all.
export const ruleReasons = ({ kind, rule }, role, timing) => [
  ...when(rule.when === "never", "not_allowed", kind),
  ...when(!mayAct(rule, role), "role", kind),
  ...when(asksForWhatIsNotOffered(rule, timing), "timing", kind),
];

const planReasons = (catalog, terms, { plan, cycle, seats }, present) => {
  const spec = catalog.plans.get(terms.plan);
  return [
    ...when(spec.retired && plan && terms.plan !== present, "retired"),
    ...when((plan || cycle) && !planSold(catalog, terms), "plan_not_sold_on_cycle"),
    ...when((plan || seats) && terms.seats < (spec.seats?.min ?? 1), "seats_below_minimum"),
    ...when((plan || seats) && terms.seats > (spec.seats?.max ?? 1_000_000), "seats_above_maximum"),
  ];
};

const addonReasons = (catalog, terms, { plan, cycle }, had) =>
  [...terms.addons.keys()].flatMap((id) => {
    const fresh = !had.has(id);
    const plans = catalog.addons.get(id).plans;
    return [
      ...when((fresh || cycle) && !addonSold(catalog, id, terms.cycle), "addon_not_sold_on_cycle"),
      ...when((fresh || plan) && plans !== undefined && !plans.includes(terms.plan), "addon_not_for_plan"),
    ];
  });

// Terms that would hold, against those that would have held without the change: each limit only where it altered something.
export const limitReasons = (catalog, { from, to, present, seatsInUse }) => {
  const altered = { plan: from.plan !== to.plan, cycle: from.cycle !== to.cycle, seats: from.seats !== to.seats };
  return [
    ...planReasons(catalog, to, altered, present),
    ...when(altered.seats && seatsInUse !== undefined && to.seats < seatsInUse, "seats_in_use"),
    ...addonReasons(catalog, to, altered, from.addons),
  ];
};

const EVERYTHING = { plan: true, cycle: true, seats: true };
export const offerReasons = (catalog, terms) => [
  ...planReasons(catalog, terms, EVERYTHING, null),
  ...addonReasons(catalog, terms, EVERYTHING, new Map()),
];

export { reason, when };
