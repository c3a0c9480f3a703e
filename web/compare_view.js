import { compare, difference, sum, thousandths } from "./amounts.js";
import { addDays, addLength, dayOf, daysBetween, daysIn } from "./dates.js";
import { html, svg } from "./dom.js";
import { changeOf, changesNothing, previewRequest, quoteRequest, roleOf } from "./request.js";
import { subscriptionAfter } from "./questions.js";

const most = 4;
const kept = ["mode", "want.", "cancel."];

/** What makes an option one of its own: what is wanted, not what the reader has. */
export function pinOf(state) {
  const option = new URLSearchParams(
    [...state].filter(([name]) => kept.some((start) => name.startsWith(start))),
  ).toString();
  if ([...pinsIn(state).values()].includes(option)) return [];
  const free = Array.from({ length: most }, (_, index) => `pin.${index}`).find((name) => !state.get(name));
  return free ? [[free, option]] : [];
}

/** The options that most readers weigh: what is chosen, staying as it is, the other cycle, and cancelling. */
export function usualPins({ state, catalog }) {
  const at = (changes) => {
    const option = new Map([...state].filter(([name]) => !name.startsWith("want.") && !name.startsWith("pin.")));
    for (const name of ["plan", "cycle", "seats"])
      option.set(`want.${name}`, state.get(`${state.get("mode") === "quote" ? "want" : "have"}.${name}`));
    for (const [name, value] of changes) option.set(name, value);
    return new URLSearchParams([...option].filter(([name]) => kept.some((start) => name.startsWith(start)))).toString();
  };
  const base = state.get("mode") === "quote" ? "want" : "have";
  const shown = catalog.plans.find(({ id }) => id === state.get("want.plan"));
  const higher = catalog.plans
    .filter(({ rank, retired }) => rank > shown?.rank && !retired)
    .sort((a, b) => a.rank - b.rank)[0];
  const cycles = catalog.cycles.map(({ id }) => id).filter((id) => id !== state.get(`${base}.cycle`));
  const mode = state.get("mode") === "quote" ? "quote" : "change";
  const options = [
    at([["mode", mode], ...[...state].filter(([name]) => name.startsWith("want."))]),
    at([["mode", mode]]),
    ...cycles.map((id) =>
      at([
        ["mode", mode],
        ["want.cycle", id],
      ]),
    ),
    ...(mode === "quote" && higher
      ? [
          at([
            ["mode", mode],
            ["want.plan", higher.id],
          ]),
        ]
      : []),
    ...(mode === "change" ? [at([["mode", "cancel"]])] : []),
  ];
  return [...new Set(options)].slice(0, most).map((option, index) => [`pin.${index}`, option]);
}

const pinsIn = (state) => new Map([...state].filter(([name]) => name.startsWith("pin.")).sort());

/** Up to four options beside each other: today, next, 12 and 24 months, how the cost grows, and who overtakes whom. */
export function compareView(look) {
  const { words, state } = look;
  const options = [...pinsIn(state)].slice(0, most).map(([pin, text]) => costOf(pin, stateOf(text, state), look));
  const possible = options.filter(({ year }) => year !== null);
  const going = possible.filter(({ state: option }) => option.get("mode") !== "cancel");
  const cheapest = going.length > 1 ? going.reduce((a, b) => (compare(b.year, a.year) < 0 ? b : a)) : null;
  return [
    html(
      "div",
      { class: "options" },
      options.map((option, index) => column(option, index, options[0], cheapest, words)),
    ),
    possible.length > 1 ? costChart(options, look) : null,
    breakEven(possible, look).map((sentence) => html("p", { class: "lead" }, sentence)),
    cycleNotes(possible, look).map((sentence) => html("p", { class: "soft" }, sentence)),
  ];
}

/** The option's wishes on the reader's present subscription, as of the present day. */
function stateOf(text, state) {
  const base = [...state].filter(([name]) => !kept.some((start) => name.startsWith(start)) && !name.startsWith("pin."));
  return new Map([...base, ...new URLSearchParams(text)]);
}

