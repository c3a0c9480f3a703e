import { compare, difference, isZero, size, sum, thousandths } from "../exact/amounts.js";
import { dayOf } from "../exact/dates.js";
import { html, svg } from "../element/dom.js";

const height = 234;
const top = 40;
const bestLabel = 12;
const bottom = 8;
const curves = ["charged", "refunded", "forfeited"];
const nextPayment = "next_due";

/**
 * "Another day?": the same change on every day to the period's end. One step line per amount, each on the same
 * scale from nothing; the chosen day is a handle that pointer, touch and keyboard move; the days' figures stand in
 * a table too.
 */
export function sweepView({ sweep, leaving, at }, day, words, plot) {
  const days = sweep ?? [];
  const open = days.filter((day) => !day.reasons);
  if (open.length < 2) return null;
  const chosen = Math.max(
    0,
    days.findIndex(({ at: each }) => dayOf(each) === dayOf(day ?? at)),
  );
  return html(
    "section",
    { class: "sweep", "data-key": "sweep", part: "sweep", "aria-labelledby": "sweep-title" },
    html("h3", { id: "sweep-title" }, words.text(leaving ? "sweep_title_cancel" : "sweep_title")),
    html("p", { class: "lead" }, leaving ? cancelSentence(days, leaving, words) : bestDaySentence(days, words)),
    nextSentence(open, words),
    drawnIn(open).length ? dayByDay(days, chosen, leaving, words, plot) : null,
  );
}

/** The chart, its handle, what the chosen day costs, and the same figures as a table. */
function dayByDay(days, chosen, leaving, words, plot) {
  const day = days[chosen];
  return [
    chart(days, chosen, leaving, words, plot.width),
    html(
      "p",
      { class: "slider" },
      html("label", { for: "sweep-day" }, words.text("sweep_day")),
      html("input", {
        type: "range",
        id: "sweep-day",
        name: "day",
        min: 0,
        max: days.length - 1,
        value: chosen,
        "aria-valuetext": `${words.format.date(day.at)}: ${plainDay(day, words)}`,
      }),
    ),
    html("p", { class: "day-reading" }, html("strong", {}, words.day(day.at)), " — ", daySentence(day, words)),
    chosen > 0 && !day.reasons
      ? html(
          "p",
          {},
          html(
            "button",
            { type: "button", "data-action": "use-day", "data-day": dayOf(day.at) },
            words.text("use_day", { date: words.format.shortDate(day.at) }),
          ),
        )
      : null,
    html(
      "details",
      { class: "as-table", "data-key": "sweep table" },
      html("summary", {}, words.text("show_table")),
      plot.tables.has("sweep table") ? table(days, words) : null,
    ),
  ];
}

/** The amounts that are anything on some day: a change that costs nothing on any of them has nothing to draw. */
const drawnIn = (open) =>
  (nextChanges(open) ? [...curves, nextPayment] : curves).filter((name) =>
    open.some((day) => !isZero(day[name] ?? "0")),
  );

/** A next payment that is the same on every day is a sentence; one that changes is a curve of its own. */
function nextSentence(open, words) {
  if (!open[0].next_due || nextChanges(open)) return null;
  const sameDay = open.every(({ next_date: date }) => date === open[0].next_date);
  const values = { due: words.amount(open[0].next_due), date: words.day(open[0].next_date) };
  return html("p", { class: "soft" }, words.say(sameDay ? "sweep_next_same" : "sweep_next_moves", values));
}

const nextChanges = (open) => open.some(({ next_due: due }) => (due ?? "0") !== (open[0].next_due ?? "0"));

/**
 * What a day costs in the end: what is charged or lost less what comes back, and the next payment where what is due
 * for the change is collected with it. Only for finding the best day.
 */
function costIn(days) {
  const deferred = nextChanges(days.filter((day) => !day.reasons));
  return ({ charged, refunded, forfeited, next_due: next }) =>
    difference(sum([charged, forfeited, deferred ? (next ?? "0") : "0"]), refunded);
}

/** The earliest of the days on which the change costs least, and what that is less than today. */
function bestDay(days) {
  const costOf = costIn(days);
  const open = days.filter((day) => !day.reasons);
  return open.reduce((best, day) => (compare(costOf(day), costOf(best)) < 0 ? day : best), open[0]);
}

