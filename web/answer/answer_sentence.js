import { isZero } from "../exact/amounts.js";
import { isOnlyOwed } from "../engine/leaving.js";
import { reasonWords } from "./reason_words.js";

/**
 * The answer in a sentence or two, as nodes: what is paid today, what comes back, what is paid next and when.
 * Each case is a whole sentence of its own, so that every language can order it as it likes.
 */
export function answerSentence(model, catalog, words) {
  if (!model.allowed) return refusal(model, catalog, words);
  if (model.standing) return standing(model, words);
  if (model.request.change?.cancel) return cancelling(model, words);
  return [paying(model, words), ...extras(model, words)].flatMap((sentence) => [...sentence, " "]);
}

function paying({ today, next }, words) {
  const values = {
    charged: words.amount(today.charged),
    refunded: today.refunded && words.amount(today.refunded),
    due: next && words.amount(next.due),
    date: next && words.day(next.date),
  };
  const refunds = today.refunded && !isZero(today.refunded);
  const charges = !isZero(today.charged);
  const now = charges ? (refunds ? "pay_refund" : "pay") : refunds ? "refund" : "nothing";
  return words.say(next ? `answer_${now}_next` : `answer_${now}`, values);
}

function extras({ answer, today, request }, words) {
  const sentences = [];
  if (answer.extension) {
    const { unit, units } = answer.extension;
    sentences.push(words.say("answer_extension", { time: words.text(`units_${unit}`, { n: units }) }));
  }
  if (today.from_balance && !isZero(today.from_balance)) {
    sentences.push(words.say("answer_from_balance", { amount: words.amount(today.from_balance) }));
  }
  if (today.to_balance && !isZero(today.to_balance)) {
    sentences.push(words.say("answer_to_balance", { amount: words.amount(today.to_balance) }));
  }
  if (answer.forfeited && !isZero(answer.forfeited)) {
    sentences.push(words.say("answer_forfeited", { amount: words.amount(answer.forfeited) }));
  }
  const waiting = (answer.movements ?? []).filter(({ when }) => when !== "now");
  if (waiting.length) {
    const some = waiting.length === answer.movements.length ? "answer_waits" : "answer_partly_waits";
    sentences.push(
      words.say(some, {
        date: words.day(waiting[0].on),
        movements: words.format.list(waiting.map(({ kind }) => words.text(`movement_${kind}`))),
      }),
    );
  }
  const committed = answer.committed_until ?? answer.after?.committed_until;
  if (committed && committed !== request.subscription?.committed_until)
    sentences.push(words.say("answer_committed", { date: words.day(committed) }));
  return sentences;
}

function standing({ next, subscription }, words) {
  if (subscription.cancels_on)
    return words.say("answer_already_cancelled", { date: words.day(subscription.cancels_on) });
  if (!next) return words.say("answer_standing_nothing");
  return words.say("answer_standing", { due: words.amount(next.due), date: words.day(next.date) });
}

/** First what leaving costs and until when it is free, then what becomes of the subscription and of the money. */
function cancelling({ answer, leaving }, words) {
  const movement = answer.movements.find(({ kind }) => kind === "cancel");
  const sentences = [...priceOfLeaving(leaving, words)];
  const { charged, refunded, to_balance: credited, from_balance: used } = answer.pay_today;
  if (movement.when === "now") {
    const lost = !isZero(answer.forfeited);
    sentences.push(
      words.say(lost ? "answer_cancel_now_lost" : "answer_cancel_now", { amount: words.amount(answer.forfeited) }),
    );
  } else {
    sentences.push(words.say("answer_cancel_later", { date: words.day(movement.on) }));
  }
  // The cost has been said where it is all that is paid today.
  if (!isZero(charged) && charged !== leaving.cost)
    sentences.push(words.say("answer_cancel_pay", { amount: words.amount(charged) }));
  if (!isZero(used)) sentences.push(words.say("answer_from_balance", { amount: words.amount(used) }));
  if (!isZero(credited)) sentences.push(words.say("answer_to_balance", { amount: words.amount(credited) }));
  sentences.push(
    movement.when === "now" ? whatComesBack(refunded, credited, words) : whatIsDue(answer, leaving, words),
  );
  if (leaving.until && !leaving.until.ahead && !leaving.cost) sentences.push(whatWasBetter(leaving.until, words));
  return sentences.flatMap((sentence) => [...sentence, " "]);
}

function priceOfLeaving({ cost, beforeTax, until }, words) {
  const sentences = [];
  if (cost)
    sentences.push(
      words.say(beforeTax ? "answer_leaving_before_tax" : "answer_leaving_costs", { amount: words.amount(cost) }),
    );
  if (!until || (!cost && !until.ahead)) return sentences;
  const key = until.ahead ? (until.free ? "answer_still_free" : "answer_still_back") : "answer_was_free";
  return [...sentences, words.say(key, { date: words.day(until.date) })];
}

const whatWasBetter = ({ date, free }, words) =>
  words.say(free ? "answer_could_be_free" : "answer_was_back", { date: words.day(date) });

const whatComesBack = (refunded, credited, words) =>
  !isZero(refunded)
    ? words.say("answer_cancel_refund", { amount: words.amount(refunded) })
    : words.say(isZero(credited) ? "answer_cancel_no_refund" : "answer_cancel_no_more");

function whatIsDue({ next_payment: next }, { dues }, words) {
  if (!next) return words.say("answer_cancel_no_more");
  const values = { due: words.amount(next.due), date: words.day(next.date) };
  if (dues) return words.say("answer_cancel_dues", { ...values, n: dues.count, total: words.amount(dues.total) });
  return words.say(isOnlyOwed(next) ? "answer_cancel_owed" : "answer_cancel_one_more", values);
}

function refusal({ reasons, request, state }, catalog, words) {
  const target = request.change?.cancel ? {} : { ...request.subscription, ...(request.change ?? request.terms) };
  const told = reasons.map((reason) => reasonWords(reason, target, state, catalog, words));
  return [
    words.text("answer_refused"),
    " ",
    told.map(({ why, remedy }) => [why, remedy].filter(Boolean).join(" ")).join(" "),
  ];
}
