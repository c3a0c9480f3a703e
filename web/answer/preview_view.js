import { isZero, size } from "../exact/amounts.js";
import { html } from "../element/dom.js";
import { extensionView, lineView, sourceList } from "./line/line_view.js";
import { sourcesOf } from "../engine/policy.js";

/**
 * Today · Next payment · After that: three blocks that are always there, in this order, so that only the figures in
 * them change. `workings` says how lines come about (`line_working.js`), once it is there.
 */
export function previewView(model, catalog, words, workings) {
  const cancels = Boolean(model.request.change?.cancel);
  const lines = (payment, name) =>
    paymentLines(payment, name, catalog, words, (line) => workings?.lineWorking(line, payment, model, catalog, words));
  return html(
    "div",
    { class: cancels ? "blocks cancels" : "blocks", "data-key": "blocks", part: "blocks" },
    todayBlock(model, catalog, words, lines, workings?.extensionWorking),
    nextBlock(model, words, lines),
    laterBlock(model, words),
  );
}

function todayBlock(model, catalog, words, lines, extensionWorking) {
  const { today, answer } = model;
  const refunded = today?.refunded && !isZero(today.refunded);
  const charged = today && !isZero(today.charged);
  return block("today", words.text("today"), words.day(model.at), [
    charged || !refunded ? figure(today?.charged ?? "0", words, charged && refunded ? "you_pay" : null) : null,
    refunded ? figure(today.refunded, words, "you_get_back") : null,
    today ? lines(today, "today") : html("p", { class: "soft" }, words.text("nothing_changes_today")),
    answer?.extension ? extensionView(answer, extensionWorking?.(model, catalog, words), words) : null,
    today ? balanceRows(today, words) : null,
    answer?.forfeited && !isZero(answer.forfeited)
      ? html(
          "p",
          { class: "row warn" },
          html("span", {}, words.text("forfeited")),
          html("span", {}, words.format.money(answer.forfeited)),
        )
      : null,
    creditsRows(answer?.credits, words),
    illustrative(model, catalog) ? html("p", { class: "soft mark" }, words.text("illustrative")) : null,
  ]);
}

function nextBlock({ next, priceChanges }, words, lines) {
  if (!next) {
    return block("next", words.text("next_payment"), null, [
      figure("0", words),
      html("p", { class: "soft" }, words.text("no_further_payment")),
    ]);
  }
  return block("next", words.text("next_payment"), words.day(next.date), [
    figure(next.due, words),
    lines(next, "next"),
    balanceRows(next, words),
    changeRows(priceChanges, words, ({ payment }) => payment.date === next.date),
  ]);
}

function laterBlock({ later, next, yearly, terms, priceChanges }, words) {
  if (!later && !yearly) {
    return block("later", words.text("after_that"), null, [
      figure("0", words),
      html("p", { class: "soft" }, words.text("no_further_payment")),
    ]);
  }
  const cycle = later?.terms?.cycle ?? terms?.cycle;
  return block("later", words.text("after_that"), later ? words.day(later.date) : null, [
    later ? figure(later.due, words) : null,
    later && cycle ? html("p", {}, words.say("again_every", { every: words.every(cycle) })) : null,
    later?.terms ? html("p", { class: "soft" }, html("bdi", {}, words.terms(later.terms))) : null,
    changeRows(priceChanges, words, ({ payment }) => payment.date !== next?.date),
    yearly
      ? html(
          "p",
          { class: "row" },
          html("span", {}, words.text("per_year")),
          html("span", {}, words.format.money(yearly)),
        )
      : null,
  ]);
}

/** Which discount ends and which price has been announced, and what is paid from then on. */
const changeRows = (priceChanges, words, isHere) =>
  priceChanges?.filter(isHere).map(({ on, discount, payment }) =>
    html(
      "p",
      {},
      words.say(discount ? "discount_ends" : "price_changes", {
        name: discount && words.discount(discount),
        date: words.day(on),
        amount: words.amount(payment.total),
        from: words.day(payment.date),
      }),
    ),
  );

function block(name, title, date, content) {
  return html(
    "section",
    { class: `block block-${name}`, "data-key": name, part: `block ${name}`, "aria-labelledby": `${name}-title` },
    html("h3", { id: `${name}-title` }, title, " ", html("span", { class: "when" }, date)),
    content,
  );
}

/** The amount of a block, in one line: the longer it is, the smaller it is written. */
function figure(amount, words, label) {
  const written = words.money(amount);
  const length = [...written].length;
  return html(
    "p",
    { class: length > 14 ? "figure figure-longest" : length > 9 ? "figure figure-long" : "figure", part: "amount" },
    label ? html("span", { class: "figure-label" }, words.text(label)) : null,
    html("bdi", {}, written),
  );
}

function paymentLines({ lines, total }, name, catalog, words, workingOf) {
  if (!lines.length) return null;
  const seen = new Map();
  const keyOf = ({ kind, plan, addon, discount_id }) => {
    const key = [name, kind, plan, addon, discount_id].join(" ");
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return `${key} ${seen.get(key)}`;
  };
  return [
    html(
      "div",
      { class: "lines" },
      lines.map((line) => lineView(line, keyOf(line), workingOf(line), catalog, words)),
    ),
    lines.length > 1
      ? html(
          "p",
          { class: "row total" },
          html("span", {}, words.text("total")),
          html("bdi", {}, words.format.money(total)),
        )
      : null,
  ];
}

function balanceRows({ from_balance: from, to_balance: to }, words) {
  const row = (key, amount) =>
    amount && !isZero(amount)
      ? html(
          "p",
          { class: "row" },
          html("span", {}, words.text(key)),
          html("bdi", {}, words.format.money(size(amount))),
        )
      : null;
  return [row("from_balance", from), row("to_balance", to)];
}

function creditsRows(credits, words) {
  if (!credits) return null;
  return html(
    "p",
    { class: "credits" },
    words.say("credits", {
      on: words.day(credits.on),
      name: credits.name,
      after: credits.after,
      carried: credits.carried,
      granted: credits.granted,
    }),
  );
}

const illustrative = (model, catalog) =>
  catalog.plans.some(
    ({ id, illustrative: marked }) => marked && [model.terms?.plan, model.request.subscription?.plan].includes(id),
  );

/** What else there is to know: what waits, what a scheduled change gives way to, what is left on the balance. */
export function noticesView({ answer }, catalog, words) {
  const notices = (answer?.notices ?? []).map((notice) =>
    words.has(`notice_${notice.code}`)
      ? words.text(`notice_${notice.code}`, { balance: words.format.money(answer.balance?.after ?? "0") })
      : notice.message,
  );
  const moves = (answer?.movements ?? []).map(({ kind, on, cite }) =>
    html(
      "li",
      {},
      words.say("movement_on", { movement: words.text(`movement_${kind}`), date: words.day(on) }),
      sourceList(sourcesOf(catalog, cite), words),
    ),
  );
  if (!notices.length && !moves.length) return null;
  return html(
    "section",
    { class: "notices", "data-key": "notices" },
    moves.length ? [html("h3", {}, words.text("what_happens")), html("ul", { class: "moves" }, moves)] : null,
    notices.map((notice) => html("p", { class: "notice" }, notice)),
  );
}
