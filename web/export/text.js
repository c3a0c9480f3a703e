import { isZero } from "../exact/amounts.js";
import { answerSentence } from "../answer/answer_sentence.js";
import { html } from "../element/dom.js";
import { lineTitle } from "../answer/line/line_title.js";
import { keyDates } from "../answer/key_dates.js";
import { headingText } from "../answer/paper_heading.js";

export const type = "text/plain;charset=utf-8";
export const name = ({ at }) => `planshift-${at}.txt`;

/** The answer as plain text: the sentence, the payments with their lines, the dates. */
export function write({ model, catalog, words }) {
  const rows = [headingText(model.state, words), `${words.text("as_of")} ${words.format.date(model.at)}`, ""];
  rows.push(html("p", {}, answerSentence(model, catalog, words)).textContent.trim(), "");
  for (const [key, payment, date] of [
    ["today", model.today, model.at],
    ["next_payment", model.next, model.next?.date],
  ]) {
    if (!payment) continue;
    rows.push(`${words.text(key)} (${words.format.date(date)}): ${words.money(payment.charged ?? payment.due)}`);
    if (payment.refunded && !isZero(payment.refunded))
      rows.push(`${words.text("you_get_back")}: ${words.money(payment.refunded)}`);
    for (const line of payment.lines) {
      const { title, detail } = lineTitle(line, catalog, words);
      rows.push(`  ${words.format.money(line.amount)}  ${[title, detail].filter(Boolean).join(": ")}`);
    }
    rows.push("");
  }
  for (const { date, texts } of keyDates(model, words)) rows.push(`${words.format.date(date)}: ${texts.join(", ")}`);
  return `${rows.join("\n")}\n`;
}
