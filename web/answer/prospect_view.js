import { compare, isZero } from "../exact/amounts.js";
import { html } from "../element/dom.js";

/** For a prospect: where more seats cost less, and what adding a seat, upgrading or cancelling later would mean. */
export function prospectView({ breaks, changes }, words) {
  return html(
    "section",
    { class: "prospect", "data-key": "prospect" },
    breaks.length
      ? [
          html("h3", {}, words.text("break_points")),
          html(
            "ul",
            {},
            breaks.map((point) => html("li", {}, breakSentence(point, words))),
          ),
        ]
      : null,
    changes.length
      ? [
          html("h3", {}, words.text("later_title")),
          html("p", { class: "soft" }, words.text("later_intro")),
          html(
            "ul",
            { class: "later" },
            changes.map((change) => html("li", {}, laterSentence(change, words))),
          ),
        ]
      : null,
  );
}

const breakSentence = ({ more, cost, than, instead }, words) =>
  words.say(compare(cost, instead) < 0 ? "break_less" : "break_same", {
    more: words.seats(more),
    fewer: words.seats(than),
    cost: words.amount(cost),
    instead: words.amount(instead),
  });

function laterSentence({ kind, change, at, answer }, words) {
  if (!answer.allowed) return words.say("later_refused", { what: words.text(`movement_${kind}`) });
  const next = answer.next_payment;
  const values = {
    date: words.day(at),
    today: words.amount(answer.pay_today.charged),
    due: next && words.amount(next.due),
    next_date: next && words.day(next.date),
  };
  if (kind === "cancel") return leaving(answer, values, words);
  if (kind === "upgrade") return words.say("later_upgrade", { ...values, plan: words.plan(change.plan) });
  return words.say("later_add_seat", { ...values, seat: words.seat() });
}

/** What leaving would mean, and what it would cost on the day. */
function leaving({ movements: [{ when, on }], forfeited, pay_today: today }, values, words) {
  const waits = !values.due
    ? "later_cancel_keeps"
    : when === "term_end"
      ? "later_cancel_term"
      : "later_cancel_one_more";
  const told = {
    ...values,
    lost: words.amount(forfeited),
    back: words.amount(today.refunded),
    end: words.day(on),
  };
  const costs = isZero(today.charged) ? null : [" ", words.say("later_cancel_costs", values)];
  return [words.say(when === "now" ? "later_cancel" : waits, told), costs];
}