function bestDaySentence(days, words) {
  const costOf = costIn(days);
  const [first] = days;
  const best = bestDay(days);
  const values = { date: words.day(best.at), next_date: best.next_date && words.day(best.next_date) };
  if (first.reasons) return words.say("sweep_first_possible", values);
  if (best === first) {
    const dearest = days.filter((day) => !day.reasons).reduce((a, b) => (compare(costOf(b), costOf(a)) > 0 ? b : a));
    const more = difference(costOf(dearest), costOf(first));
    if (isZero(more)) return words.say("sweep_same");
    return words.say("sweep_today_best", { date: words.day(dearest.at), more: words.amount(more) });
  }
  const saved = words.amount(difference(costOf(first), costOf(best)));
  const fewerDays = compare(best.charged, first.charged) < 0;
  return words.say(fewerDays ? "sweep_cheapest_fewer_days" : "sweep_cheapest", { ...values, saved });
}

/** What leaving on a day takes from the reader: what comes back is a share of what is not used, and no gain. */
const lossOf = ({ charged, forfeited, next_due: next }) => sum([charged, forfeited, next ?? "0"]);

/** The last free day and the first with a cost; else what waiting keeps, saves or costs. */
function cancelSentence(days, { until }, words) {
  const open = days.filter((day) => !day.reasons);
  const [first, last] = [open[0], open.at(-1)];
  if (until?.ahead) return lastDaySentence(until, days, words);
  if (compare(last.forfeited, first.forfeited) < 0) {
    const kept = words.amount(difference(first.forfeited, last.forfeited));
    return words.say("sweep_cancel_wait", { date: words.day(last.at), kept });
  }
  const best = open.reduce((a, b) => (compare(lossOf(b), lossOf(a)) < 0 ? b : a));
  const worst = open.reduce((a, b) => (compare(lossOf(b), lossOf(a)) > 0 ? b : a));
  if (compare(lossOf(best), lossOf(worst)) === 0) return words.say("sweep_cancel_same", { date: words.day(last.at) });
  return best === first
    ? words.say("sweep_today_best", {
        date: words.day(worst.at),
        more: words.amount(difference(lossOf(worst), lossOf(first))),
      })
    : words.say("sweep_cheapest", {
        date: words.day(best.at),
        saved: words.amount(difference(lossOf(first), lossOf(best))),
      });
}

function lastDaySentence({ date, free }, days, words) {
  const after = days.find(({ at }) => dayOf(at) > date);
  const cost = after && !after.reasons ? sum([after.charged, after.forfeited]) : "0";
  if (free && !isZero(cost)) {
    const values = { date: words.day(date), next: words.day(after.at), amount: words.amount(cost) };
    return words.say("sweep_cancel_free_until", values);
  }
  return words.say(free ? "sweep_cancel_last_free" : "sweep_cancel_last_back", { date: words.day(date) });
}

/** The day that the chart marks: the last free one of a cancellation, else the cheapest. */
function markedDay(days, leaving) {
  if (!leaving?.until?.ahead) return days.indexOf(bestDay(days));
  return days.findLastIndex(({ at }) => dayOf(at) <= leaving.until.date);
}

function chart(days, chosen, leaving, words, plotWidth) {
  const open = days.filter((day) => !day.reasons);
  const names = nextChanges(open) ? [...curves, nextPayment] : curves;
  const most = open
    .flatMap((day) => names.map((name) => day[name] ?? "0"))
    .reduce((a, b) => (compare(a, b) < 0 ? b : a), "0");
  const x = (index) => (index / Math.max(1, days.length - 1)) * plotWidth;
  const y = (amount) => top + (height - top - bottom) * (1 - thousandths(size(amount), most) / 1000);
  const drawn = drawnIn(open);
  const rtl = words.dir === "rtl";
  const atX = (value) => (rtl ? plotWidth - value : value);
  const best = markedDay(days, leaving);
  const reference = days.findIndex((day) => !day.reasons);

  return html(
    "figure",
    { class: "chart" },
    svg(
      "svg",
      { class: "chart-plot", viewBox: `0 0 ${plotWidth} ${height}`, "aria-hidden": "true", focusable: "false" },
      svg("line", { class: "axis", x1: 0, x2: plotWidth, y1: y("0"), y2: y("0") }),
      drawn.map((name) => [svg("path", { class: `curve curve-${name}`, d: steps(days, name, (i) => atX(x(i)), y) })]),
      labels(drawn, days[reference], y).map(({ name, place }) =>
        svg(
          "text",
          { class: `curve-label label-${name}`, x: atX(6), y: place, "text-anchor": "start" },
          words.text(`curve_${name}`, { amount: words.format.money(days[reference][name] ?? "0") }),
        ),
      ),
      best > 0 ? bestDayMark(atX(x(best)), x(best) > plotWidth / 2, y("0"), labelOfMark(leaving, words), words) : null,
      svg("line", { class: "handle", x1: atX(x(chosen)), x2: atX(x(chosen)), y1: top - 8, y2: y("0") }),
      drawn.map((name) =>
        days[chosen].reasons
          ? null
          : svg("circle", { class: `mark mark-${name}`, cx: atX(x(chosen)), cy: y(days[chosen][name] ?? "0"), r: 5 }),
      ),
    ),
    html(
      "figcaption",
      { class: "ends" },
      html("span", {}, words.format.shortDate(days[0].at)),
      html("span", {}, words.format.shortDate(days.at(-1).at)),
    ),
  );
}

