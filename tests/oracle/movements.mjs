// Contract: §5.1.
import { ruleOf } from "./policy.mjs";
import { compare } from "./rational.mjs";
import { MEMBERS, sameMember } from "./terms.mjs";

const sign = (number) => (number > 0 ? 1 : number < 0 ? -1 : 0);

const planKind = (catalog, from, to) =>
  ({ 1: "upgrade", 0: "lateral", [-1]: "downgrade" })[sign(catalog.plans.get(to).rank - catalog.plans.get(from).rank)];

// Of two cycles that are equally long the one with the longer commitment is the longer one.
const cycleKind = (catalog, from, to) => {
  const [a, b] = [catalog.cycles.get(from), catalog.cycles.get(to)];
  return (compare(b.days, a.days) || compare(b.bound, a.bound)) > 0 ? "longer_cycle" : "shorter_cycle";
};

const withAddon = (addons, id, seats) => {
  const next = new Map(addons);
  if (seats === 0) next.delete(id);
  else next.set(id, seats);
  return next;
};

// Step 1: the elementary parts of a change, each with what it does to terms.
export const split = (catalog, terms, wanted, age) => {
  const changed = (member) => wanted[member] !== undefined && !sameMember(member, wanted[member], terms[member]);
  const movement = (kind, member, apply, addon) => ({
    kind,
    member,
    addon,
    apply,
    rule: ruleOf(catalog, kind, terms.cycle, age),
  });
  const addonMovement = (id) => {
    const [from, to] = [terms.addons.get(id) ?? 0, wanted.addons.get(id) ?? 0];
    if (from === to) return [];
    const kind = to > from ? "add_addon" : "remove_addon";
    return [movement(kind, "addons", (t) => ({ ...t, addons: withAddon(t.addons, id, to) }), id)];
  };
  return [
    ...(changed("plan")
      ? [movement(planKind(catalog, terms.plan, wanted.plan), "plan", (t) => ({ ...t, plan: wanted.plan }))]
      : []),
    ...(changed("seats")
      ? [
          movement(wanted.seats > terms.seats ? "add_seats" : "remove_seats", "seats", (t) => ({
            ...t,
            seats: wanted.seats,
          })),
        ]
      : []),
    ...(changed("addons") ? [...catalog.addons.keys()].flatMap(addonMovement) : []),
    ...(changed("cycle")
      ? [movement(cycleKind(catalog, terms.cycle, wanted.cycle), "cycle", (t) => ({ ...t, cycle: wanted.cycle }))]
      : []),
  ];
};

export const namedMembers = (wanted) => MEMBERS.filter((member) => wanted[member] !== undefined);
