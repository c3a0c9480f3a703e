// Every sequence of changes over a small set of terms, none given up, with the second opinion's arithmetic:
// does any of them gain what no direct way gains? The definitions are those of core/audit/audit.hpp.
const DAY = 86_400_000;
const dayOf = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;
const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const minor = (amount) => BigInt(amount.replace(".", ""));
const sum = (amounts) => amounts.reduce((total, each) => total + each, 0n);

export const moments = ({ start, end }) => {
  const [first, after] = [dayOf(start), dayOf(end)];
  const length = after - first;
  const days = [0, 1, Math.floor(length / 2), length - 2, length - 1].map((day) => first + day);
  return [...new Set(days)]
    .filter((day) => day >= first && day < after)
    .sort((a, b) => a - b)
    .map(dateOf);
};

const pick = ({ plan, cycle, seats }) => ({ plan, cycle, seats });
// A request names what there is; the second opinion's answer also says what there is not.
const asRequested = (subscription) =>
  subscription && Object.fromEntries(Object.entries(subscription).filter(([, value]) => value !== null));
const keyOf = (terms) => `${terms.plan} ${terms.cycle} ${terms.seats}`;
const difference = (present, wanted) =>
  Object.fromEntries(Object.entries(pick(wanted)).filter(([member, value]) => present[member] !== value));

// What is held from each moment on; what lasts no time is left out.
const heldAfter = (held, at, terms) => {
  const kept = held.filter(([from], i) => from !== at || (terms === null && i === 0));
  if (terms === null || kept.at(-1)?.[1] === terms) return kept;
  return [...kept, [at, terms]];
};
const changesOf = ({ start, held }) => held.length - (held[0][1] === start ? 1 : 0);

export class BruteForce {
  constructor(oracle, { terms, priceOf, depth, choices }) {
    Object.assign(this, {
      oracle,
      terms,
      priceOf,
      depth,
      choices,
      known: new Map(),
      groups: new Map(),
      candidates: [],
      found: [],
    });
  }

  // The first pump that it comes upon, in words; or undefined.
  run() {
    for (const each of this.terms) this.begin(each);
    for (const each of this.candidates) this.compare(each);
    return this.found[0];
  }

  preview(subscription, at, change) {
    const request = JSON.stringify({ at, subscription, change });
    if (!this.known.has(request)) this.known.set(request, this.oracle.answer("preview", request));
    return this.known.get(request);
  }

  // As a forecast without events has it.
  renewal(subscription) {
    const request = JSON.stringify({ subscription, events: [], until: subscription.period.end });
    if (!this.known.has(request)) {
      const { payments, error } = this.oracle.answer("forecast", request);
      this.known.set(request, error ? null : payments[0]);
    }
    return this.known.get(request);
  }

  share(subscription, from, to) {
    const { start, end } = subscription.period;
    const days = BigInt(dayOf(to) - dayOf(from));
    return (minor(this.priceOf(subscription)) * days) / BigInt(dayOf(end) - dayOf(start));
  }

  begin(terms) {
    const at = "2026-01-31";
    const quote = this.oracle.answer("quote", JSON.stringify({ at, terms }));
    if (quote.error || !quote.allowed) return;
    const subscription = { ...terms, addons: [], period: quote.period, anchor_day: 31, credits_left: 0 };
    const key = keyOf(terms);
    this.visit({
      start: key,
      subscription,
      at,
      held: [[at, key]],
      paid: minor(quote.first_payment.total),
      used: 0n,
      requests: 0,
      renewals: 0,
      days: [],
      story: [],
      first: { subscription, cost: minor(quote.first_payment.total) },
    });
  }

  visit(history) {
    const judged = this.judge(history);
    this.renew(judged);
    if (!history.subscription || history.requests === this.depth) return;
    for (const at of moments(history.subscription.period)) {
      if (at < history.at || new Set([...history.days, at]).size > 2) continue;
      for (const change of this.changes(history.subscription)) this.ask(history, at, change);
    }
  }

  changes(subscription) {
    const timed = this.choices ? [{}, { timing: "now" }, { timing: "period_end" }] : [{}];
    const others = this.terms
      .map((each) => difference(subscription, each))
      .filter((each) => Object.keys(each).length > 0);
    return [
      { resume: true },
      ...timed.flatMap((timing) => [{ cancel: true, ...timing }, ...others.map((each) => ({ ...each, ...timing }))]),
    ];
  }

