// What one writes instead of using an engine: one vendor's habits as code. More and dearer seats happen at once for the
// remaining days, a longer cycle starts anew with a refund, everything else waits, a cancellation ends at once without
// one. `money` and `dates` are the libraries it is written on (plain.mjs, dinero.mjs).
export function calculator(catalogText, { money, dates }) {
  const catalog = JSON.parse(catalogText);
  const plans = new Map(
    catalog.plans.map((plan) => [
      plan.id,
      {
        rank: plan.rank,
        seats: plan.seats,
        price: new Map(Object.entries(plan.prices).map(([cycle, price]) => [cycle, money.read(price.per_seat)])),
      },
    ]),
  );
  const days = new Map(catalog.cycles.map((cycle) => [cycle.id, Number(cycle.length.slice(1, -1))]));

  function preview({ at, subscription, change }) {
    const today = dates.read(at);
    const start = dates.read(subscription.period.start);
    const end = dates.read(subscription.period.end);
    if (!(dates.between(start, today) >= 0 && dates.between(today, end) > 0)) throw new Error("outside the period");
    return settle(today, end, subscription, change);
  }

  function settle(today, end, now, change) {
    const remaining = dates.between(today, end);
    const of = days.get(now.cycle);
    const lines = [];
    const line = (kind, terms, amount, part) => lines.push({ kind, ...terms, amount, part });
    const price = ({ plan, cycle, seats }) => money.times(plans.get(plan).price.get(cycle), seats);
    const part = (terms) => money.share(price(terms), remaining, of);
    const held = { plan: now.plan, cycle: now.cycle, seats: now.seats };
    if (change.cancel) {
      return written({ movements: ["cancel"], lines, next: null, forfeited: part(held) });
    }

    const wanted = { ...held, ...change };
    const { min, max } = plans.get(wanted.plan).seats;
    if (wanted.seats < min || wanted.seats > max) return { allowed: false, reasons: ["seats"] };
    const movements = [];
    const rank = plans.get(wanted.plan).rank - plans.get(held.plan).rank;
    if (rank !== 0) movements.push(rank > 0 ? "upgrade" : "downgrade");
    if (wanted.seats !== held.seats) movements.push(wanted.seats > held.seats ? "add_seats" : "remove_seats");
    if (wanted.cycle !== held.cycle) {
      movements.push(days.get(wanted.cycle) > days.get(held.cycle) ? "longer_cycle" : "shorter_cycle");
    }
    if (movements.length === 0) return { allowed: false, reasons: ["nothing_changes"] };

    const waits = movements.some((kind) => ["downgrade", "remove_seats", "shorter_cycle"].includes(kind));
    const restarts = movements.includes("longer_cycle") && !waits;
    let next = { date: end, due: price(wanted) };
    if (restarts) {
      line("unused", held, money.negative(part(held)), { remaining, of });
      line("full", wanted, price(wanted), null);
      next = { date: dates.after(today, days.get(wanted.cycle)), due: price(wanted) };
    } else {
      let terms = held;
      for (const kind of movements) {
        if (kind !== "upgrade" && kind !== "add_seats") continue;
        const after = kind === "upgrade" ? { ...terms, plan: wanted.plan } : { ...terms, seats: wanted.seats };
        line("unused", terms, money.negative(part(terms)), { remaining, of });
        line("charge", after, part(after), { remaining, of });
        terms = after;
      }
    }
    return written({ movements, lines, next, forfeited: money.zero });
  }

  function written({ movements, lines, next, forfeited }) {
    const total = lines.reduce((sum, { amount }) => money.plus(sum, amount), money.zero);
    return {
      allowed: true,
      movements,
      pay_today: {
        lines: lines.map((each) => ({ ...each, amount: money.write(each.amount) })),
        total: money.write(total),
      },
      next_payment: next && { date: dates.write(next.date), due: money.write(next.due) },
      forfeited: money.write(forfeited),
    };
  }

  return {
    preview: (requestText) => JSON.stringify(preview(JSON.parse(requestText))),
    /** Every day of the period for one change. */
    sweep(requestText) {
      const { subscription, change, from, to } = JSON.parse(requestText);
      const end = dates.read(subscription.period.end);
      const answers = [];
      for (let day = dates.read(from), left = dates.between(day, dates.read(to)); left >= 0; left -= 1) {
        const { pay_today, next_payment, forfeited } = settle(day, end, subscription, change);
        answers.push({ at: dates.write(day), total: pay_today?.total, next_payment, forfeited });
        day = dates.after(day, 1);
      }
      return JSON.stringify({ days: answers });
    },
  };
}
