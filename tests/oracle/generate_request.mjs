import { readCatalog } from "./catalog.mjs";
import { dayOf, daysAway, monthDays, printMoment, secondsOf } from "./calendar.mjs";
import { isCalendar, stepped } from "./length.mjs";
import { parseStrict } from "./json_text.mjs";
import { printMoney } from "./money.mjs";
import { ROLES } from "./generate_catalog.mjs";

const fromSeconds = (seconds) => ({ day: Math.floor(seconds / 86400), second: seconds % 86400 });

// A period end that likes month ends, leap Februaries and the days around them, and days on which prices change.
const someEnd = (r, seconds, priceDays) => {
  if (priceDays.length && r.chance(60)) return daysAway(r.pick(priceDays), r.pick([0, 0, 1, -1, r.int(-40, 400)]));
  const year = r.pick([2024, 2025, 2026, 2027, 2028, 2030, 2096, 2100, 2400]);
  const month = r.int(1, 12);
  const last = monthDays(year, month);
  const day = r.pick([1, 15, 28, last, last, Math.max(1, last - 1), r.int(1, last)]);
  return { day: dayOf(year, month, Math.min(day, last)), second: seconds && r.chance(50) ? r.int(0, 86399) : 0 };
};

const later = (a, b) => (secondsOf(a) < secondsOf(b) ? b : a);

const anchorFor = (r, end) => {
  const text = printMoment(end, false);
  const [year, month, day] = text.split("-").map(Number);
  return day === monthDays(year, month) && r.chance(60) ? r.int(day, 31) : day;
};

const between = (r, start, end, seconds) => {
  if (seconds)
    return fromSeconds(
      r.pick([
        secondsOf(start),
        secondsOf(end) - 1,
        r.int(secondsOf(start), secondsOf(end) - 1),
        r.int(secondsOf(start), secondsOf(end) - 1),
      ]),
    );
  return daysAway(
    start,
    r.pick([
      0,
      end.day - start.day - 1,
      r.int(0, end.day - start.day - 1),
      r.int(0, end.day - start.day - 1),
      r.int(0, end.day - start.day - 1),
    ]),
  );
};