/** Everything that is paid for an option from today on: each payment with its date, and the sums that the engine gives. */
function costOf(pin, state, { catalog, engine, words }) {
  const option = {
    pin,
    state,
    name: nameOf(state, catalog, words),
    today: null,
    next: null,
    year: null,
    twoYears: null,
    payments: [],
  };
  const at = state.get("at");
  // Twelve months hold their last day, not the anniversary: that payment is for the thirteenth.
  const within = (months) => addDays(addLength(dayOf(at), "P1M", months), -1);
  if (state.get("mode") === "quote") {
    const request = quoteRequest(state, catalog);
    const quote = engine.ask("quote", request);
    if (!quote.allowed) return option;
    const subscription = subscriptionAfter(request, quote, catalog);
    const first = { date: at, amount: quote.first_payment.total };
    const forecasts = [12, 24].map((months) =>
      engine.ask("forecast", { subscription, events: [], until: within(months) }),
    );
    return told(option, first, quote.first_payment.total, quote.next_payment, forecasts, [first.amount]);
  }
  const change = changeOf(state, catalog);
  const { subscription } = previewRequest(state, catalog, change);
  const events = changesNothing(change) ? [] : [{ at, ...roleOf(state, catalog), change }];
  const forecasts = [12, 24].map((months) => engine.ask("forecast", { subscription, events, until: within(months) }));
  if (forecasts.some(({ error, refused }) => error || refused?.length)) return option;
  const preview = changesNothing(change) ? null : engine.ask("preview", previewRequest(state, catalog, change));
  const today = preview ? difference(preview.pay_today.charged, preview.pay_today.refunded) : "0";
  return told(
    option,
    null,
    today,
    preview ? preview.next_payment : (forecasts[1].payments.find(({ date }) => date > at) ?? null),
    forecasts,
    [],
  );
}

function told(option, first, today, next, [year, twoYears], before) {
  const payments = twoYears.payments.map((payment) => ({ date: payment.date, amount: paidIn(payment) }));
  return {
    ...option,
    today,
    next,
    year: sum([...before, year.total]),
    twoYears: sum([...before, twoYears.total]),
    payments: first ? [first, ...payments] : payments,
  };
}

const paidIn = ({ charged, due, refunded }) => difference(sum([charged ?? "0", due ?? "0"]), refunded ?? "0");

function nameOf(state, catalog, words) {
  if (state.get("mode") === "cancel") return words.text("option_cancel");
  if (state.get("want.resume")) return words.text("option_resume");
  const change = state.get("mode") === "quote" ? null : changeOf(state, catalog);
  if (change && changesNothing(change)) return words.text("option_standing");
  const name = `${words.terms({ plan: state.get("want.plan"), seats: state.get("want.seats") })} · ${words.cycleName(state.get("want.cycle"))}`;
  return change?.timing === "period_end" ? words.text("option_at_renewal", { what: name }) : name;
}

function column(option, index, first, cheapest, words) {
  const pair = (key, value, own, reference) =>
    html(
      "div",
      { class: "pair" },
      html("dt", {}, words.text(key)),
      html("dd", { class: index > 0 && own === reference ? "same" : index > 0 ? "other" : null }, value),
    );
  const amount = (value) => html("bdi", {}, words.money(value));
  return html(
    "section",
    { class: option === cheapest ? "option cheapest" : "option", "data-key": option.pin },
    html("h4", {}, html("span", { class: `key key-${index}`, "aria-hidden": "true" }), html("bdi", {}, option.name)),
    option === cheapest ? html("p", { class: "good" }, words.text("cheapest_12")) : null,
    option.year === null
      ? html("p", {}, words.text("not_possible"))
      : html(
          "dl",
          {},
          pair("today", amount(option.today), option.today, first.today),
          pair(
            "next_payment",
            option.next
              ? words.say("amount_on", {
                  amount: words.money(option.next.due),
                  date: words.format.shortDate(option.next.date),
                })
              : words.text("nothing"),
            option.next?.due,
            first.next?.due,
          ),
          pair("over_12", amount(option.year), option.year, first.year),
          pair("over_24", amount(option.twoYears), option.twoYears, first.twoYears),
        ),
    html(
      "button",
      { type: "button", class: "link", "data-action": "unpin", "data-pin": option.pin },
      words.text("unpin"),
    ),
  );
}

/** Running totals by date, for each option: what the chart draws and what the break-even is read from. */
function running(option) {
  let total = "0";
  return option.payments.map(({ date, amount }) => {
    total = sum([total, amount]);
    return { date: dayOf(date), total };
  });
}

const paidBy = (steps, date) => steps.filter((step) => step.date <= date).at(-1)?.total ?? "0";

