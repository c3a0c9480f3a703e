import { lineTitle } from "../answer/line/line_title.js";

export const type = "text/csv;charset=utf-8";
export const name = ({ at }) => `planshift-${at}.csv`;

/** Every line of what is paid today and next. Amounts as the documents write them, so that a spreadsheet can add them. */
export function write({ model, catalog, words }) {
  const rows = [
    [
      "as_of",
      "date",
      "transaction",
      "kind",
      "label",
      "plan",
      "addon",
      "cycle",
      "seats",
      "remaining",
      "of",
      "unit",
      "base",
      "amount",
      "currency",
    ],
  ];
  for (const [payment, date] of [
    [model.today, model.at],
    [model.next, model.next?.date],
  ]) {
    for (const line of payment?.lines ?? []) {
      const { title, detail } = lineTitle(line, catalog, words);
      const { remaining, of, unit, base } = line.proration ?? {};
      rows.push([
        model.at,
        date,
        line.transaction,
        line.kind,
        [title, detail].filter(Boolean).join(": "),
        line.plan,
        line.addon,
        line.cycle,
        line.seats,
        remaining,
        of,
        unit,
        base,
        line.amount,
        catalog.currency,
      ]);
    }
  }
  return [...rows.map((row) => row.map(cell).join(",")), ""].join("\r\n");
}

/**
 * Quoted where it must be. A text that a spreadsheet may take for a formula gets an apostrophe: one that begins with a
 * sign of it, also at full width as East Asian keyboards write it, or with a blank that is skipped. Amounts stay.
 */
function cell(value = "") {
  const text = String(value ?? "");
  const isAmount = /^-\d+(\.\d+)?$/.test(text);
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) && !isAmount ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
