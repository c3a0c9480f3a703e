import { isZero } from "./amounts.js";
import { dayOf } from "./dates.js";

/**
 * The dates that matter in an answer, in order, days that fall together merged: what the timeline draws and what
 * the calendar file holds. Each: `{ date, kinds, texts, amount }`; `kinds` are start, today, change, payment, end,
 * consequence.
 */
export function keyDates(model, words) {
  const found = [];
  const add = (date, kind, text, amount) => date && found.push({ date: dayOf(date), kind, text, amount });
  const subscription = model.request.subscription;

  if (subscription) add(subscription.period.start, "start", words.text("date_period_start"));
  const charged = model.today && !isZero(model.today.charged) ? model.today.charged : null;
  add(
    model.at,
    "today",
    charged ? words.text("date_today_pay", { amount: words.format.money(charged) }) : words.text("today"),
    charged,
  );

  const movements = model.answer?.movements ?? [];
  for (const { kind, when, on } of movements) {
    if (when !== "now" || kind === "cancel") add(on, "change", words.text(`movement_${kind}`));
  }
  for (const { code, date, title, not_before: notBefore } of model.answer?.consequences ?? []) {
    if (date)
      add(
        date,
        "consequence",
        consequenceTitle({ code, title }, words) + (notBefore ? ` (${words.text("earliest")})` : ""),
      );
  }
  for (const payment of [model.next, model.later]) {
    if (payment)
      add(payment.date, "payment", words.text("date_payment", { amount: words.money(payment.due) }), payment.due);
  }
  if (subscription && !model.next) add(subscription.period.end, "end", words.text("date_period_end"));

  const byDay = new Map();
  for (const { date, kind, text, amount } of found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const day = byDay.get(date) ?? { date, kinds: [], texts: [], amount: null };
    day.kinds.push(kind);
    day.texts.push(text);
    day.amount ??= amount ?? null;
    byDay.set(date, day);
  }
  return [...byDay.values()];
}

/** Our words for the consequences that we know, in every language; the vendor's own title for the others. */
export const consequenceTitle = ({ code, title }, words) =>
  words.has(`consequence_${code}`) ? words.text(`consequence_${code}`) : title;