function costChart(options, { state, words, width, wide, tables }) {
  const from = dayOf(state.get("at"));
  const days = daysBetween(from, addLength(from, "P1M", 24));
  const plotWidth = Math.max(240, Math.min(760, (wide ? width - 460 : width) - 40));
  const height = 240;
  const lines = options.map((option) => (option.year === null ? [] : running(option)));
  const highest = lines
    .flat()
    .map(({ total }) => total)
    .reduce((a, b) => (compare(a, b) < 0 ? b : a), "0");
  const rtl = words.dir === "rtl";
  const x = (date) => ((share) => (rtl ? plotWidth - share : share))((daysBetween(from, date) / days) * plotWidth);
  const y = (amount) => 20 + (height - 28) * (1 - Math.max(0, thousandths(amount, highest)) / 1000);
  const half = addLength(from, "P1M", 12);
  return html(
    "figure",
    { class: "chart" },
    html("h4", {}, words.text("cost_title")),
    svg(
      "svg",
      { class: "cost-plot", viewBox: `0 0 ${plotWidth} ${height}`, "aria-hidden": "true", focusable: "false" },
      svg("line", { class: "axis", x1: 0, x2: plotWidth, y1: y("0"), y2: y("0") }),
      svg("line", { class: "best", x1: x(half), x2: x(half), y1: 20, y2: y("0") }),
      lines.map((steps, index) =>
        options[index].year === null
          ? null
          : svg("path", {
              class: `curve curve-${index}`,
              d: `M${x(from).toFixed(1)} ${y("0").toFixed(1)}${steps.map(({ date, total }) => `H${x(date).toFixed(1)}V${y(total).toFixed(1)}`).join("")}H${x(addLength(from, "P1M", 24)).toFixed(1)}`,
            }),
      ),
    ),
    html(
      "figcaption",
      { class: "ends" },
      html("span", {}, words.format.shortDate(from)),
      html("span", {}, words.format.shortDate(half)),
      html("span", {}, words.format.shortDate(addLength(from, "P1M", 24))),
    ),
    html(
      "p",
      { class: "keys" },
      options.map((option, index) =>
        option.year === null
          ? null
          : html(
              "span",
              {},
              html("span", { class: `key key-${index}`, "aria-hidden": "true" }),
              html("bdi", {}, option.name),
            ),
      ),
    ),
    html(
      "details",
      { class: "as-table", "data-key": "cost table" },
      html("summary", {}, words.text("show_table")),
      tables.has("cost table")
        ? html(
            "div",
            { class: "table-scroll", tabindex: "0", role: "group", "aria-label": words.text("cost_table") },
            costTable(options, lines, words),
          )
        : null,
    ),
  );
}

function costTable(options, lines, words) {
  const dates = [...new Set(lines.flat().map(({ date }) => date))].sort();
  return html(
    "table",
    {},
    html(
      "thead",
      {},
      html(
        "tr",
        {},
        html("th", { scope: "col" }, words.text("col_day")),
        options.map(({ name }) => html("th", { scope: "col" }, html("bdi", {}, name))),
      ),
    ),
    html(
      "tbody",
      {},
      dates.map((date) =>
        html(
          "tr",
          {},
          html("th", { scope: "row" }, words.format.shortDate(date)),
          lines.map((steps, index) =>
            html(
              "td",
              {},
              options[index].year === null
                ? words.text("not_possible")
                : html("bdi", {}, words.money(paidBy(steps, date))),
            ),
          ),
        ),
      ),
    ),
  );
}

/**
 * The day on which the option on the longer cycle has cost less in all than the one on the shorter cycle with the
 * same plan and seats. Running totals are steps, so this is a payment day of the shorter one; a later renewal may
 * turn it round again, and the sentence speaks of the first time.
 */
function breakEven(options, { catalog, words }) {
  const sentences = [];
  for (const short of options) {
    for (const long of options) {
      if (!sameButCycle(short.state, long.state) || lengthOf(short, catalog) >= lengthOf(long, catalog)) continue;
      const [few, many] = [running(long), running(short)];
      const since = many.find(({ date, total }) => compare(total, paidBy(few, date)) > 0)?.date;
      const values = {
        longer: words.every(cycleOf(long)),
        shorter: words.every(cycleOf(short)),
        date: since && words.day(since),
      };
      sentences.push(words.say(since ? "break_even" : "break_even_never", values));
      const until =
        since && few.find(({ date, total }) => date > since && compare(total, paidBy(many, date)) >= 0)?.date;
      if (until) sentences.push(words.say("break_even_until", { date: words.day(until) }));
    }
  }
  return sentences;
}

const cycleOf = ({ state }) => state.get("want.cycle");
const lengthOf = (option, catalog) => daysIn(catalog.cycles.find(({ id }) => id === cycleOf(option))?.length ?? "P1D");
const sameButCycle = (a, b) =>
  [a, b].every((state) => state.get("mode") !== "cancel") &&
  ["want.plan", "want.seats", "mode"].every((name) => a.get(name) === b.get(name));

/** A 30-day cycle bills 12.17 times in 365 days, not 12: said wherever such a cycle is compared. */
function cycleNotes(options, { catalog, words }) {
  const cycles = [...new Set(options.filter(({ state }) => state.get("mode") !== "cancel").map(cycleOf))];
  return cycles
    .map((id) => catalog.cycles.find((cycle) => cycle.id === id))
    .filter((cycle) => cycle && /^P\d+[DW]$/.test(cycle.length) && daysIn(cycle.length) < 365)
    .map((cycle) =>
      words.say("cycle_note", {
        every: words.every(cycle.id),
        times: words.format.number(Math.round(36500 / daysIn(cycle.length)) / 100),
      }),
    );
}
