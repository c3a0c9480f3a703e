// Contract: §5.3.
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

// Each limit speaks of two things at once; `altered` says whether the change alters what they make together.
const planReasons = (catalog, terms, altered) => {
  const { retired, seats } = catalog.plans.get(terms.plan);
  const [sale, number] = [
    altered(({ plan, cycle }) => `${plan}/${cycle}`),
    altered((each) => `${each.plan}/${each.seats}`),
  ];
  return [
    ...when(retired && altered(({ plan }) => plan), "retired"),
    ...when(sale && !planSold(catalog, terms), "plan_not_sold_on_cycle"),
    ...when(number && terms.seats < (seats?.min ?? 1), "seats_below_minimum"),
    ...when(number && terms.seats > (seats?.max ?? 1_000_000), "seats_above_maximum"),
  ];
};

const addonReasons = (catalog, terms, altered) =>
  [...terms.addons.keys()].flatMap((id) => {
    const { plans } = catalog.addons.get(id);
    const with_ = (member) => altered((each) => `${each.addons.has(id)}/${each[member]}`);
    return [
      ...when(!addonSold(catalog, id, terms.cycle) && with_("cycle"), "addon_not_sold_on_cycle"),
      ...when(plans !== undefined && !plans.includes(terms.plan) && with_("plan"), "addon_not_for_plan"),
    ];
  });

// Terms that would hold, against the present ones and those that would have held without the change: each limit only
// where neither had what it limits.
export const limitReasons = (catalog, { from, to, present, seatsInUse }) => {
  const altered = (of) => of(to) !== of(from) && of(to) !== of(present);
  return [
    ...planReasons(catalog, to, altered),
    ...when(from.seats !== to.seats && seatsInUse !== undefined && to.seats < seatsInUse, "seats_in_use"),
    ...addonReasons(catalog, to, altered),
  ];
};

export const offerReasons = (catalog, terms) => [
  ...planReasons(catalog, terms, () => true),
  ...addonReasons(catalog, terms, () => true),
];

export { reason, when };
