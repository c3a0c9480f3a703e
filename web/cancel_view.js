import { compare, difference, isZero } from "./amounts.js";
import { html } from "./dom.js";
import { consequenceTitle } from "./key_dates.js";
import { sourceList } from "./line_view.js";
import { ageOf, rolesIn, ruleFor, sourcesOf } from "./policy.js";

/**
 * Cancelling, unhurried: what the reader loses and when, what they keep, what else they could do and what each of
 * those costs, and who may do it.
 */
export function cancelView(look) {
  const { model, words } = look;
  if (!model.answer) return null;
  return html(
    "div",
    { class: "cancelling", "data-key": "cancelling" },
    section("lose", words.text("you_lose"), losses(look)),
    section("keep", words.text("you_keep"), keeps(look)),
    section("instead", words.text("instead"), alternatives(look)),
    section("who", words.text("who_may"), who(look)),
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
function consequence(item, { catalog, words }) {
  const title = html("bdi", {}, consequenceTitle(item, words));
  return [
    item.date
      ? words.say(item.not_before ? "consequence_from" : "consequence_on", { title, date: words.day(item.date) })
      : title,
    item.detail && words.lang.startsWith("en") ? html("p", { class: "soft" }, item.detail) : null,
    sourceList(sourcesOf(catalog, item.cite), words),
  ];
}

const kept = new Set(["escrow_ends", "export_first"]);

function losses(look) {
  const { model, words } = look;
  const { answer } = model;
  const items = [];
  if (model.leaving.cost) items.push(words.say("lose_fee", { amount: words.amount(model.leaving.cost) }));
  if (!isZero(answer.forfeited)) items.push(words.say("lose_paid_time", { amount: words.amount(answer.forfeited) }));
  for (const item of answer.consequences) if (!kept.has(item.code)) items.push(consequence(item, look));
  return items;
}

function keeps(look) {
  const { model, words } = look;
  const { answer, today } = model;
  const items = [];
  if (!isZero(today.refunded)) items.push(words.say("keep_refund", { amount: words.amount(today.refunded) }));
  const end = answer.movements.find(({ kind }) => kind === "cancel");
  if (end && end.when !== "now") items.push(words.say("keep_until", { date: words.day(end.on) }));
  if (!answer.next_payment) items.push(words.say("keep_no_more"));
  if (!isZero(answer.balance?.after ?? "0"))
    items.push(words.say("keep_balance", { amount: words.amount(answer.balance.after) }));
  for (const item of answer.consequences) if (kept.has(item.code)) items.push(consequence(item, look));
  return items;
}

/** Waiting until the last day that avoids the next charge; the lower plan; one seat fewer. */
function alternatives(look) {
  const { model, words, sweep, state, catalog, engine } = look;
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
  const { subscription, at, role } = model.request;
  const { fee } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, at));
  if (model.leaving.cost && needsCommitment(fee))
    items.push(words.say("instead_commitment", { date: words.day(subscription.committed_until) }));
  const now = catalog.plans.find(({ id }) => id === subscription.plan);
  const lower = catalog.plans.filter((plan) => plan.rank < now?.rank && !plan.retired).sort((a, b) => b.rank - a.rank);
  const offers = [
    ...lower.map((plan) => [
      { plan: plan.id },
      "instead_plan",
      { plan: plan.name ?? plan.id },
      [["want.plan", plan.id]],
    ]),
    ...(subscription.seats > (now?.seats?.min ?? 1)
      ? [
          [
            { seats: subscription.seats - 1 },
            "instead_seats",
            { seats: words.seats(subscription.seats - 1) },
            [["want.seats", String(subscription.seats - 1)]],
          ],
        ]
      : []),
  ];
  for (const [change, key, values, want] of offers) {
    const answer = engine.ask("preview", { at, ...(role ? { role } : {}), subscription, change });
    if (!answer.allowed || !answer.next_payment) continue;
    items.push([
      words.say(key, {
        ...values,
        due: words.amount(answer.next_payment.due),
        date: words.day(answer.next_payment.date),
      }),
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
    ]);
  }
  return items;
}

/** An amount alone is owed whenever one leaves. */
const needsCommitment = ({ percent, less, at_most: most }) => Boolean(percent || less || most);

/** From cancelling to a change of one thing: everything else stays as it is. */
const standing = (state) => ["plan", "cycle", "seats"].map((name) => [`want.${name}`, state.get(`have.${name}`) ?? ""]);

function who({ catalog, words, model }) {
  const { subscription, at } = model.request;
  const { roles } = ruleFor(catalog, "cancel", subscription.cycle, ageOf(subscription, at));
  if (!roles) return [words.text("who_anyone")];
  const others = rolesIn(catalog).filter((role) => !roles.includes(role));
  const list = (ids) => words.format.list(ids.map(words.role), "disjunction");
  return [
    words.text("who_roles", { roles: list(roles) }),
    ...(others.length ? [words.text("who_not", { roles: list(others) })] : []),
  ];
}
