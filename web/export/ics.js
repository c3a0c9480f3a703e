import { addDays } from "../exact/dates.js";
import { keyDates } from "../answer/key_dates.js";

export const type = "text/calendar;charset=utf-8";
export const name = ({ at }) => `planshift-${at}.ics`;

/** The dates that are still ahead, as whole-day events (RFC 5545: lines of at most 75 octets, CRLF). */
export function write({ model, catalog, words }) {
  const compact = (date) => date.replaceAll("-", "");
  const { at: _, ...asked } = model.request;
  const events = keyDates(model, words).filter(({ date }) => date >= model.at.slice(0, 10));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Planshift//Dates//EN",
    ...events.flatMap(({ date, texts }) => [
      "BEGIN:VEVENT",
      `UID:${compact(date)}-${digest([catalog.id, asked, date])}@planshift`,
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

/**
 * FNV-1a of 64 bits. It is made of the catalog, what was asked and the event's day, but not of when it was asked or in
 * which language: an event that is exported again replaces itself in a calendar, and no other.
 */
function digest(value) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(value))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
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