export const requestsFor = (r, document, additions) => {
  const catalog = readCatalog(parseStrict(JSON.stringify(document)));
  const seconds = catalog.instants;
  const use = (name, percent) => additions.has(name) && r.chance(percent);
  const show = (moment) =>
    seconds && moment.second === 0 && r.chance(40) ? printMoment(moment, false) : printMoment(moment, seconds);
  const money = (top) => printMoney(BigInt(r.int(0, top)), catalog.exponent);
  const plans = document.plans.filter(({ prices }) => Object.keys(prices).length > 0);
  const addons = document.addons ?? [];

  const someSeats = (plan) => {
    if (r.chance(2)) return r.pick([1_000_000, 99_999]);
    const { min = 1, max } = plan.seats ?? {};
    return r.chance(88) ? r.int(min, Math.min(max ?? 14, Math.max(14, min))) : r.int(1, 18);
  };
  const addonList = (plan, cycle, percent) =>
    r
      .some(addons, percent)
      .filter(
        (addon) =>
          (addon.prices[cycle] || r.chance(4)) && (!addon.plans || addon.plans.includes(plan.id) || r.chance(15)),
      )
      .map(({ id }) => ({ id, ...(r.chance(75) ? { seats: r.int(1, 6) } : {}) }));
  const priceDays = [...catalog.plans.values(), ...catalog.addons.values()].flatMap((sold) =>
    [...sold.prices.values()].flatMap((dated) => dated.flatMap(({ until }) => until ?? [])),
  );
  const pricedOn = (plan) => Object.keys(plan.prices);
  // Some with an end, on or around one of `days`.
  const discounts = (percent, days) =>
    r.shuffled(
      r.some(document.discounts, percent).map(({ id }) => {
        if (!use("ends_of_discounts", 40)) return id;
        return { id, until: show(daysAway(r.pick(days), r.pick([0, 0, 1, -1, r.int(-40, 90)]))) };
      }),
    );

  const terms = () => {
    const plan = r.pick(plans);
    const cycle = r.pick(pricedOn(plan));
    return {
      plan: plan.id,
      cycle,
      seats: someSeats(plan),
      ...(r.chance(55)
        ? { addons: addonList(plan, cycle, 45).filter(({ id }) => addons.find((a) => a.id === id).prices[cycle]) }
        : {}),
    };
  };

  const wanted = (from, percents) => {
    const others = (items, present) =>
      items.some((item) => item !== present) ? items.filter((item) => item !== present) : items;
    const plan = r.chance(10)
      ? from.plan
      : r.pick(
          others(
            (r.chance(90) ? plans : document.plans).map(({ id }) => id),
            from.plan,
          ),
        );
    const cycle = r.chance(10) ? from.cycle : r.pick(others([...catalog.cycles.keys()], from.cycle));
    const planSpec = document.plans.find(({ id }) => id === plan);
    return {
      ...(r.chance(percents.plan) ? { plan } : {}),
      ...(r.chance(percents.seats) ? { seats: r.chance(6) ? from.seats : someSeats(planSpec) } : {}),
      ...(addons.length && r.chance(percents.addons)
        ? { addons: r.chance(10) ? (from.addons ?? []) : addonList(planSpec, cycle, 50) }
        : {}),
      ...(r.chance(percents.cycle) ? { cycle } : {}),
    };
  };

  const priced = ({ plan, cycle, addons: list = [] }) =>
    Boolean(document.plans.find(({ id }) => id === plan).prices[cycle]) &&
    list.every(({ id }) => addons.find((addon) => addon.id === id).prices[cycle]);

  const scheduled = (present) => {
    for (let tries = 0; tries < 5; tries += 1) {
      const change = wanted(present, { plan: 45, seats: 35, addons: 25, cycle: 30 });
      if (Object.keys(change).length && priced({ ...present, ...change })) return change;
    }
    return null;
  };

  const subscription = () => {
    const present = terms();
    const { length } = catalog.cycles.get(present.cycle);
    const end = someEnd(r, seconds, priceDays);
    const calendar = isCalendar(length);
    const anchor = calendar ? anchorFor(r, end) : undefined;
    const begin = stepped(end, length, -1, anchor);
    const trial = r.chance(14);
    const extended = !trial && use("time", 12);
    const start = extended
      ? daysAway(begin, r.pick([0, -1, -r.int(0, 40), -r.int(0, 400)]))
      : trial && r.chance(40)
        ? daysAway(end, -r.int(1, 70))
        : r.chance(75)
          ? begin
          : between(r, begin, end, seconds);
    const next = stepped(end, length, 1, anchor);
    const inUse = r.chance(35)
      ? { seats_in_use: r.int(r.chance(20) ? 0 : Math.min(present.seats, 1), present.seats) }
      : {};
    const plan = r.chance(22) ? scheduled(present) : null;
    const ends = (count) => stepped(end, length, count, anchor);
    // A day at or near the end of some period, some of them over already.
    const nearAnEnd = (lowest) => {
      const day = daysAway(ends(r.int(lowest, 5)), r.pick([0, 0, 0, -1, 1, r.int(-9, 9)]));
      return r.chance(15) ? daysAway(day, r.int(0, 400)) : day;
    };
    const committed = catalog.cycles.get(present.cycle).commitment ? 75 : 15;
    const bound = {
      ...(use("first_days", 50) ? { started_on: show(daysAway(start, r.pick([0, 0, -7, 3, -r.int(0, 400)]))) } : {}),
      ...(extended || use("time", 2) ? { extended: true } : {}),
      ...(use("creditable", 30) ? { creditable: money(r.pick([0, 500, 50000])) } : {}),
      ...(use("dated_prices", 20) ? { prices_of: show(daysAway(end, -r.pick([1, r.int(1, 40), r.int(1, 900)]))) } : {}),
      ...(use("commitments", committed) ? { committed_until: show(nearAnEnd(-1)) } : {}),
      ...(plan && use("commitments", 45) ? { scheduled_on: show(later(end, nearAnEnd(0))) } : {}),
    };
    return {
      made: { start, end },
      value: {
        ...present,
        ...inUse,
        period: { start: show(start), end: show(end) },
        ...(calendar && (r.chance(70) || printMoment(end, false).slice(8) !== String(anchor).padStart(2, "0"))
          ? { anchor_day: anchor }
          : {}),
        ...(r.chance(30) && !trial ? { paid: money(r.pick([0, 500, 50000])) } : {}),
        ...(r.chance(35) ? { balance: money(r.pick([0, 300, 30000])) } : {}),
        ...(r.chance(40) ? { credits_left: r.chance(15) ? null : r.int(0, 60) } : {}),
        ...bound,
        ...(trial ? { trial: true } : r.chance(10) ? { trial: false } : {}),
        ...(r.chance(50) ? { discounts: discounts(50, [start, start, end, end, next]) } : {}),
        ...(plan ? { scheduled: plan } : r.chance(5) ? { scheduled: null } : {}),
        ...(r.chance(use("last_period", 50) ? 20 : 7)
          ? { cancels_on: show(r.chance(70) ? end : use("last_period", 70) ? later(end, nearAnEnd(0)) : next) }
          : r.chance(3)
            ? { cancels_on: null }
            : {}),
        ...(r.chance(22)
          ? {
              pending: [
                { label: "Set-up", amount: money(4000) },
                ...(r.chance(40)
                  ? [
                      {
                        label: "Kept for later",
                        amount: `${r.chance(70) ? "-" : ""}${printMoney(BigInt(r.int(1, 6000)), catalog.exponent)}`,
                      },
                    ]
                  : []),
              ],
            }
          : {}),
      },
    };
  };

  const change = (value, { start, end }) => {
    const kind = r.weighted({
      cancel: 12,
      resume: value.cancels_on ? 60 : value.scheduled ? 12 : 4,
      discounts: 6,
      terms: 78,
    });
    const timing = r.chance(28) ? { timing: r.pick(["now", "period_end"]) } : {};
    if (kind === "cancel") return { cancel: true, ...timing, ...(r.chance(20) ? { reason: "no longer needed" } : {}) };
    if (kind === "resume") return { resume: true };
    if (kind === "discounts") return { discounts: discounts(50, [start, end]) };
    const few = r.chance(65);
    const percents = few
      ? {
          plan: 0,
          seats: 0,
          addons: 0,
          cycle: 0,
          [r.pick([
            "plan",
            "plan",
            "seats",
            ...(addons.length ? ["addons"] : []),
            ...(catalog.cycles.size > 1 ? ["cycle", "cycle"] : []),
          ])]: 100,
        }
      : { plan: 60, seats: 50, addons: 35, cycle: 40 };
    return {
      ...wanted(value, percents),
      ...(r.chance(12) ? { discounts: discounts(50, [start, end]) } : {}),
      ...timing,
    };
  };

  const rolesSaid = Object.values(document.policy.rules).flatMap(({ roles = [] }) => roles);
  const role = () => {
    if (rolesSaid.length === 0) return r.chance(20) ? { role: r.pick(ROLES) } : {};
    return r.chance(85) ? { role: r.pick(rolesSaid) } : r.chance(50) ? { role: r.pick(ROLES) } : {};
  };

  const questions = {
    preview: () => {
      const { value, made } = subscription();
      return {
        at: show(between(r, made.start, made.end, seconds)),
        ...role(),
        subscription: value,
        change: change(value, made),
      };
    },
    quote: () => {
      const at = someEnd(r, seconds, priceDays);
      const quoted = r.chance(85)
        ? terms()
        : { ...terms(), ...wanted(terms(), { plan: 60, seats: 40, addons: 40, cycle: 60 }) };
      const { length } = catalog.cycles.get(quoted.cycle);
      const anchor = isCalendar(length) ? Number(printMoment(at, false).slice(8)) : undefined;
      const end = stepped(at, length, 1, anchor);
      const first = r.chance(25)
        ? { first_period_end: show(r.chance(20) ? end : daysAway(between(r, at, end, false), 1)) }
        : {};
      const last = use("last_period", 35)
        ? { ends_on: show(daysAway(r.chance(40) ? end : at, r.pick([0, 1, -1, r.int(1, 20), r.int(1, 200)]))) }
        : {};
      return {
        at: show(at),
        terms: quoted,
        ...(r.chance(60) ? { discounts: discounts(50, [at, end]) } : {}),
        ...first,
        ...last,
      };
    },
    eligibility: () => {
      const { value, made } = subscription();
      return { at: show(between(r, made.start, made.end, seconds)), ...role(), subscription: value };
    },
    forecast: () => {
      const { value, made } = subscription();
      const days = made.end.day - made.start.day + 1;
      const until = daysAway(
        made.end,
        r.pick([0, -1, r.int(1, days), r.int(1, 2 * days), r.int(1, 3 * days)].filter((n) => n > -days)),
      );
      const span = secondsOf(until) - secondsOf(made.start);
      const at = () =>
        seconds
          ? fromSeconds(secondsOf(made.start) + r.int(0, span))
          : daysAway(made.start, r.int(0, until.day - made.start.day));
      const events =
        span < 0
          ? []
          : Array.from({ length: r.int(0, 4) }, at)
              .map((moment) => (r.chance(15) && secondsOf(made.end) <= secondsOf(until) ? made.end : moment))
              .sort((a, b) => secondsOf(a) - secondsOf(b));
      return {
        subscription: value,
        ...(r.chance(95) || events.length
          ? { events: events.map((moment) => ({ at: show(moment), ...role(), change: change(value, made) })) }
          : {}),
        until: show(until),
      };
    },
    sweep: () => {
      const { value, made } = subscription();
      const from = daysAway(made.start, r.int(0, Math.max(0, Math.min(20, made.end.day - made.start.day - 1))));
      const last = Math.floor((secondsOf(made.end) - secondsOf(from) - 1) / 86400);
      return {
        ...role(),
        subscription: value,
        change: change(value, made),
        from: show(from),
        to: show(daysAway(from, r.int(0, Math.max(0, Math.min(last, 30))))),
      };
    },
  };

  return () => {
    const question = r.weighted({ preview: 68, quote: 12, eligibility: 7, forecast: 9, sweep: 4 });
    return {
      question,
      request: {
        ...(r.chance(10) ? { id: r.chance(50) ? `case-${r.int(1, 9)}` : r.int(0, 99) } : {}),
        ...questions[question](),
      },
    };
  };
};