/** Cancelling has no cheapest day, only a last one. */
function labelOfMark(leaving, words) {
  if (!leaving) return words.text("curve_best");
  return leaving.until?.ahead && leaving.until.free ? words.text("curve_last_free") : null;
}

/** A line down from the marked day, with its label towards the middle. */
function bestDayMark(place, isLate, floor, label, words) {
  const before = isLate !== (words.dir === "rtl");
  return [
    svg("line", { class: "best", x1: place, x2: place, y1: label ? bestLabel - 10 : top, y2: floor }),
    !label
      ? null
      : svg(
          "text",
          {
            class: "curve-label label-best",
            x: place + (before ? -6 : 6),
            y: bestLabel,
            "text-anchor": isLate ? "end" : "start",
          },
          label,
        ),
  ];
}

/** A step line; days on which the change is refused leave a gap. */
function steps(days, name, x, y) {
  let path = "";
  let pen = "M";
  days.forEach((day, index) => {
    if (day.reasons) {
      pen = "M";
      return;
    }
    const place = y(day[name] ?? "0").toFixed(1);
    path += pen === "M" ? `M${x(index).toFixed(1)} ${place}` : `H${x(index).toFixed(1)}V${place}`;
    pen = "H";
  });
  return path;
}

/** Labels stand above their line's beginning, pushed apart where lines meet. */
function labels(names, day, y) {
  const wanted = names.map((name) => ({ name, place: y(day[name] ?? "0") - 7 })).sort((a, b) => a.place - b.place);
  for (let i = 1; i < wanted.length; i += 1) wanted[i].place = Math.max(wanted[i].place, wanted[i - 1].place + 17);
  const over = (wanted.at(-1)?.place ?? 0) - (height - bottom - 4);
  return over > 0 ? wanted.map((label) => ({ ...label, place: label.place - over })) : wanted;
}

function daySentence(day, words) {
  if (day.reasons) return words.say("sweep_refused");
  const parts = [];
  parts.push(words.say("sweep_pay", { amount: words.amount(day.charged) }));
  if (!isZero(day.refunded)) parts.push(words.say("sweep_refund", { amount: words.amount(day.refunded) }));
  if (!isZero(day.forfeited)) parts.push(words.say("sweep_lose", { amount: words.amount(day.forfeited) }));
  if (day.next_date && day.next_due) {
    parts.push(words.say("sweep_next", { amount: words.amount(day.next_due), date: words.day(day.next_date) }));
  }
  return parts.map((part, index) => [index ? " · " : "", part]);
}

const plainDay = (day, words) => html("p", {}, daySentence(day, words)).textContent;

function table(days, words) {
  const head = ["col_day", "col_charged", "col_refunded", "col_forfeited", "col_next"];
  const cell = (amount) => html("td", {}, html("bdi", {}, words.money(amount)));
  return html(
    "div",
    { class: "table-scroll", tabindex: "0", role: "group", "aria-label": words.text("sweep_table") },
    html(
      "table",
      {},
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          head.map((key) => html("th", { scope: "col" }, words.text(key))),
        ),
      ),
      html(
        "tbody",
        {},
        days.map((day) =>
          html(
            "tr",
            {},
            html("th", { scope: "row" }, words.format.shortDate(day.at)),
            day.reasons
              ? html("td", { colspan: 4 }, words.text("sweep_refused"))
              : [
                  cell(day.charged),
                  cell(day.refunded),
                  cell(day.forfeited),
                  html(
                    "td",
                    {},
                    day.next_date && day.next_due
                      ? words.say("amount_on", {
                          amount: words.format.money(day.next_due),
                          date: words.format.shortDate(day.next_date),
                        })
                      : words.text("nothing"),
                  ),
                ],
          ),
        ),
      ),
    ),
  );
}
