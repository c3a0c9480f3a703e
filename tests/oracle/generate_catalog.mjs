import { printMoney } from "./money.mjs";
import { exponentOf } from "./currency.mjs";
import { readCatalog } from "./catalog.mjs";
import { Invalid } from "./invalid.mjs";
import { parseStrict } from "./json_text.mjs";
import { measure, parseLength } from "./length.mjs";
import { compare } from "./rational.mjs";

const LENGTHS = [
  ["monthly", "P1M"],
  ["yearly", "P1Y"],
  ["quarterly", "P3M"],
  ["half-yearly", "P6M"],
  ["two-yearly", "P2Y"],
  ["30-day", "P30D"],
  ["365-day", "P365D"],
  ["weekly", "P1W"],
  ["fortnightly", "P2W"],
  ["360-day", "P360D"],
  ["daily", "P1D"],
  ["5-day", "P5D"],
];
// Cycles that another one is as long as, but for a commitment.
const BOUND = [
  ["monthly-bound", "P1M"],
  ["yearly-bound", "P1Y"],
  ["30-day-bound", "P30D"],
];
const inDays = (length) => /[DW]$/.test(length);
export const ROLES = ["owner", "administrator", "member"];

// A rare amount is huge, some are 0, some small enough for rounding to show.
const amounts = (r, exponent) => (top) => {
  if (r.chance(1) && r.chance(50))
    return printMoney(r.pick([2n ** 63n - 1n, 2n ** 62n, 10n ** 18n, 10n ** 14n]), exponent);
  const units = r.chance(6)
    ? 0n
    : r.chance(25)
      ? BigInt(r.int(1, 99))
      : BigInt(r.int(1, top)) * (r.chance(50) ? 100n : 1n);
  return printMoney(units, exponent);
};

const steps = (r, money) => {
  const ends = [...new Set(Array.from({ length: r.int(0, 3) }, () => r.int(1, 12)))].sort((a, b) => a - b);
  return [...ends, null].map((end) => ({
    up_to: end,
    ...(r.chance(85) ? { per_seat: money(5000) } : { flat: money(9000) }),
    ...(r.chance(25) ? { flat: money(9000) } : {}),
  }));
};

const onePrice = (r, money) => {
  const made = {
    ...(r.chance(25) ? { flat: money(9999) } : {}),
    ...(r.chance(65) ? { per_seat: money(9999) } : {}),
  };
  const extra = r.int(1, 100);
  if (extra <= 20) made.tiers = { mode: r.pick(["graduated", "volume"]), steps: steps(r, money) };
  else if (extra <= 35) made.package = { size: r.int(1, 6), price: money(20000) };
  return Object.keys(made).length ? made : { per_seat: money(9999) };
};

// Days on which some price changes: few of them, so that several prices change on the same one.
const PRICE_DAYS = ["2025-02-28", "2026-01-01", "2026-11-15", "2027-07-31", "2028-02-29", "2096-03-01"];
const price = (r, money, has) => {
  if (!has("dated_prices") || !r.chance(30)) return onePrice(r, money);
  const days = r.some(PRICE_DAYS, 30);
  return [...days.map((until) => ({ until, ...onePrice(r, money) })), onePrice(r, money)];
};

// A commitment that is not shorter than its cycle.
const commitmentOf = (r, length) => {
  const own = measure(parseLength(length));
  const longEnough = ["P1M", "P1Y", "P90D", "P13W", "P6M", "P18M", "P2Y", length].filter(
    (each) => compare(measure(parseLength(each)), own) >= 0,
  );
  return { length: r.pick(longEnough), ...(r.chance(70) ? { renews: r.chance(60) } : {}) };
};

