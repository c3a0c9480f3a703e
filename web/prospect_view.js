import { compare, isZero } from "./amounts.js";
import { addDays, dayOf, daysBetween } from "./dates.js";
import { html } from "./dom.js";
import { quoteRequest, roleOf } from "./request.js";
import { ageOf, rolesIn, ruleFor } from "./policy.js";
import { countsSeats } from "./words.js";

const lookAhead = 60;

/** For a prospect: where more seats cost less, and what adding a seat, upgrading or cancelling later would mean. */
export function prospectView(look) {
  const breaks = breakPoints(look);
  const later = laterChanges(look);
  const { words } = look;
  return html(
    "section",
    { class: "prospect", "data-key": "prospect" },
    breaks.length
      ? [
          html("h3", {}, words.text("break_points")),
          html(
            "ul",
            {},
            breaks.map((item) => html("li", {}, item)),
          ),
        ]
      : null,
    later.length
      ? [
          html("h3", {}, words.text("later_title")),
          html("p", { class: "soft" }, words.text("later_intro")),
          html(
            "ul",
            { class: "later" },
            later.map((item) => html("li", {}, item)),
          ),
        ]
      : null,
  );
}

/** Numbers of seats above the wanted one that cost no more than it does, or less than their neighbour below. */
function breakPoints({ state, catalog, engine, words, model }) {
  const { seats, plan } = model.request.terms;
  if (!countsSeats(catalog) || !Number.isInteger(seats)) return [];
  const most = Math.min(seats + lookAhead, catalog.plans.find(({ id }) => id === plan)?.seats?.max ?? Infinity);
  const costOf = (count) =>
    engine.ask("quote", {
      ...quoteRequest(state, catalog, { seats: count }),
      discounts: [],
      first_period_end: undefined,
    }).next_payment?.total;
  const found = [];
  const own = costOf(seats);
  let before = own;
  for (let count = seats + 1; own && count <= most && found.length < 3; count += 1) {
    const cost = costOf(count);
    if (!cost) break;
    if (compare(cost, before) < 0) {
      found.push(
        words.say("break_less", {
          more: words.seats(count),
          fewer: words.seats(count - 1),
          cost: words.amount(cost),
          instead: words.amount(before),
        }),
      );
    } else if (count > seats && compare(cost, own) === 0) {
      found.push(
        words.say("break_same", { more: words.seats(count), fewer: words.seats(seats), cost: words.amount(cost) }),
      );
    }
    before = cost;
  }
  return found;
}

function laterChanges({ model, state, catalog, engine, words }) {
  const { subscription, request } = model;
  const middle = Math.floor(daysBetween(subscription.period.start, subscription.period.end) / 2);
  if (middle < 1) return [];
  const at = addDays(dayOf(subscription.period.start), middle);
  const plan = catalog.plans.find(({ id }) => id === request.terms.plan);
  const higher = catalog.plans
    .filter(({ rank, retired }) => rank > plan.rank && !retired)
    .sort((a, b) => a.rank - b.rank)[0];
  const [anyRole] = rolesIn(catalog);
  const preview = (kind, change) => {
    const role = ruleFor(catalog, kind, subscription.cycle, ageOf(subscription, at)).roles?.[0] ?? anyRole;
    return engine.ask("preview", { at, ...(role ? { role } : roleOf(state, catalog)), subscription, change });
  };
  const items = [];
  const tell = (kind, change, key, values = {}) => {
    const answer = preview(kind, change);
    if (answer.error) return;
    if (!answer.allowed) {
      items.push(words.say("later_refused", { what: words.text(`movement_${kind}`) }));
      return;
    }
    const next = answer.next_payment;
    const told = {
      ...values,
      date: words.day(at),
      today: words.amount(answer.pay_today.charged),
      due: next && words.amount(next.due),
      next_date: next && words.day(next.date),
    };
    items.push(change.cancel ? leaving(answer, key, told, words) : words.say(key, told));
  };
  if (countsSeats(catalog))
    tell("add_seats", { seats: request.terms.seats + 1 }, "later_add_seat", { seat: words.seat() });
  if (higher) tell("upgrade", { plan: higher.id }, "later_upgrade", { plan: higher.name ?? higher.id });
  tell("cancel", { cancel: true }, "later_cancel_one_more");
  return items;
}

/** What leaving would mean, and what it would cost on the day. */
function leaving(answer, oneMore, told, words) {
  const [{ when, on }] = answer.movements;
  const key =
    when === "now"
      ? "later_cancel"
      : !told.due
        ? "later_cancel_keeps"
        : when === "term_end"
          ? "later_cancel_term"
          : oneMore;
  const values = {
    ...told,
    lost: words.amount(answer.forfeited),
    back: words.amount(answer.pay_today.refunded),
    end: words.day(on),
  };
  const costs = isZero(answer.pay_today.charged) ? null : [" ", words.say("later_cancel_costs", told)];
  return [words.say(key, values), costs];
}
