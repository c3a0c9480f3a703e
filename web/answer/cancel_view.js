import { compare, difference, isZero } from "../exact/amounts.js";
import { html } from "../element/dom.js";
import { consequenceTitle } from "./key_dates.js";
import { sourceList } from "./line/line_view.js";
import { ageOf, rolesIn, ruleFor, sourcesOf } from "../engine/policy.js";

/**
 * Cancelling, unhurried: what the reader loses and when, what they keep, what else they could do and what each of
 * those costs, and who may do it.
 */
export function cancelView(model, catalog, words) {
  if (!model.answer) return null;
  return html(
    "div",
    { class: "cancelling", "data-key": "cancelling" },
    section("lose", words.text("you_lose"), losses(model, catalog, words)),
    section("keep", words.text("you_keep"), keeps(model, catalog, words)),
    section("instead", words.text("instead"), alternatives(model, catalog, words)),
    section("who", words.text("who_may"), who(model, catalog, words)),
    model.answer.notices.length
      ? html(
          "p",
          { class: "notice" },
          model.answer.notices
            .map(({ code, message }) =>
              words.has(`notice_${code}`)
                ? words.text(`notice_${code}`, { balance: words.format.money(model.answer.balance.after) })
                : message,
            )
            .join(" "),
        )
      : null,
  );
}

const section = (name, title, items) =>
  items.length
    ? html(
        "section",
        { class: `fact fact-${name}`, "data-key": name },
        html("h3", {}, title),
        html(
          "ul",
          {},
          items.map((item) => html("li", {}, item)),
        ),
      )
    : null;

/** Titles that end in a preposition in the vendor's own words read on with their date. */
function consequence(item, catalog, words) {
  const title = html("bdi", {}, consequenceTitle(item, words));
  return [
    item.date
      ? words.say(item.not_before ? "consequence_from" : "consequence_on", { title, date: words.day(item.date) })
      : title,
    item.detail && words.lang.startsWith("en") ? html("p", { class: "soft" }, item.detail) : null,
    sourceList(sourcesOf(catalog, item.cite), words),
  ];
}

function losses({ answer, leaving }, catalog, words) {
  const items = [];
  if (leaving.cost) items.push(words.say("lose_fee", { amount: words.amount(leaving.cost) }));
  if (!isZero(answer.forfeited)) items.push(words.say("lose_paid_time", { amount: words.amount(answer.forfeited) }));
  for (const item of answer.consequences) if (!item.kept) items.push(consequence(item, catalog, words));
  return items;
}

function keeps({ answer, today }, catalog, words) {
  const items = [];
  if (!isZero(today.refunded)) items.push(words.say("keep_refund", { amount: words.amount(today.refunded) }));
  const end = answer.movements.find(({ kind }) => kind === "cancel");
  if (end && end.when !== "now") items.push(words.say("keep_until", { date: words.day(end.on) }));
  if (!answer.next_payment) items.push(words.say("keep_no_more"));
  if (!isZero(answer.balance?.after ?? "0"))
    items.push(words.say("keep_balance", { amount: words.amount(answer.balance.after) }));
  for (const item of answer.consequences) if (item.kept) items.push(consequence(item, catalog, words));
  return items;
}

/** Waiting until the last day that avoids the next charge; the lower plan; one seat fewer. */
function alternatives({ state, request, leaving, sweep, instead }, catalog, words) {
  const items = [];
  const days = (sweep ?? []).filter((day) => !day.reasons);
  const [first] = days;
  const last = days.at(-1);
  if (days.length > 1 && compare(last.forfeited, first.forfeited) < 0) {
    items.push([
      words.say("instead_wait", {
        date: words.day(last.at),
        kept: words.amount(difference(first.forfeited, last.forfeited)),
      }),
      " ",
      html(
        "button",
        { type: "button", class: "link", "data-action": "use-day", "data-day": last.at.slice(0, 10) },
        words.text("look_at_day"),
      ),
    ]);
  }
  const { subscription, at } = request;
  const { fee } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, at));
  if (leaving.cost && needsCommitment(fee))
    items.push(words.say("instead_commitment", { date: words.day(subscription.committed_until) }));
  return [...items, ...(instead ?? []).map((offer) => offered(offer, state, words))];
}

/** Another plan or fewer seats: what is paid next, and a button that goes there. */
function offered({ change, next }, state, words) {
  const { plan, seats } = change;
  const sentence = words.say(plan ? "instead_plan" : "instead_seats", {
    plan: plan && words.plan(plan),
    seats: seats && words.seats(seats),
    due: words.amount(next.due),
    date: words.day(next.date),
  });
  const want = Object.entries(change).map(([name, value]) => [`want.${name}`, String(value)]);
  return [
    sentence,
    " ",
    html(
      "button",
      {
        type: "button",
        class: "link",
        "data-action": "want",
        "data-want": JSON.stringify([["mode", "change"], ...standing(state), ...want]),
      },
      words.text("look_at_it"),
    ),
  ];
}

/** An amount alone is owed whenever one leaves. */
const needsCommitment = ({ percent, less, at_most: most }) => Boolean(percent || less || most);

/** From cancelling to a change of one thing: everything else stays as it is. */
const standing = (state) => ["plan", "cycle", "seats"].map((name) => [`want.${name}`, state.get(`have.${name}`) ?? ""]);

function who({ request: { subscription, at } }, catalog, words) {
  const { roles } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, at));
  if (!roles) return [words.text("who_anyone")];
  const others = rolesIn(catalog).filter((role) => !roles.includes(role));
  const list = (ids) => words.format.list(ids.map(words.role), "disjunction");
  return [
    words.text("who_roles", { roles: list(roles) }),
    ...(others.length ? [words.text("who_not", { roles: list(others) })] : []),
  ];
}
