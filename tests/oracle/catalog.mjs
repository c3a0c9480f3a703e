// Contract: §3.
import { before, monthDays, parseMoment } from "./calendar.mjs";
import { exponentOf } from "./currency.mjs";
import { demand } from "./invalid.mjs";
import { isCalendar, measure, parseLength } from "./length.mjs";
import { parseMoney } from "./money.mjs";
import { judgeRules, MOVEMENTS } from "./rule_check.mjs";
import { compare, decimal, ratio, ZERO } from "./rational.mjs";
import { bool, detail, distinct, id, integer, keyed, list, name, need, nullOr, oneOf, record, text } from "./shape.mjs";

const MAX_SEATS = 1_000_000;
export const seats = integer(1, MAX_SEATS);

const percent = (value, where) => {
  demand(typeof value === "string" && /^(0|[1-9][0-9]*)(\.[0-9]{1,6})?$/.test(value), "not a percent", where);
  const exact = decimal(value);
  demand(compare(exact, ratio(100n)) <= 0, "percent above 100", where);
  return exact;
};

const length = (value, where) => parseLength(value, where);
const lengthOrNone = (value, where) => parseLength(value, where, { zero: true });
const cites = list(id);

const startsOn = (value, where) => {
  const read = record({ month: integer(1, 12), day: integer(1, 31), weekday: integer(1, 7) })(value, where);
  const said = Object.keys(read).join();
  demand(["day", "month,day", "weekday"].includes(said), "neither a day nor a weekday", where);
  demand(!read.month || read.day <= monthDays(2000, read.month), "no such day", where);
  return read;
};

const pricing = (money) => {
  const step = (value, where) => {
    const read = record({ up_to: need(nullOr(seats)), per_seat: money, flat: money })(value, where);
    demand(read.per_seat !== undefined || read.flat !== undefined, "step without a price", where);
    return { upTo: read.up_to, perSeat: read.per_seat ?? 0n, flat: read.flat ?? 0n };
  };
  const tiers = (value, where) => {
    const read = record({ mode: need(oneOf("graduated", "volume")), steps: need(list(step)) })(value, where);
    const ends = read.steps.map(({ upTo }) => upTo);
    demand(
      ends.length > 0 && ends.every((end, index) => (end === null) === (index === ends.length - 1)),
      "last up_to is null, and only it",
      where,
    );
    demand(
      ends.slice(0, -1).every((end, index) => index === 0 || end > ends[index - 1]),
      "steps not ascending",
      where,
    );
    return read;
  };
  const pack = record({ size: need(seats), price: need(money) });
  const day = (value, where) => parseMoment(value, false, where);
  const own = { flat: money, per_seat: money, tiers, package: pack };
  const price = (members) => (value, where) => {
    const { until, ...read } = record(members)(value, where);
    demand(Object.keys(read).length > 0, "no price at all", where);
    demand(!(read.tiers && read.package), "tiers beside package", where);
    return { flat: read.flat ?? 0n, perSeat: read.per_seat ?? 0n, tiers: read.tiers, pack: read.package, until };
  };
  // One price, or prices that follow each other, each but the last until its day.
  const dated = (value, where) => {
    if (!Array.isArray(value)) return [price(own)(value, where)];
    const read = list(price({ ...own, until: day }))(value, where);
    const ends = read.slice(0, -1).map(({ until }) => until);
    demand(
      read.length > 0 && ends.every(Boolean) && !read.at(-1).until,
      "the last price, and only it, has no end",
      where,
    );
    demand(
      ends.every((end, index) => index === 0 || before(ends[index - 1], end)),
      "prices not ascending",
      where,
    );
    return read;
  };
  return { one: price(own), dated };
};

const commitment = record({ length: need(length), renews: bool });

// An amount, which may shrink, or a percentage of the rest.
const feeOf = (money) => (value, where) => {
  const read = record({ amount: money, less: money, at_most: oneOf("rest"), percent })(value, where);
  demand((read.percent === undefined) !== (read.amount === undefined), "percent or amount", where);
  demand(read.percent === undefined || Object.keys(read).length === 1, "something beside a percent", where);
  return read;
};

const ruleReader = (money) => {
  const own = {
    when: oneOf("now", "period_end", "choice", "never", "term_end"),
    choice_default: oneOf("now", "period_end"),
    cycle: oneOf("keep", "restart", "align"),
    unused: oneOf("credit", "refund", "forfeit", "refund_all", "time"),
    charge: oneOf("prorated", "full", "none"),
    collect: oneOf("now", "next_payment"),
    lines: oneOf("split", "net"),
    carry_credits: bool,
    once: bool,
    roles: list(id),
    notice: lengthOrNone,
    used_at: id,
    fee: feeOf(money),
    cite: cites,
  };
  const onCycle = {
    ...own,
    in_first: list(record({ ...own, of: need(oneOf("subscription", "period")), length: need(length) })),
  };
  return record({ ...onCycle, on_cycles: keyed(record(onCycle)) });
};

const discountOf = (money) => (value, where) => {
  const read = record({
    id: need(id),
    name,
    percent,
    amount: money,
    on: need(oneOf("first_payment", "recurring", "everything")),
    lasts: length,
  })(value, where);
  demand((read.percent === undefined) !== (read.amount === undefined), "percent or amount", where);
  demand(read.lasts === undefined || read.on !== "first_payment", "a first payment that lasts", where);
  return read;
};