const cycleList = (r, unit, has) => {
  const bound = has("commitments") && r.chance(40) ? BOUND : [];
  const pool = [...bound, ...LENGTHS].filter(([, length]) => unit !== "day30" || !inDays(length));
  const common = pool.slice(0, 2);
  const chosen = r.chance(60) ? [...new Set([...common, ...r.shuffled(pool)])] : r.shuffled(pool);
  return chosen.slice(0, r.int(1, 4)).map(([id, length]) => {
    const fixed = !inDays(length) && r.chance(18);
    const day = r.pick([1, 15, 28, 29, 30, 31, r.int(1, 28)]);
    const month = r.int(1, 12);
    const startsOn = r.chance(50)
      ? { day }
      : { month, day: Math.min(day, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]) };
    const committed = has("commitments") && (BOUND.some(([each]) => each === id) || r.chance(20));
    const weekday = has("weekdays") && /W$/.test(length) && r.chance(40) ? { weekday: r.int(1, 7) } : null;
    return {
      id,
      length,
      ...(fixed || weekday ? { starts_on: weekday ?? startsOn } : {}),
      ...(committed ? { commitment: commitmentOf(r, length) } : {}),
    };
  });
};

const feeOf = (r, money) => {
  if (r.chance(40)) return { percent: r.pick(["0", "10", "12.5", "50", "80", "100"]) };
  return {
    amount: money(20000),
    ...(r.chance(45) ? { less: money(2000) } : {}),
    ...(r.chance(45) ? { at_most: "rest" } : {}),
  };
};

const cancelMembers = (r, { has, cycles, money }) => {
  const unused = r.pick(["forfeit", "refund", ...(has("cancellations") ? ["refund", "credit", "refund_all"] : [])]);
  const usedAt = has("cancellations") && ["refund", "credit"].includes(unused) && r.chance(45);
  return {
    unused,
    ...(usedAt ? { used_at: r.pick(cycles).id } : {}),
    ...(has("fees") && r.chance(45) ? { fee: feeOf(r, money) } : {}),
    ...(has("fees") && unused !== "refund" && r.chance(30) ? { collect: "next_payment" } : {}),
  };
};

// Members for one movement that are legal together (what opposites forbid is left to the reader of catalogs).
const ruleMembers = (r, kind, policy, world) => {
  const when = r.weighted({
    now: 54,
    period_end: 22,
    choice: 22,
    never: 2,
    ...(world.has("commitments") ? { term_end: 18 } : {}),
  });
  const choice = when === "choice" && r.chance(60) ? { choice_default: r.pick(["now", "period_end"]) } : {};
  if (kind === "cancel") {
    return {
      when,
      ...choice,
      ...cancelMembers(r, world),
      ...(mayWait(when) && r.chance(35) ? { notice: r.pick(["P0D", "P3D", "P10D", "P2W", "P1M", "P1Y"]) } : {}),
    };
  }
  const ofTheCycle = kind.endsWith("_cycle");
  const cycle = ofTheCycle ? r.pick(["restart", "restart", "align"]) : r.weighted({ keep: 78, restart: 22 });
  if (cycle !== "keep") {
    if (cycle === "restart" && mayBuyTime(policy, world) && r.chance(40))
      return { when, ...choice, cycle, unused: "time", charge: r.pick(["full", "none", "none"]) };
    const unused = policy.change_day === "used" ? "forfeit" : r.pick(["credit", "refund", "forfeit"]);
    return {
      when,
      ...choice,
      cycle,
      unused,
      charge: cycle === "restart" ? "full" : "prorated",
      ...(unused === "forfeit" && r.chance(40) ? { carry_credits: true } : {}),
    };
  }
  if (r.chance(14))
    return {
      when,
      ...choice,
      cycle,
      charge: "none",
      unused: r.pick(["credit", "forfeit"]),
      ...(r.chance(20) ? { collect: "next_payment" } : {}),
    };
  const wholes = world.has("whole_prices");
  const unused = r.pick(["credit", "credit", "refund", ...(wholes ? ["forfeit"] : [])]);
  return {
    when,
    ...choice,
    cycle,
    unused,
    charge: wholes && r.chance(35) ? "full" : "prorated",
    lines: unused === "credit" && r.chance(25) ? "net" : "split",
    collect: unused === "credit" && r.chance(25) ? "next_payment" : "now",
    ...(r.chance(15) ? { carry_credits: true } : {}),
  };
};

