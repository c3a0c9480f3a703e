import { addDays } from "./dates.js";
import { keyDates } from "./key_dates.js";

export const type = "text/calendar;charset=utf-8";
export const name = ({ at }) => `planshift-${at}.ics`;

/** The dates that are still ahead, as whole-day events (RFC 5545: lines of at most 75 octets, CRLF). */
export function write({ model, catalog, words }) {
  const compact = (date) => date.replaceAll("-", "");
  const events = keyDates(model, words).filter(({ date }) => date >= model.at.slice(0, 10));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Planshift//Dates//EN",
    ...events.flatMap(({ date, texts }) => [
      "BEGIN:VEVENT",
      `UID:${catalog.id}-${compact(date)}-${compact(model.at.slice(0, 10))}@planshift`,
      `DTSTAMP:${compact(model.at.slice(0, 10))}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escaped(`${catalog.name ?? catalog.id}: ${texts.join(", ")}`)}`,
      `DESCRIPTION:${escaped(`${words.text("as_of")} ${words.format.date(model.at)}`)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return [...lines.map(folded), ""].join("\r\n");
}

const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Long lines go on after a line break and a space, never inside a character. */
function folded(line) {
  const encoder = new TextEncoder();
  const rows = [""];
  let size = 0;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 74) {
      rows.push(" ");
      size = 1;
    }
    rows[rows.length - 1] += character;
    size += bytes;
  }
  return rows.join("\r\n");
}