const consequence = (value, where) => {
  const read = record({
    code: need(id),
    from: oneOf("request", "effective"),
    after: lengthOrNone,
    not_before: bool,
    kept: bool,
    title: need(name),
    detail,
    cite: cites,
  })(value, where);
  return read;
};

const byId = (items, where) =>
  new Map(distinct(items, (item) => item.id, "duplicate id", where).map((item) => [item.id, item]));

// The whole of a catalog, or Invalid.
export const readCatalog = (document) => {
  demand(document instanceof Map, "not an object");
  const exponent = exponentOf(document.get("currency"));
  demand(exponent !== undefined, "unknown currency", "/currency");
  const money = (value, where) => parseMoney(value, exponent, where);
  const { one, dated } = pricing(money);
  const prices = keyed(dated);
  const rule = ruleReader(money);
  const limits = (value, where) => {
    const read = record({ min: seats, max: nullOr(seats) })(value, where);
    demand((read.min ?? 1) <= (read.max ?? MAX_SEATS), "min above max", where);
    return read;
  };
  const read = record({
    format: need(oneOf("planshift-catalog/1")),
    id: need(id),
    name,
    currency: need(text(3)),
    time_zone: name,
    seat_name: record({ one: name, other: name }),
    sources: list(record({ id: need(id), title: name, url: text(2000) })),
    cycles: need(list(record({ id: need(id), name, length: need(length), starts_on: startsOn, commitment }))),
    plans: need(
      list(
        record({
          id: need(id),
          name,
          rank: need(integer(-(2n ** 31n), 2n ** 31n)),
          illustrative: bool,
          prices: need(prices),
          once: one,
          seats: limits,
          retired: bool,
          features: list(name),
          credits: record({ per_period: need(integer(0, 10 ** 9)), name }),
        }),
      ),
    ),
    addons: list(record({ id: need(id), name, prices: need(prices), once: one, plans: list(id) })),
    discounts: list(discountOf(money)),
    tax: record({ name, percent: need(percent), inclusive: bool }),
    policy: need(
      record({
        proration: record({
          unit: oneOf("day", "second", "day30", "minute"),
          rounding: oneOf("half_up", "half_even", "down", "up"),
          change_day: oneOf("remaining", "used"),
          last_period: oneOf("full", "prorated"),
        }),
        mixed: oneOf("split", "together"),
        rules: need(record(Object.fromEntries(MOVEMENTS.map((kind) => [kind, rule])))),
      }),
    ),
    cancellation: record({ consequences: list(consequence) }),
  })(document, "");

  const catalog = {
    id: read.id,
    currency: read.currency,
    exponent,
    unit: read.policy.proration?.unit ?? "day",
    instants: ["second", "minute"].includes(read.policy.proration?.unit),
    rounding: read.policy.proration?.rounding ?? "half_up",
    changeDay: read.policy.proration?.change_day,
    cutsLast: read.policy.proration?.last_period === "prorated",
    together: read.policy.mixed === "together",
    rules: read.policy.rules,
    sources: byId(read.sources ?? [], "/sources"),
    cycles: byId(
      read.cycles.map((cycle) => ({
        id: cycle.id,
        length: cycle.length,
        startsOn: cycle.starts_on,
        days: measure(cycle.length),
        commitment: cycle.commitment,
        bound: cycle.commitment ? measure(cycle.commitment.length) : ZERO,
      })),
      "/cycles",
    ),
    plans: byId(read.plans, "/plans"),
    addons: byId(read.addons ?? [], "/addons"),
    discounts: byId(read.discounts ?? [], "/discounts"),
    tax: read.tax,
    consequences: read.cancellation?.consequences ?? [],
  };
  demand(catalog.cycles.size > 0, "no cycles", "/cycles");
  demand(catalog.plans.size > 0, "no plans", "/plans");
  checkReferences(catalog);
  checkCycles(catalog);
  judgeRules(catalog);
  return catalog;
};

const checkReferences = ({ cycles, plans, addons, sources, rules, consequences }) => {
  const known = (ids, where, what) => ids.forEach((each) => demand(where.has(each), `names no ${what}: ${each}`));
  for (const sold of [...plans.values(), ...addons.values()]) known([...sold.prices.keys()], cycles, "cycle");
  for (const addon of addons.values()) known(addon.plans ?? [], plans, "plan");
  for (const each of Object.values(rules)) {
    known([...(each.on_cycles?.keys() ?? [])], cycles, "cycle");
    for (const said of [each, ...(each.on_cycles?.values() ?? [])].flatMap((one) => [one, ...(one.in_first ?? [])])) {
      known(said.cite ?? [], sources, "source");
      known(said.used_at ? [said.used_at] : [], cycles, "cycle");
    }
  }
  for (const each of consequences) known(each.cite ?? [], sources, "source");
};

const checkCycles = ({ cycles, unit }) => {
  distinct(
    [...cycles.values()],
    ({ days, bound }) => [days, bound].map(({ n, d }) => (n * 1000000n) / d).join(),
    "two cycles of equal length and commitment",
    "/cycles",
  );
  for (const { commitment: promised, bound, days } of cycles.values())
    demand(!promised || compare(bound, days) >= 0, "a commitment shorter than its cycle", "/cycles");
  for (const { length, startsOn: fixed } of cycles.values()) {
    demand(isCalendar(length) || unit !== "day30", "a cycle in days or weeks", "/cycles");
    demand(!fixed || (fixed.weekday ? length.inWeeks : isCalendar(length)), "a cycle without such dates", "/cycles");
  }
};
