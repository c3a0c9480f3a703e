// Contract: §3.8, §10 (first days, unused time of a cancellation).
import { demand } from "./invalid.mjs";
import { rulesOf } from "./policy.mjs";

export const MOVEMENTS = [
  "upgrade",
  "downgrade",
  "lateral",
  "add_seats",
  "remove_seats",
  "add_addon",
  "remove_addon",
  "longer_cycle",
  "shorter_cycle",
  "cancel",
];
const OPPOSITE = {
  upgrade: "downgrade",
  downgrade: "upgrade",
  lateral: "lateral",
  add_seats: "remove_seats",
  remove_seats: "add_seats",
  add_addon: "remove_addon",
  remove_addon: "add_addon",
  longer_cycle: "shorter_cycle",
  shorter_cycle: "longer_cycle",
};
const ofTheCycle = (kind) => kind.endsWith("_cycle");
const mayBeNow = (rule) => rule.when === "now" || rule.when === "choice";
const mayWait = (rule) => ["period_end", "term_end", "choice"].includes(rule.when);
const REPAYS = ["credit", "refund"];
const givesBack = (rule) => rule.unused === "credit" || rule.unused === "refund";

const chargesRestart = ({ charge, unused }) => charge === "full" || (charge === "none" && unused === "time");
const hasFixedDates = ({ cycles }) => [...cycles.values()].some(({ startsOn }) => startsOn);

const takesAmounts = ({ discounts }) =>
  [...discounts.values()].some(({ on, amount }) => on === "everything" && amount !== undefined);

// Every refused combination as [name, does it hold of this rule?]; only rules that may happen now come here.
const REFUSED = [
  [
    "keep with full beside an amount on everything",
    (r, _, c) => r.cycle === "keep" && r.charge === "full" && takesAmounts(c),
  ],
  ["restart with prorated, none or net", (r) => r.cycle === "restart" && (!chargesRestart(r) || r.lines === "net")],
  [
    "time with what it does not go with",
    (r, _, c) =>
      r.unused === "time" &&
      (r.cycle !== "restart" || c.changeDay === "used" || c.unit === "day30" || hasFixedDates(c)),
  ],
  [
    "used day on a restart or align that gives back",
    (r, _, c) => r.cycle !== "keep" && givesBack(r) && c.changeDay === "used",
  ],
  [
    "align with anything but prorated and split",
    (r) => r.cycle === "align" && (r.charge !== "prorated" || r.lines !== "split"),
  ],
  ["align of what is not the cycle", (r, kind) => r.cycle === "align" && !ofTheCycle(kind)],
  ["a cycle movement that keeps", (r, kind) => r.cycle === "keep" && ofTheCycle(kind)],
  ["net with anything but credit", (r) => r.lines === "net" && r.unused !== "credit"],
  ["refund with next_payment", (r) => r.unused === "refund" && r.collect === "next_payment"],
  ["restart or align with next_payment", (r) => r.cycle !== "keep" && r.collect === "next_payment"],
  ["refund_all on what is no cancellation", (r) => r.unused === "refund_all"],
  [
    "carried credits beside their value",
    (r) => r.cycle !== "keep" && r.carry_credits && (givesBack(r) || r.unused === "time"),
  ],
];

// What a member may be on, and beside what, whenever the movement happens.
const MISPLACED = [
  ["notice on what does not wait", (r, kind) => r.notice !== undefined && !(kind === "cancel" && mayWait(r))],
  ["used_at on what is no cancellation", (r, kind) => r.used_at !== undefined && kind !== "cancel"],
  [
    "once on what is not charged once",
    (r, kind) => r.once && (kind.startsWith("remove_") || ofTheCycle(kind) || kind === "cancel"),
  ],
  ["fee on what is no cancellation", (r, kind) => r.fee !== undefined && kind !== "cancel"],
];

const freeOneWay = (rule, opposite) =>
  rule.charge === "none" && mayBeNow(opposite) && opposite.charge !== "none" && givesBack(opposite);

// Judged on each rule as it is on each cycle, and as each entry of `in_first` makes it.
export const judgeRules = (catalog) => {
  const { instants, changeDay, cycles, rules } = catalog;
  demand(!instants || changeDay === undefined, "second or minute with change_day");
  for (const cycle of cycles.keys())
    for (const kind of MOVEMENTS.filter((each) => rules[each]))
      for (const rule of rulesOf(catalog, kind, cycle)) {
        for (const [name, holds] of MISPLACED) demand(!holds(rule, kind), `${kind}: ${name}`);
        if (!mayBeNow(rule)) continue;
        if (kind === "cancel") {
          demand(rule.unused !== "time", "time on a cancellation");
          demand(rule.used_at === undefined || REPAYS.includes(rule.unused), "used_at without credit or refund");
          continue;
        }
        for (const [name, holds] of REFUSED) demand(!holds(rule, kind, catalog), `${kind}: ${name}`);
        const opposites = rulesOf(catalog, OPPOSITE[kind], cycle);
        demand(!opposites.some((opposite) => freeOneWay(rule, opposite)), `${kind}: free, and its opposite pays`);
      }
};