  ask(history, at, change) {
    const answer = this.preview(history.subscription, at, change);
    if (answer.error || !answer.allowed) return;
    const { pay_today: today } = answer;
    const after = asRequested(answer.after);
    this.visit({
      ...history,
      at,
      subscription: after,
      paid: history.paid + minor(today.charged) - minor(today.refunded),
      used: history.used + this.share(history.subscription, history.at, at),
      lost: after ? 0n : minor(answer.balance.after),
      held: heldAfter(history.held, at, after && keyOf(after)),
      requests: history.requests + 1,
      days: [...new Set([...history.days, at])],
      story: [...history.story, `${at} ${JSON.stringify(change)} ${today.total}`],
    });
  }

  renew(history) {
    const { subscription } = history;
    if (!subscription || history.renewals === 1 || subscription.cancels_on) return;
    const payment = this.renewal(subscription);
    if (!payment) return;
    const after = this.afterRenewal(subscription, payment);
    this.visit({
      ...history,
      at: payment.date,
      subscription: after,
      paid: history.paid + minor(payment.due),
      used: history.worth,
      held: heldAfter(history.held, payment.date, keyOf(after)),
      renewals: 1,
      story: [...history.story, `${payment.date} renewed ${payment.total}`],
    });
  }

  // How it stands after a renewal: the scheduled terms, in the period that a resumption on its first day would show.
  afterRenewal(subscription, payment) {
    const { scheduled, pending, ...rest } = subscription;
    const terms = pick(payment.terms);
    const balance = minor(subscription.balance ?? "0.00") - minor(payment.from_balance) + minor(payment.to_balance);
    const quote = this.oracle.answer("quote", JSON.stringify({ at: payment.date, terms }));
    const anchored = { ...quote.period, end: this.anchored(quote.period, terms, subscription) };
    return { ...rest, ...terms, period: anchored, paid: this.priceOf(terms), balance: decimal(balance) };
  }

  // Months come back to their anchor day; days count on.
  anchored(period, { cycle }, { anchor_day: anchor }) {
    if (/day/.test(cycle) || !anchor) return period.end;
    const [year, month] = period.end.split("-").map(Number);
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return `${period.end.slice(0, 8)}${String(Math.min(anchor, last)).padStart(2, "0")}`;
  }

  judge(history) {
    const { subscription, paid, used, at, requests } = history;
    const owed = sum((subscription?.pending ?? []).map(({ amount }) => minor(amount)));
    const cost = paid + owed - (subscription ? minor(subscription.balance ?? "0.00") : 0n);
    const until = subscription ? subscription.period.end : at;
    const worth = used + (subscription ? this.share(subscription, at, until) : 0n);
    const judged = { ...history, cost, until, worth, gain: worth - cost, changes: changesOf(history) };
    const direct = requests <= judged.changes + (subscription ? 0 : 1);
    const key = JSON.stringify([history.start, history.held]);
    if (direct) this.groups.set(key, [...(this.groups.get(key) ?? []), { cost, until, gain: judged.gain, requests }]);
    else if (judged.gain > BigInt(requests)) this.candidates.push(judged);
    if (requests > 0) this.judgeMoneyBack(judged);
    if (requests > 0 && !direct) this.judgeCredits(judged);
    return judged;
  }

  judgeMoneyBack(history) {
    const { first, cost, lost = 0n, days, requests } = history;
    const { start, end } = first.subscription.period;
    const used = this.share(first.subscription, start, days[0] < end ? days[0] : end);
    if (used - (cost - lost) > BigInt(requests)) this.report("more_back_than_paid", history);
  }

  judgeCredits(history) {
    const { subscription, changes, renewals, cost, first } = history;
    if (subscription && changes === 0 && renewals === 0 && cost <= first.cost && subscription.credits_left > 0)
      this.report("free_credits", history);
  }

  compare(history) {
    const { start, held, until, cost, gain, requests, changes, renewals } = history;
    const rivals = [start, held[0][1]].flatMap((from) => this.groups.get(JSON.stringify([from, held])) ?? []);
    const gained = (rival) => (rival.until === until ? rival.cost - cost : gain - rival.gain);
    if (rivals.length === 0 || rivals.some((rival) => gained(rival) <= BigInt(requests + rival.requests))) return;
    this.report(changes === 0 && renewals === 0 ? "more_back_than_paid" : "held_for_less", history);
  }

  report(kind, { start, story, gain }) {
    this.found.push({ kind, start, story, gain: String(gain) });
  }
}

export const decimal = (amount) => `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