// Unused time buys time where days are counted whole from the day of the change on.
const mayBuyTime = (policy, { has, cycles }) =>
  has("time") && policy.change_day !== "used" && policy.unit !== "day30" && !cycles.some((cycle) => cycle.starts_on);

const onceMember = (r, kind, has) => {
  if (!has("once") || kind === "cancel" || kind.startsWith("remove_") || kind.endsWith("_cycle")) return {};
  return r.chance(35) ? { once: kind === "add_addon" ? r.chance(40) : r.chance(80) } : {};
};

const mayWait = (when) => ["period_end", "term_end", "choice"].includes(when);

const DEFAULTS = {
  when: "now",
  choice_default: "now",
  cycle: "keep",
  unused: "credit",
  charge: "prorated",
  collect: "now",
  lines: "split",
};
const terse = (r, kind, members) =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([key, value]) =>
        kind === "cancel" ||
        DEFAULTS[key] !== value ||
        (key === "charge" && members.cycle === "restart") ||
        r.chance(50),
    ),
  );

const rule = (r, kind, policy, sources, world) => {
  const said = (members) => ({ ...members, ...(r.chance(40) ? { cite: r.some(sources, 60) } : {}) });
  const members = () => ({ ...ruleMembers(r, kind, policy, world), ...onceMember(r, kind, world.has) });
  const own = members();
  // Members that may override `base`: a notice wants a cancellation that waits, used time one that gives back.
  const overriding = (base) => {
    const { notice, ...other } = members();
    const fits = !base.notice || mayWait(other.when);
    const repays = !base.used_at || other.used_at || !["forfeit", "refund_all"].includes(other.unused);
    return fits && repays ? [other] : [];
  };
  const firstDays = (base) => {
    if (!world.has("first_days") || !r.chance(25)) return {};
    const entries = Array.from({ length: r.int(1, 2) }, () => overriding(base)).flat();
    const named = entries.map((other) => ({
      of: r.pick(["subscription", "period"]),
      length: r.pick(["P1D", "P3D", "P7D", "P2W", "P30D", "P1M", "P6M", "P1Y"]),
      ...said(other),
      ...(r.chance(10) ? { roles: r.some(ROLES, 50) } : {}),
    }));
    return named.length || r.chance(10) ? { in_first: named } : {};
  };
  const overridden = ({ id }) =>
    r.chance(60) ? overriding(own).map((other) => [id, { ...said(other), ...firstDays(own) }]) : [];
  const onCycles = r.chance(20) ? Object.fromEntries(world.cycles.flatMap(overridden)) : {};
  return {
    ...said(terse(r, kind, own)),
    ...(r.chance(20) ? { roles: r.some(ROLES, 50) } : {}),
    ...firstDays(own),
    ...(Object.keys(onCycles).length ? { on_cycles: onCycles } : {}),
  };
};

