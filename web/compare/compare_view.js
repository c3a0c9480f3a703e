import { compare, sum, thousandths } from "../exact/amounts.js";
import { addLength, dayOf, daysBetween, daysIn } from "../exact/dates.js";
import { html, svg } from "../element/dom.js";
import { changesNothing } from "../engine/requests.js";

/** Up to four options beside each other: today, next, 12 and 24 months, how the cost grows, and who overtakes whom. */
export function compareView(pinned, at, catalog, words, plot) {
  const options = pinned.map((option) => ({ ...option, name: nameOf(option, words) }));
  const possible = options.filter(({ year }) => year !== null);
  const going = possible.filter(({ state: option }) => option.get("mode") !== "cancel");
  const cheapest = going.length > 1 ? going.reduce((a, b) => (compare(b.year, a.year) < 0 ? b : a)) : null;
  return [
    html(
      "div",
      { class: "options" },
      options.map((option, index) => column(option, index, options[0], cheapest, words)),
    ),
    possible.length > 1 ? costChart(options, at, words, plot) : null,
    breakEven(possible, catalog, words).map((sentence) => html("p", { class: "lead" }, sentence)),
    cycleNotes(possible, catalog, words).map((sentence) => html("p", { class: "soft" }, sentence)),
  ];
}

function nameOf({ state, change }, words) {
  if (state.get("mode") === "cancel") return words.text("option_cancel");
  if (state.get("want.resume")) return words.text("option_resume");
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

function costChart(options, at, words, { width: plotWidth, tables }) {
  const from = dayOf(at);
  const days = daysBetween(from, addLength(from, "P1M", 24));
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
function breakEven(options, catalog, words) {
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
function cycleNotes(options, catalog, words) {
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
