import { daysBetween } from "../exact/dates.js";
import { html, svg } from "../element/dom.js";
import { keyDates } from "../answer/key_dates.js";

const width = 1000;
const edge = 14;
const apart = 26;

/**
 * The period as one line: what is paid is filled, today and what follows are dots, numbered like the list below
 * them. The list is what assistive technology reads; a narrow element shows it alone, as a vertical line.
 */
export function timeline(model, words) {
  const days = keyDates(model, words);
  if (days.length < 2) return null;
  const first = days[0].date;
  const span = Math.max(1, daysBetween(first, days.at(-1).date));
  const places = spread(days.map(({ date }) => edge + (daysBetween(first, date) / span) * (width - 2 * edge)));
  const paidUntil =
    places[days.findIndex(({ kinds }) => kinds.some((kind) => ["payment", "end", "change"].includes(kind)))] ??
    places.at(-1);
  const today = places[days.findIndex(({ kinds }) => kinds.includes("today"))];

  return html(
    "section",
    { class: "timeline", "data-key": "timeline", part: "timeline", "aria-labelledby": "timeline-title" },
    html("h3", { id: "timeline-title" }, words.text("timeline")),
    svg(
      "svg",
      { class: "track", viewBox: `0 0 ${width} 44`, "aria-hidden": "true", focusable: "false" },
      svg(
        "g",
        words.dir === "rtl" ? { transform: `translate(${width} 0) scale(-1 1)` } : {},
        svg("line", { class: "track-all", x1: places[0], x2: places.at(-1), y1: 22, y2: 22 }),
        svg("line", { class: "track-paid", x1: places[0], x2: paidUntil, y1: 22, y2: 22 }),
        svg("line", { class: "track-past", x1: places[0], x2: today ?? places[0], y1: 22, y2: 22 }),
        days.map(({ kinds }, index) =>
          svg("circle", {
            class: `dot dot-${kinds.includes("today") ? "today" : kinds[0]}`,
            cx: places[index],
            cy: 22,
            r: 12,
          }),
        ),
      ),
      days.map(({ kinds }, index) =>
        svg(
          "text",
          {
            class: kinds.includes("today") ? "on-today" : null,
            x: words.dir === "rtl" ? width - places[index] : places[index],
            y: 27.5,
            "text-anchor": "middle",
          },
          String(index + 1),
        ),
      ),
    ),
    html(
      "ol",
      { class: "days" },
      days.map(({ date, kinds, texts }) =>
        html(
          "li",
          { class: kinds.includes("today") ? "day day-today" : "day", "data-key": date },
          html("time", { datetime: date }, words.format.shortDate(date)),
          texts.map((text) => html("span", {}, html("bdi", {}, text))),
        ),
      ),
    ),
  );
}

/** Keeps dots from covering each other; their order stays, the line is long enough for all of them. */
function spread(places) {
  const moved = [...places];
  for (let i = 1; i < moved.length; i += 1) moved[i] = Math.max(moved[i], moved[i - 1] + apart);
  const over = moved.at(-1) - (width - edge);
  if (over > 0) moved[moved.length - 1] -= over;
  for (let i = moved.length - 2; i >= 0; i -= 1) moved[i] = Math.min(moved[i], moved[i + 1] - apart);
  return moved;
}