const MOVEMENTS = [
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

const discountList = (r, money, has) =>
  r.some(["waiver", "loyal", "charity", "five-off", "half", "welcome"], 45).map((id) => {
    const on = r.pick(["first_payment", "recurring", "everything"]);
    const percent = r.pick(["0", "10", "12.5", "20", "33.333333", "50", "60", "99.999999", "100", "0.000001"]);
    const ends = has("ends_of_discounts");
    const lasts =
      ends && on !== "first_payment" && r.chance(45) ? { lasts: r.pick(["P1D", "P30D", "P1M", "P3M", "P1Y"]) } : {};
    const amount = (ends || on !== "everything") && r.chance(40);
    return { id, on, ...lasts, ...(amount ? { amount: money(2000) } : { percent }) };
  });

const consequences = (r, sources) =>
  ["access-ends", "content-deleted", "permanent", "escrow-ends"]
    .filter(() => r.chance(50))
    .map((code) => ({
      code,
      title: code,
      ...(r.chance(75)
        ? {
            from: r.pick(["request", "effective"]),
            ...(r.chance(90) ? { after: r.pick(["P0D", "P90D", "P6M", "P1Y", "P2W"]) } : {}),
          }
        : {}),
      ...(r.chance(25) ? { not_before: true } : {}),
      ...(r.chance(25) ? { kept: true } : {}),
      ...(r.chance(25) ? { detail: "what it means" } : {}),
      ...(r.chance(50) ? { cite: r.some(sources, 50) } : {}),
    }));

const draft = (r, has) => {
  const currency = r.pick(["USD", "USD", "EUR", "JPY", "KWD", "CLF", "TND", "KRW"]);
  const money = amounts(r, exponentOf(currency));
  const unit = r.weighted({ day: 60, second: 18, day30: 22, ...(has("minutes") ? { minute: 18 } : {}) });
  const proration = {
    ...(unit === "day" && r.chance(40) ? {} : { unit }),
    ...(r.chance(85) ? { rounding: r.pick(["half_up", "half_even", "down", "up"]) } : {}),
    ...(has("last_period") && r.chance(45) ? { last_period: r.pick(["full", "prorated", "prorated"]) } : {}),
    ...(!["second", "minute"].includes(unit) && r.chance(40)
      ? { change_day: r.pick(["remaining", "used", "used"]) }
      : {}),
  };
  const cycles = cycleList(r, unit, has);
  const prices = (percent) => Object.fromEntries(r.some(cycles, percent).map(({ id }) => [id, price(r, money, has)]));
  const sources = ["terms", "help", "cancelling"].filter(() => r.chance(70));
  const plans = ["basic", "team", "scale", "complete"].slice(0, r.int(2, 4)).map((id) => ({
    id,
    rank: r.int(1, 4),
    prices: prices(88),
    ...(has("once") && r.chance(45) ? { once: onePrice(r, money) } : {}),
    ...(r.chance(35)
      ? { seats: { min: r.int(1, 3), ...(r.chance(70) ? { max: r.chance(15) ? null : r.int(4, 15) } : {}) } }
      : {}),
    ...(r.chance(10) ? { retired: true } : {}),
    ...(r.chance(30) ? { credits: { per_period: r.int(0, 80), name: "task credits" } } : {}),
  }));
  const addons = ["pi", "storage", "phone"].slice(0, r.int(0, 3)).map((id) => ({
    id,
    prices: prices(88),
    ...(has("once") && r.chance(45) ? { once: onePrice(r, money) } : {}),
    ...(r.chance(30)
      ? {
          plans: r.some(
            plans.map((plan) => plan.id),
            60,
          ),
        }
      : {}),
  }));
  const tax = r.chance(35)
    ? {
        name: "Tax",
        percent: r.pick(["8.875", "20", "7", "0", "100", "19.6"]),
        ...(r.chance(50) ? { inclusive: r.chance(70) } : {}),
      }
    : null;
  return {
    format: "planshift-catalog/1",
    id: "generated",
    currency,
    sources: sources.map((id) => ({ id, title: id })),
    cycles,
    plans,
    ...(addons.length ? { addons: r.shuffled(addons) } : {}),
    discounts: discountList(r, money, has),
    ...(tax ? { tax } : {}),
    policy: {
      ...(Object.keys(proration).length ? { proration } : {}),
      ...(r.chance(40) ? { mixed: r.pick(["split", "together"]) } : {}),
      rules: Object.fromEntries(
        MOVEMENTS.filter(() => r.chance(95)).map((kind) => [
          kind,
          rule(r, kind, proration, sources, { has, cycles, money }),
        ]),
      ),
    },
    cancellation: { consequences: consequences(r, sources) },
  };
};

const isValid = (document) => {
  try {
    readCatalog(parseStrict(JSON.stringify(document)));
    return true;
  } catch (fault) {
    if (fault instanceof Invalid) return false;
    throw fault;
  }
};

// A random catalog that means something: drafts are drawn until one is valid.
export const generateCatalog = (r, additions) => {
  for (;;) {
    const document = draft(r, (name) => additions.has(name));
    if (document.plans.some(({ prices }) => Object.keys(prices).length > 0) && isValid(document)) return document;
  }
};
