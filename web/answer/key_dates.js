import { isZero } from "../exact/amounts.js";
import { dayOf } from "../exact/dates.js";

/**
 * The dates that matter in an answer, in order, days that fall together merged: what the timeline draws and what
 * the calendar file holds. Each: `{ date, kinds, texts, amount }`; `kinds` are start, today, change, payment, end,
 * consequence, leave, commitment, price.
 */
export function keyDates(model, words) {
  const found = [];
  const add = (date, kind, text, amount) => date && found.push({ date: dayOf(date), kind, text, amount });
  const addPayment = ({ date, due }) =>
    add(date, "payment", words.text("date_payment", { amount: words.money(due) }), due);
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
  for (const { date, kind, text } of comingAbout(model, words)) add(date, kind, text);
  const payments = [model.next, model.later, ...(model.priceChanges ?? []).map(({ payment }) => payment)].filter(
    Boolean,
  );
  for (const payment of new Map(payments.map((each) => [each.date, each])).values()) addPayment(payment);
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

/** What comes about on a day by itself, with nothing to pay on it: last days, ends, announced prices. */
function comingAbout({ leaving, commitment, priceChanges = [], standing, subscription, next }, words) {
  const found = [];
  const last = leaving?.until;
  if (last?.ahead)
    found.push({ date: last.date, kind: "leave", text: words.text(last.free ? "date_last_free" : "date_last_back") });
  if (commitment) {
    const text = words.text(commitment.renews ? "date_commitment_renews" : "date_commitment_end");
    found.push({ date: commitment.until, kind: "commitment", text });
  }
  for (const { on, discount } of priceChanges) {
    const name = discount && words.discount(discount);
    found.push({
      date: on,
      kind: "price",
      text: words.text(discount ? "date_discount_ends" : "date_price_changes", { name }),
    });
  }
  if (standing && subscription.scheduled && next)
    found.push({ date: subscription.scheduled_on ?? next.date, kind: "change", text: words.text("date_scheduled") });
  return found;
}

/** Our words for the consequences that we know, in every language; the vendor's own title for the others. */
export const consequenceTitle = ({ code, title }, words) =>
  words.has(`consequence_${code}`) ? words.text(`consequence_${code}`) : title;
